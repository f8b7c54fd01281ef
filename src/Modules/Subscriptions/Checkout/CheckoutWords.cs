using System.Globalization;

namespace Billing.Subscriptions;

/// <summary>What pages for those who subscribe say, in the four languages of documents.</summary>
internal sealed record CheckoutWords
{
    /// <summary>The amounts are not those any more that stood on the page.</summary>
    public const string PriceMoved = "price-moved";

    /// <summary>No card was chosen.</summary>
    public const string CardMissing = "card-missing";

    public required string Language { get; init; }
    public required string Title { get; init; }
    public required string Seats { get; init; }
    public required string PlusUsage { get; init; }
    public required string FreeUntil { get; init; }
    public required string DueToday { get; init; }
    public required string NextInvoice { get; init; }
    public required string Total { get; init; }
    public required string Included { get; init; }
    public required string Coupon { get; init; }
    public required string Apply { get; init; }
    public required string YourDetails { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string Line1 { get; init; }
    public required string Line2 { get; init; }
    public required string PostalCode { get; init; }
    public required string City { get; init; }
    public required string State { get; init; }
    public required string Country { get; init; }
    public required string TaxId { get; init; }
    public required string Card { get; init; }
    public required string CardFirst { get; init; }
    public required string CardKept { get; init; }
    public required string EnterCard { get; init; }
    public required string EnterAnother { get; init; }
    public required string TestMode { get; init; }
    public required string CardSucceeds { get; init; }
    public required string CardDeclines { get; init; }
    public required string CardAsks { get; init; }
    public required string Renews { get; init; }
    public required string Subscribe { get; init; }
    public required string Cancel { get; init; }
    public required string Done { get; init; }
    public required string DoneMore { get; init; }
    public required string GoOn { get; init; }
    public required string NothingHere { get; init; }
    public required string AskForAnother { get; init; }
    public required string TooOften { get; init; }

    /// <summary>Week, month, quarter, half-year, year: with one of them, and with a number.</summary>
    public required IReadOnlyList<(string One, string Many)> Intervals { get; init; }

    /// <summary>What stands in the way, by the code of its refusal.</summary>
    public required IReadOnlyDictionary<string, string> Problems { get; init; }

    /// <summary>What is said of everything else that stands in the way.</summary>
    public required string Otherwise { get; init; }

    /// <summary>Those of a language; English where there are none.</summary>
    public static CheckoutWords In(string? language) => (language ?? "").Split('-', ',', ';')[0].Trim().ToLowerInvariant() switch
    {
        "de" => German,
        "fr" => French,
        "es" => Spanish,
        _ => English,
    };

    /// <summary>How often a price is asked for.</summary>
    public string Every(PlanInterval interval) => interval.Count == 1 ? Intervals[(int)interval.Unit].One : Intervals[(int)interval.Unit].Many.Replace("{0}", interval.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>What to do about a refusal.</summary>
    public string ProblemOf(string code) => Problems.GetValueOrDefault(code, Otherwise);

    /// <summary>What a test card does.</summary>
    /// <param name="declines">Why it is declined; null where it is not.</param>
    public string CardOf(string? declines) => declines switch { null => CardSucceeds, StripeProvider.AuthenticationRequired => CardAsks, _ => CardDeclines };

    private static readonly CheckoutWords English = new()
    {
        Language = "en", Title = "Subscribe", Seats = "Seats", PlusUsage = "plus what is used", FreeUntil = "Free until", DueToday = "Due today", NextInvoice = "Next invoice on", Total = "Total", Included = "included", Coupon = "Coupon", Apply = "Apply",
        YourDetails = "Your details", Name = "Name or company", Email = "E-mail for invoices", Line1 = "Street and number", Line2 = "Further line of the address", PostalCode = "Postal code", City = "City", State = "State or province", Country = "Country, two letters such as US", TaxId = "Tax ID",
        Card = "Card", CardFirst = "You enter it on a page of our payment provider, and come back here. Nothing is charged yet.", CardKept = "kept, is charged", EnterCard = "Enter a card", EnterAnother = "Enter another card", TestMode = "Test mode: no money is taken. Choose a test card.", CardSucceeds = "succeeds", CardDeclines = "is declined", CardAsks = "asks its owner to confirm",
        Renews = "The subscription renews by itself until it is cancelled.", Subscribe = "Subscribe", Cancel = "Cancel", Done = "Thank you, you are subscribed", DoneMore = "The invoice comes by e-mail.", GoOn = "Continue",
        NothingHere = "There is nothing to see here", AskForAnother = "The link has run out, was ended, or is not complete. Ask whoever sent it for another one.", TooOften = "That was too often. Wait a minute and open the link again.",
        Intervals = [("a week", "every {0} weeks"), ("a month", "every {0} months"), ("a quarter", "every {0} quarters"), ("every half-year", "every {0} half-years"), ("a year", "every {0} years")],
        Problems = new Dictionary<string, string>
        {
            ["unknown-coupon"] = "There is no such coupon. Check its spelling, or leave it out.", ["coupon-withdrawn"] = "This coupon holds no more. Leave it out.", ["coupon-used-up"] = "This coupon is used up. Leave it out.", ["coupon-other-currency"] = "This coupon is for another currency. Leave it out.",
            ["already-subscribed"] = "You have such a subscription already.", ["name-missing"] = "Write your name or that of your company.", ["bad-email"] = "This is not an e-mail address. Check its spelling.", ["bad-country"] = "A country is two letters, such as US.",
            ["card-declined"] = "The bank declined this card. Choose another one.", ["unknown-card-token"] = "This card is not known. Choose another one.", [PriceMoved] = "The amounts are different by now. Look at them once more.", [CardMissing] = "A card is needed first.", ["provider-away"] = "Cards cannot be entered just now. Try again shortly; nothing was charged.",
        },
        Otherwise = "This cannot be subscribed to as it is. Ask whoever sent you the link.",
    };

    private static readonly CheckoutWords German = new()
    {
        Language = "de", Title = "Abonnieren", Seats = "Plätze", PlusUsage = "zuzüglich Verbrauch", FreeUntil = "Kostenlos bis", DueToday = "Heute zu zahlen", NextInvoice = "Nächste Rechnung am", Total = "Gesamtbetrag", Included = "enthalten", Coupon = "Gutschein", Apply = "Einlösen",
        YourDetails = "Ihre Angaben", Name = "Name oder Firma", Email = "E-Mail für Rechnungen", Line1 = "Straße und Hausnummer", Line2 = "Adresszusatz", PostalCode = "Postleitzahl", City = "Ort", State = "Bundesland oder Provinz", Country = "Land, zwei Buchstaben wie DE", TaxId = "Steuernummer",
        Card = "Karte", CardFirst = "Sie geben sie auf einer Seite unseres Zahlungsanbieters ein und kommen hierher zurück. Es wird noch nichts eingezogen.", CardKept = "hinterlegt, wird belastet", EnterCard = "Karte eingeben", EnterAnother = "Andere Karte eingeben", TestMode = "Testbetrieb: Es wird kein Geld eingezogen. Wählen Sie eine Testkarte.", CardSucceeds = "gelingt", CardDeclines = "wird abgelehnt", CardAsks = "verlangt eine Bestätigung",
        Renews = "Das Abonnement verlängert sich von selbst, bis es gekündigt wird.", Subscribe = "Kostenpflichtig abonnieren", Cancel = "Abbrechen", Done = "Danke, Ihr Abonnement läuft", DoneMore = "Die Rechnung kommt per E-Mail.", GoOn = "Weiter",
        NothingHere = "Hier ist nichts zu sehen", AskForAnother = "Der Link ist abgelaufen, wurde beendet oder ist nicht vollständig. Bitten Sie den Absender um einen neuen.", TooOften = "Das war zu oft. Warten Sie eine Minute und öffnen Sie den Link noch einmal.",
        Intervals = [("pro Woche", "alle {0} Wochen"), ("pro Monat", "alle {0} Monate"), ("pro Quartal", "alle {0} Quartale"), ("pro Halbjahr", "alle {0} Halbjahre"), ("pro Jahr", "alle {0} Jahre")],
        Problems = new Dictionary<string, string>
        {
            ["unknown-coupon"] = "Diesen Gutschein gibt es nicht. Prüfen Sie die Schreibweise, oder lassen Sie ihn weg.", ["coupon-withdrawn"] = "Dieser Gutschein gilt nicht mehr. Lassen Sie ihn weg.", ["coupon-used-up"] = "Dieser Gutschein ist aufgebraucht. Lassen Sie ihn weg.", ["coupon-other-currency"] = "Dieser Gutschein gilt für eine andere Währung. Lassen Sie ihn weg.",
            ["already-subscribed"] = "Sie haben bereits ein solches Abonnement.", ["name-missing"] = "Geben Sie Ihren Namen oder den Ihrer Firma an.", ["bad-email"] = "Das ist keine E-Mail-Adresse. Prüfen Sie die Schreibweise.", ["bad-country"] = "Ein Land sind zwei Buchstaben, etwa DE.",
            ["card-declined"] = "Die Bank hat diese Karte abgelehnt. Wählen Sie eine andere.", ["unknown-card-token"] = "Diese Karte ist nicht bekannt. Wählen Sie eine andere.", [PriceMoved] = "Die Beträge haben sich inzwischen geändert. Sehen Sie sie noch einmal an.", [CardMissing] = "Zuerst wird eine Karte gebraucht.", ["provider-away"] = "Karten können gerade nicht eingegeben werden. Versuchen Sie es gleich noch einmal; es wurde nichts eingezogen.",
        },
        Otherwise = "So kann das nicht abonniert werden. Fragen Sie den Absender des Links.",
    };

    private static readonly CheckoutWords French = new()
    {
        Language = "fr", Title = "S’abonner", Seats = "Places", PlusUsage = "plus la consommation", FreeUntil = "Gratuit jusqu’au", DueToday = "À payer aujourd’hui", NextInvoice = "Prochaine facture le", Total = "Total", Included = "incluse", Coupon = "Code promo", Apply = "Appliquer",
        YourDetails = "Vos coordonnées", Name = "Nom ou société", Email = "E-mail pour les factures", Line1 = "Rue et numéro", Line2 = "Complément d’adresse", PostalCode = "Code postal", City = "Ville", State = "Région ou province", Country = "Pays, deux lettres comme FR", TaxId = "Numéro fiscal",
        Card = "Carte", CardFirst = "Vous la saisissez sur une page de notre prestataire de paiement, puis revenez ici. Rien n’est encore débité.", CardKept = "enregistrée, est débitée", EnterCard = "Saisir une carte", EnterAnother = "Saisir une autre carte", TestMode = "Mode test : aucun argent n’est prélevé. Choisissez une carte de test.", CardSucceeds = "réussit", CardDeclines = "est refusée", CardAsks = "demande une confirmation",
        Renews = "L’abonnement se renouvelle de lui-même jusqu’à sa résiliation.", Subscribe = "S’abonner avec obligation de paiement", Cancel = "Annuler", Done = "Merci, vous êtes abonné", DoneMore = "La facture arrive par e-mail.", GoOn = "Continuer",
        NothingHere = "Il n’y a rien à voir ici", AskForAnother = "Le lien a expiré, a été fermé ou n’est pas complet. Demandez-en un autre à l’expéditeur.", TooOften = "C’était trop souvent. Attendez une minute et rouvrez le lien.",
        Intervals = [("par semaine", "toutes les {0} semaines"), ("par mois", "tous les {0} mois"), ("par trimestre", "tous les {0} trimestres"), ("par semestre", "tous les {0} semestres"), ("par an", "tous les {0} ans")],
        Problems = new Dictionary<string, string>
        {
            ["unknown-coupon"] = "Ce code promo n’existe pas. Vérifiez-le, ou laissez le champ vide.", ["coupon-withdrawn"] = "Ce code promo n’est plus valable. Laissez le champ vide.", ["coupon-used-up"] = "Ce code promo est épuisé. Laissez le champ vide.", ["coupon-other-currency"] = "Ce code promo vaut pour une autre devise. Laissez le champ vide.",
            ["already-subscribed"] = "Vous avez déjà un tel abonnement.", ["name-missing"] = "Indiquez votre nom ou celui de votre société.", ["bad-email"] = "Ce n’est pas une adresse e-mail. Vérifiez-la.", ["bad-country"] = "Un pays s’écrit en deux lettres, comme FR.",
            ["card-declined"] = "La banque a refusé cette carte. Choisissez-en une autre.", ["unknown-card-token"] = "Cette carte n’est pas connue. Choisissez-en une autre.", [PriceMoved] = "Les montants ont changé entre-temps. Vérifiez-les encore une fois.", [CardMissing] = "Il faut d’abord une carte.", ["provider-away"] = "Aucune carte ne peut être saisie pour l’instant. Réessayez bientôt ; rien n’a été prélevé.",
        },
        Otherwise = "L’abonnement n’est pas possible ainsi. Demandez à l’expéditeur du lien.",
    };

    private static readonly CheckoutWords Spanish = new()
    {
        Language = "es", Title = "Suscribirse", Seats = "Plazas", PlusUsage = "más el consumo", FreeUntil = "Gratis hasta el", DueToday = "A pagar hoy", NextInvoice = "Próxima factura el", Total = "Total", Included = "incluido", Coupon = "Cupón", Apply = "Aplicar",
        YourDetails = "Sus datos", Name = "Nombre o empresa", Email = "Correo para las facturas", Line1 = "Calle y número", Line2 = "Complemento de la dirección", PostalCode = "Código postal", City = "Ciudad", State = "Estado o provincia", Country = "País, dos letras como ES", TaxId = "Número fiscal",
        Card = "Tarjeta", CardFirst = "La introduce en una página de nuestro proveedor de pagos y vuelve aquí. Todavía no se carga nada.", CardKept = "guardada, se carga", EnterCard = "Introducir una tarjeta", EnterAnother = "Introducir otra tarjeta", TestMode = "Modo de prueba: no se cobra dinero. Elija una tarjeta de prueba.", CardSucceeds = "funciona", CardDeclines = "es rechazada", CardAsks = "pide una confirmación",
        Renews = "La suscripción se renueva por sí sola hasta que se cancele.", Subscribe = "Suscribirse con obligación de pago", Cancel = "Cancelar", Done = "Gracias, ya está suscrito", DoneMore = "La factura llega por correo electrónico.", GoOn = "Continuar",
        NothingHere = "Aquí no hay nada que ver", AskForAnother = "El enlace ha caducado, se ha cerrado o no está completo. Pida otro a quien se lo envió.", TooOften = "Han sido demasiadas veces. Espere un minuto y vuelva a abrir el enlace.",
        Intervals = [("por semana", "cada {0} semanas"), ("por mes", "cada {0} meses"), ("por trimestre", "cada {0} trimestres"), ("por semestre", "cada {0} semestres"), ("por año", "cada {0} años")],
        Problems = new Dictionary<string, string>
        {
            ["unknown-coupon"] = "Ese cupón no existe. Revise cómo está escrito o déjelo vacío.", ["coupon-withdrawn"] = "Este cupón ya no es válido. Déjelo vacío.", ["coupon-used-up"] = "Este cupón está agotado. Déjelo vacío.", ["coupon-other-currency"] = "Este cupón es para otra moneda. Déjelo vacío.",
            ["already-subscribed"] = "Ya tiene una suscripción como esta.", ["name-missing"] = "Escriba su nombre o el de su empresa.", ["bad-email"] = "Esto no es una dirección de correo. Revise cómo está escrita.", ["bad-country"] = "Un país son dos letras, como ES.",
            ["card-declined"] = "El banco ha rechazado esta tarjeta. Elija otra.", ["unknown-card-token"] = "No se conoce esta tarjeta. Elija otra.", [PriceMoved] = "Los importes han cambiado entretanto. Mírelos otra vez.", [CardMissing] = "Primero hace falta una tarjeta.", ["provider-away"] = "Ahora mismo no se pueden introducir tarjetas. Vuelva a intentarlo en breve; no se ha cobrado nada.",
        },
        Otherwise = "Así no es posible suscribirse. Pregunte a quien le envió el enlace.",
    };
}
