namespace Billing.Invoicing;

/// <summary>What mails and pages for clients say, in the four languages of documents.</summary>
internal sealed record ClientWords
{
    public required string Language { get; init; }
    public required string Invoice { get; init; }
    public required string Quote { get; init; }
    public required string ValidUntil { get; init; }
    public required string Total { get; init; }
    public required string Due { get; init; }
    public required string ViewInvoice { get; init; }
    public required string WhoeverHasTheLink { get; init; }
    public required string DownloadPdf { get; init; }
    public required string AmountDue { get; init; }
    public required string LateFee { get; init; }
    public required string Paid { get; init; }
    public required string Credited { get; init; }
    public required string IsPaid { get; init; }
    public required string IsVoided { get; init; }
    public required string IsOverdue { get; init; }
    public required string IsTest { get; init; }
    public required string IssuedOn { get; init; }
    public required string For { get; init; }
    public required string From { get; init; }
    public required string Period { get; init; }
    public required string HowToPay { get; init; }
    public required string PayOnline { get; init; }
    public required string Holder { get; init; }
    public required string Bank { get; init; }
    public required string Reference { get; init; }
    public required string ScanToPay { get; init; }
    public required string HowItCameAbout { get; init; }
    public required string Subtotal { get; init; }
    public required string Discount { get; init; }
    public required string Shipping { get; init; }
    public required string ChangedByHand { get; init; }
    public required string Included { get; init; }
    public required string NothingHere { get; init; }
    public required string AskForAnother { get; init; }
    public required string TooOften { get; init; }

    /// <summary>Those of a language; English where there are none.</summary>
    public static ClientWords In(string? language) => (language ?? "").Split('-', ',', ';')[0].Trim().ToLowerInvariant() switch
    {
        "de" => German,
        "fr" => French,
        "es" => Spanish,
        _ => English,
    };

    private static readonly ClientWords English = new()
    {
        Language = "en", Invoice = "Invoice", Quote = "Quote", ValidUntil = "Valid until", Total = "Total", Due = "Payable by", ViewInvoice = "View the invoice", WhoeverHasTheLink = "Whoever has this link can see the invoice. Pass it on only to those who shall.",
        DownloadPdf = "Download the PDF", AmountDue = "Amount due", LateFee = "Late fee, billed separately", Paid = "Paid", Credited = "Credited", IsPaid = "Paid", IsVoided = "This invoice was voided and asks for nothing.", IsTest = "This is a test: nothing is owed, so do not pay it.", IsOverdue = "Overdue", IssuedOn = "Issued on", For = "For", From = "From", Period = "Period",
        HowToPay = "How to pay", PayOnline = "Pay online", Holder = "Account holder", Bank = "Bank", Reference = "Reference", ScanToPay = "Scan this code with your banking app.", HowItCameAbout = "How the amount came about",
        Subtotal = "Subtotal", Discount = "Discount", Shipping = "Shipping", ChangedByHand = "Changed on the invoice", Included = "included",
        NothingHere = "There is nothing to see here", AskForAnother = "The link has run out, was withdrawn, or is not complete. Ask whoever sent it for another one.", TooOften = "That was too often. Wait a minute and open the link again.",
    };

    private static readonly ClientWords German = new()
    {
        Language = "de", Invoice = "Rechnung", Quote = "Angebot", ValidUntil = "Gültig bis", Total = "Gesamtbetrag", Due = "Zahlbar bis", ViewInvoice = "Rechnung ansehen", WhoeverHasTheLink = "Wer diesen Link hat, kann die Rechnung sehen. Geben Sie ihn nur an die weiter, die das sollen.",
        DownloadPdf = "PDF herunterladen", AmountDue = "Noch zu zahlen", LateFee = "Mahngebühr, gesondert berechnet", Paid = "Bezahlt", Credited = "Gutgeschrieben", IsPaid = "Bezahlt", IsVoided = "Diese Rechnung wurde storniert; es ist nichts zu zahlen.", IsTest = "Dies ist ein Test: Es ist nichts zu zahlen.", IsOverdue = "Überfällig", IssuedOn = "Ausgestellt am", For = "Für", From = "Von", Period = "Zeitraum",
        HowToPay = "So zahlen Sie", PayOnline = "Online bezahlen", Holder = "Kontoinhaber", Bank = "Bank", Reference = "Verwendungszweck", ScanToPay = "Scannen Sie diesen Code mit Ihrer Banking-App.", HowItCameAbout = "So kam der Betrag zustande",
        Subtotal = "Zwischensumme", Discount = "Rabatt", Shipping = "Versand", ChangedByHand = "Auf der Rechnung geändert", Included = "enthalten",
        NothingHere = "Hier ist nichts zu sehen", AskForAnother = "Der Link ist abgelaufen, wurde zurückgezogen oder ist nicht vollständig. Bitten Sie den Absender um einen neuen.", TooOften = "Das war zu oft. Warten Sie eine Minute und öffnen Sie den Link noch einmal.",
    };

    private static readonly ClientWords French = new()
    {
        Language = "fr", Invoice = "Facture", Quote = "Devis", ValidUntil = "Valable jusqu’au", Total = "Total", Due = "À régler au plus tard le", ViewInvoice = "Voir la facture", WhoeverHasTheLink = "Toute personne disposant de ce lien peut voir la facture. Ne le transmettez qu’à qui de droit.",
        DownloadPdf = "Télécharger le PDF", AmountDue = "Montant dû", LateFee = "Frais de retard, facturés à part", Paid = "Payé", Credited = "Crédité", IsPaid = "Payée", IsVoided = "Cette facture a été annulée ; il n’y a rien à payer.", IsTest = "Ceci est un test : il n’y a rien à payer.", IsOverdue = "En retard", IssuedOn = "Émise le", For = "Pour", From = "De", Period = "Période",
        HowToPay = "Comment payer", PayOnline = "Payer en ligne", Holder = "Titulaire du compte", Bank = "Banque", Reference = "Référence", ScanToPay = "Scannez ce code avec votre application bancaire.", HowItCameAbout = "Détail du montant",
        Subtotal = "Sous-total", Discount = "Remise", Shipping = "Livraison", ChangedByHand = "Modifié sur la facture", Included = "inclus",
        NothingHere = "Il n’y a rien à voir ici", AskForAnother = "Le lien a expiré, a été retiré ou est incomplet. Demandez-en un autre à l’expéditeur.", TooOften = "Trop de tentatives. Attendez une minute, puis rouvrez le lien.",
    };

    private static readonly ClientWords Spanish = new()
    {
        Language = "es", Invoice = "Factura", Quote = "Presupuesto", ValidUntil = "Válido hasta el", Total = "Total", Due = "A pagar hasta el", ViewInvoice = "Ver la factura", WhoeverHasTheLink = "Quien tenga este enlace puede ver la factura. Compártalo solo con quien deba verla.",
        DownloadPdf = "Descargar el PDF", AmountDue = "Importe pendiente", LateFee = "Recargo por demora, facturado aparte", Paid = "Pagado", Credited = "Abonado", IsPaid = "Pagada", IsVoided = "Esta factura fue anulada; no hay nada que pagar.", IsTest = "Esto es una prueba: no hay nada que pagar.", IsOverdue = "Vencida", IssuedOn = "Emitida el", For = "Para", From = "De", Period = "Período",
        HowToPay = "Cómo pagar", PayOnline = "Pagar en línea", Holder = "Titular de la cuenta", Bank = "Banco", Reference = "Referencia", ScanToPay = "Escanee este código con su aplicación bancaria.", HowItCameAbout = "Cómo se compone el importe",
        Subtotal = "Subtotal", Discount = "Descuento", Shipping = "Envío", ChangedByHand = "Modificado en la factura", Included = "incluido",
        NothingHere = "Aquí no hay nada que ver", AskForAnother = "El enlace ha caducado, fue retirado o está incompleto. Pida otro a quien se lo envió.", TooOften = "Demasiados intentos. Espere un minuto y abra el enlace de nuevo.",
    };
}
