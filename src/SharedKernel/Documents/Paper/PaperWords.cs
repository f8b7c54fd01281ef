namespace Billing.Documents;

/// <summary>What a document says of itself, in one language.</summary>
internal sealed record PaperWords
{
    public required string Code, Invoice, CreditNote, Quote, Draft, Void, Test;
    public required string IssuedOn, DueOn, ValidUntil, Period, PurchaseOrder, ClientNumber, Corrects, ClientTaxId, ShipTo;
    public required string Description, Quantity, UnitPrice, Tax, Amount, CarriedForward, BroughtForward, SubtotalOf;
    public required string Subtotal, Discount, Shipping, Total, Paid, Credited, AmountDue, TaxName, On, Included;
    public required string Payment, PayBy, Holder, Bank, Reference, PayOnline, SeeOnline, ScanToPay, ScanToOpen, Notes, Terms, TaxId;

    /// <summary>"Page 1 of 3".</summary>
    public required Func<int, int, string> Page { get; init; }

    public static PaperWords In(PaperLanguage language) => language switch
    {
        PaperLanguage.German => German,
        PaperLanguage.French => French,
        PaperLanguage.Spanish => Spanish,
        _ => English,
    };

    public string Of(PaperKind kind) => kind switch { PaperKind.CreditNote => CreditNote, PaperKind.Quote => Quote, _ => Invoice };

    public string? Of(PaperStamp stamp) => stamp switch { PaperStamp.Draft => Draft, PaperStamp.Void => Void, PaperStamp.Test => Test, _ => null };

    private static readonly PaperWords English = new()
    {
        Code = "en", Invoice = "Invoice", CreditNote = "Credit note", Quote = "Quote", Draft = "DRAFT", Void = "VOID", Test = "TEST",
        IssuedOn = "Issue date", DueOn = "Due date", ValidUntil = "Valid until", Period = "Period", PurchaseOrder = "PO number", ClientNumber = "Client number", Corrects = "Credits invoice", ClientTaxId = "Your tax ID", ShipTo = "Ship to",
        Description = "Description", Quantity = "Quantity", UnitPrice = "Unit price", Tax = "Tax", Amount = "Amount", CarriedForward = "Carried forward", BroughtForward = "Brought forward", SubtotalOf = "Subtotal",
        Subtotal = "Subtotal", Discount = "Discount", Shipping = "Shipping", Total = "Total", Paid = "Paid", Credited = "Credited", AmountDue = "Amount due", TaxName = "Tax", On = "on", Included = "includes",
        Payment = "Payment", PayBy = "Please pay by", Holder = "Account holder", Bank = "Bank", Reference = "Reference", PayOnline = "Pay online", SeeOnline = "View and pay online", ScanToPay = "Scan with your banking app", ScanToOpen = "Scan to open the page", Notes = "Notes", Terms = "Terms", TaxId = "Tax ID",
        Page = (page, of) => $"Page {page} of {of}",
    };

    private static readonly PaperWords German = new()
    {
        Code = "de", Invoice = "Rechnung", CreditNote = "Rechnungskorrektur", Quote = "Angebot", Draft = "ENTWURF", Void = "STORNIERT", Test = "TEST",
        IssuedOn = "Datum", DueOn = "Fällig am", ValidUntil = "Gültig bis", Period = "Leistungszeitraum", PurchaseOrder = "Bestellnummer", ClientNumber = "Kundennummer", Corrects = "Zu Rechnung", ClientTaxId = "Ihre USt-IdNr.", ShipTo = "Lieferadresse",
        Description = "Beschreibung", Quantity = "Menge", UnitPrice = "Einzelpreis", Tax = "USt.", Amount = "Betrag", CarriedForward = "Übertrag", BroughtForward = "Übertrag", SubtotalOf = "Summe",
        Subtotal = "Zwischensumme", Discount = "Rabatt", Shipping = "Versand", Total = "Gesamtbetrag", Paid = "Bezahlt", Credited = "Gutgeschrieben", AmountDue = "Offener Betrag", TaxName = "USt.", On = "auf", Included = "enthält",
        Payment = "Zahlung", PayBy = "Bitte zahlen Sie bis zum", Holder = "Kontoinhaber", Bank = "Bank", Reference = "Verwendungszweck", PayOnline = "Online bezahlen", SeeOnline = "Online ansehen und bezahlen", ScanToPay = "Mit der Banking-App scannen", ScanToOpen = "Scannen öffnet die Seite", Notes = "Hinweise", Terms = "Bedingungen", TaxId = "USt-IdNr.",
        Page = (page, of) => $"Seite {page} von {of}",
    };

    private static readonly PaperWords French = new()
    {
        Code = "fr", Invoice = "Facture", CreditNote = "Avoir", Quote = "Devis", Draft = "BROUILLON", Void = "ANNULÉE", Test = "TEST",
        IssuedOn = "Date d’émission", DueOn = "Échéance", ValidUntil = "Valable jusqu’au", Period = "Période", PurchaseOrder = "Bon de commande", ClientNumber = "Numéro de client", Corrects = "Sur la facture", ClientTaxId = "Votre nº de TVA", ShipTo = "Adresse de livraison",
        Description = "Désignation", Quantity = "Quantité", UnitPrice = "Prix unitaire", Tax = "TVA", Amount = "Montant", CarriedForward = "À reporter", BroughtForward = "Report", SubtotalOf = "Sous-total",
        Subtotal = "Sous-total", Discount = "Remise", Shipping = "Livraison", Total = "Total", Paid = "Payé", Credited = "Avoirs", AmountDue = "Reste à payer", TaxName = "TVA", On = "sur", Included = "dont",
        Payment = "Paiement", PayBy = "À régler au plus tard le", Holder = "Titulaire", Bank = "Banque", Reference = "Référence", PayOnline = "Payer en ligne", SeeOnline = "Voir et payer en ligne", ScanToPay = "À scanner avec votre application bancaire", ScanToOpen = "À scanner pour ouvrir la page", Notes = "Remarques", Terms = "Conditions", TaxId = "Nº de TVA",
        Page = (page, of) => $"Page {page} sur {of}",
    };

    private static readonly PaperWords Spanish = new()
    {
        Code = "es", Invoice = "Factura", CreditNote = "Factura rectificativa", Quote = "Presupuesto", Draft = "BORRADOR", Void = "ANULADA", Test = "PRUEBA",
        IssuedOn = "Fecha de emisión", DueOn = "Vencimiento", ValidUntil = "Válido hasta", Period = "Período", PurchaseOrder = "N.º de pedido", ClientNumber = "N.º de cliente", Corrects = "Rectifica la factura", ClientTaxId = "Su NIF/IVA", ShipTo = "Dirección de entrega",
        Description = "Descripción", Quantity = "Cantidad", UnitPrice = "Precio unitario", Tax = "IVA", Amount = "Importe", CarriedForward = "Suma y sigue", BroughtForward = "Suma anterior", SubtotalOf = "Subtotal",
        Subtotal = "Subtotal", Discount = "Descuento", Shipping = "Envío", Total = "Total", Paid = "Pagado", Credited = "Abonado", AmountDue = "Importe pendiente", TaxName = "IVA", On = "sobre", Included = "incluye",
        Payment = "Pago", PayBy = "A pagar, a más tardar, el", Holder = "Titular", Bank = "Banco", Reference = "Concepto", PayOnline = "Pagar en línea", SeeOnline = "Ver y pagar en línea", ScanToPay = "Escanee con la aplicación de su banco", ScanToOpen = "Escanee para abrir la página", Notes = "Observaciones", Terms = "Condiciones", TaxId = "NIF/IVA",
        Page = (page, of) => $"Página {page} de {of}",
    };
}
