namespace Billing.Subscriptions;

/// <summary>What pages of portal links say besides what pages of checkout links say, in the four languages of documents.</summary>
internal sealed record PortalWords
{
    /// <summary>What both say.</summary>
    public required CheckoutWords Shared { get; init; }
    public required string Title { get; init; }
    public required string Subscriptions { get; init; }
    public required string NoSubscription { get; init; }
    public required string RenewsOn { get; init; }
    public required string EndsOn { get; init; }
    public required string Ended { get; init; }
    public required string BecomesOn { get; init; }
    public required string ChangeTo { get; init; }
    public required string Look { get; init; }
    public required string Change { get; init; }
    public required string HoldsFrom { get; init; }
    public required string Cancel { get; init; }
    public required string GoOn { get; init; }
    public required string End { get; init; }
    public required string Cards { get; init; }
    public required string NoCard { get; init; }
    public required string IsCharged { get; init; }
    public required string Prefer { get; init; }
    public required string Remove { get; init; }
    public required string Add { get; init; }
    public required string Invoices { get; init; }
    public required string NoInvoice { get; init; }
    public required string Paid { get; init; }
    public required string Outstanding { get; init; }
    public required string Back { get; init; }
    public required string NotLet { get; init; }

    /// <summary>Those of a language; English where there are none.</summary>
    public static PortalWords In(string? language) => CheckoutWords.In(language).Language switch
    {
        "de" => German,
        "fr" => French,
        "es" => Spanish,
        _ => English,
    };

    /// <summary>What to do about a refusal.</summary>
    public string ProblemOf(string code) => Shared.Problems.GetValueOrDefault(code, NotLet);

    private static readonly PortalWords English = new()
    {
        Shared = CheckoutWords.In("en"), Title = "Your subscriptions", Subscriptions = "Subscriptions", NoSubscription = "You have no subscription.", RenewsOn = "Renews on", EndsOn = "Ends on", Ended = "Ended", BecomesOn = "From the next period on:", ChangeTo = "Change to", Look = "See what it comes to", Change = "Change", HoldsFrom = "Holds from",
        Cancel = "Cancel with the period", GoOn = "Go on after all", End = "End at once", Cards = "Cards", NoCard = "There is no card.", IsCharged = "is charged", Prefer = "Charge this one", Remove = "Remove", Add = "Add the card", Invoices = "Invoices", NoInvoice = "There is no invoice.", Paid = "paid", Outstanding = "outstanding",
        Back = "Back", NotLet = "This is not possible by yourself. Ask whoever sent you the link.",
    };

    private static readonly PortalWords German = new()
    {
        Shared = CheckoutWords.In("de"), Title = "Ihre Abonnements", Subscriptions = "Abonnements", NoSubscription = "Sie haben kein Abonnement.", RenewsOn = "Verlängert sich am", EndsOn = "Endet am", Ended = "Beendet", BecomesOn = "Ab dem nächsten Zeitraum:", ChangeTo = "Wechseln zu", Look = "Ansehen, was es kostet", Change = "Wechseln", HoldsFrom = "Gilt ab",
        Cancel = "Zum Ende des Zeitraums kündigen", GoOn = "Doch nicht kündigen", End = "Sofort beenden", Cards = "Karten", NoCard = "Es gibt keine Karte.", IsCharged = "wird belastet", Prefer = "Diese belasten", Remove = "Entfernen", Add = "Karte hinzufügen", Invoices = "Rechnungen", NoInvoice = "Es gibt keine Rechnung.", Paid = "bezahlt", Outstanding = "offen",
        Back = "Zurück", NotLet = "Das geht nicht ohne uns. Fragen Sie den Absender des Links.",
    };

    private static readonly PortalWords French = new()
    {
        Shared = CheckoutWords.In("fr"), Title = "Vos abonnements", Subscriptions = "Abonnements", NoSubscription = "Vous n’avez aucun abonnement.", RenewsOn = "Renouvellement le", EndsOn = "Prend fin le", Ended = "Terminé", BecomesOn = "Dès la prochaine période :", ChangeTo = "Passer à", Look = "Voir le montant", Change = "Changer", HoldsFrom = "Valable à partir du",
        Cancel = "Résilier à la fin de la période", GoOn = "Continuer malgré tout", End = "Mettre fin tout de suite", Cards = "Cartes", NoCard = "Il n’y a aucune carte.", IsCharged = "est débitée", Prefer = "Débiter celle-ci", Remove = "Retirer", Add = "Ajouter la carte", Invoices = "Factures", NoInvoice = "Il n’y a aucune facture.", Paid = "payée", Outstanding = "à payer",
        Back = "Retour", NotLet = "Ce n’est pas possible par vous-même. Demandez à l’expéditeur du lien.",
    };

    private static readonly PortalWords Spanish = new()
    {
        Shared = CheckoutWords.In("es"), Title = "Sus suscripciones", Subscriptions = "Suscripciones", NoSubscription = "No tiene ninguna suscripción.", RenewsOn = "Se renueva el", EndsOn = "Termina el", Ended = "Terminada", BecomesOn = "A partir del próximo período:", ChangeTo = "Cambiar a", Look = "Ver el importe", Change = "Cambiar", HoldsFrom = "Vale desde el",
        Cancel = "Cancelar al final del período", GoOn = "Continuar de todos modos", End = "Terminar ahora", Cards = "Tarjetas", NoCard = "No hay ninguna tarjeta.", IsCharged = "se carga", Prefer = "Cargar esta", Remove = "Quitar", Add = "Añadir la tarjeta", Invoices = "Facturas", NoInvoice = "No hay ninguna factura.", Paid = "pagada", Outstanding = "pendiente",
        Back = "Volver", NotLet = "Esto no es posible por su cuenta. Pregunte a quien le envió el enlace.",
    };
}
