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
    public required string BecomesOn { get; init; }
    public required string ChangePlan { get; init; }
    public required string ChangeTo { get; init; }
    public required string Look { get; init; }
    public required string Change { get; init; }
    public required string HoldsFrom { get; init; }
    public required string Cancel { get; init; }
    public required string GoOn { get; init; }
    public required string End { get; init; }
    public required string EndMore { get; init; }
    public required string EndNow { get; init; }
    public required string Cards { get; init; }
    public required string NoCard { get; init; }
    public required string IsCharged { get; init; }
    public required string Prefer { get; init; }
    public required string Remove { get; init; }
    public required string Add { get; init; }
    public required string Keep { get; init; }
    public required string Invoices { get; init; }
    public required string NoInvoice { get; init; }
    public required string Paid { get; init; }
    public required string Outstanding { get; init; }
    public required string Back { get; init; }
    public required string NotLet { get; init; }

    /// <summary>What a subscription is, in the order of <see cref="SubscriptionStatus"/>.</summary>
    public required IReadOnlyList<string> Statuses { get; init; }

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
        Shared = CheckoutWords.In("en"), Title = "Your subscriptions", Subscriptions = "Subscriptions", NoSubscription = "You have no subscription.", RenewsOn = "Renews on", EndsOn = "Ends on", BecomesOn = "From the next period on:", ChangePlan = "Change plan or seats", ChangeTo = "Change to", Look = "See what it comes to", Change = "Change", HoldsFrom = "Holds from",
        Cancel = "Cancel with the period", GoOn = "Go on after all", End = "End at once…", EndMore = "It ends now and cannot be taken back. What is unused is credited.", EndNow = "End it now", Cards = "Cards", NoCard = "There is no card.", IsCharged = "is charged", Prefer = "Charge this one", Remove = "Remove", Add = "Add a card", Keep = "Add this card", Invoices = "Invoices", NoInvoice = "There is no invoice.", Paid = "paid", Outstanding = "outstanding",
        Back = "Back", NotLet = "This is not possible by yourself. Ask whoever sent you the link.",
        Statuses = ["Begins later", "Trial", "Active", "Paused", "Ended", "Past due", "Unpaid"],
    };

    private static readonly PortalWords German = new()
    {
        Shared = CheckoutWords.In("de"), Title = "Ihre Abonnements", Subscriptions = "Abonnements", NoSubscription = "Sie haben kein Abonnement.", RenewsOn = "Verlängert sich am", EndsOn = "Endet am", BecomesOn = "Ab dem nächsten Zeitraum:", ChangePlan = "Tarif oder Plätze ändern", ChangeTo = "Wechseln zu", Look = "Ansehen, was es kostet", Change = "Wechseln", HoldsFrom = "Gilt ab",
        Cancel = "Zum Ende des Zeitraums kündigen", GoOn = "Doch nicht kündigen", End = "Sofort beenden …", EndMore = "Es endet jetzt und lässt sich nicht zurücknehmen. Was ungenutzt ist, wird gutgeschrieben.", EndNow = "Jetzt beenden", Cards = "Karten", NoCard = "Es gibt keine Karte.", IsCharged = "wird belastet", Prefer = "Diese belasten", Remove = "Entfernen", Add = "Karte hinzufügen", Keep = "Diese Karte hinzufügen", Invoices = "Rechnungen", NoInvoice = "Es gibt keine Rechnung.", Paid = "bezahlt", Outstanding = "offen",
        Back = "Zurück", NotLet = "Das geht nicht ohne uns. Fragen Sie den Absender des Links.",
        Statuses = ["Beginnt später", "Probezeit", "Aktiv", "Pausiert", "Beendet", "Überfällig", "Unbezahlt"],
    };

    private static readonly PortalWords French = new()
    {
        Shared = CheckoutWords.In("fr"), Title = "Vos abonnements", Subscriptions = "Abonnements", NoSubscription = "Vous n’avez aucun abonnement.", RenewsOn = "Renouvellement le", EndsOn = "Prend fin le", BecomesOn = "Dès la prochaine période :", ChangePlan = "Changer de formule ou de places", ChangeTo = "Passer à", Look = "Voir le montant", Change = "Changer", HoldsFrom = "Valable à partir du",
        Cancel = "Résilier à la fin de la période", GoOn = "Continuer malgré tout", End = "Mettre fin tout de suite…", EndMore = "L’abonnement prend fin maintenant, sans retour possible. La partie non utilisée est créditée.", EndNow = "Mettre fin maintenant", Cards = "Cartes", NoCard = "Il n’y a aucune carte.", IsCharged = "est débitée", Prefer = "Débiter celle-ci", Remove = "Retirer", Add = "Ajouter une carte", Keep = "Ajouter cette carte", Invoices = "Factures", NoInvoice = "Il n’y a aucune facture.", Paid = "payée", Outstanding = "à payer",
        Back = "Retour", NotLet = "Ce n’est pas possible par vous-même. Demandez à l’expéditeur du lien.",
        Statuses = ["Commence plus tard", "Essai", "Actif", "En pause", "Terminé", "En retard", "Impayé"],
    };

    private static readonly PortalWords Spanish = new()
    {
        Shared = CheckoutWords.In("es"), Title = "Sus suscripciones", Subscriptions = "Suscripciones", NoSubscription = "No tiene ninguna suscripción.", RenewsOn = "Se renueva el", EndsOn = "Termina el", BecomesOn = "A partir del próximo período:", ChangePlan = "Cambiar de plan o de plazas", ChangeTo = "Cambiar a", Look = "Ver el importe", Change = "Cambiar", HoldsFrom = "Vale desde el",
        Cancel = "Cancelar al final del período", GoOn = "Continuar de todos modos", End = "Terminar de inmediato…", EndMore = "Termina ahora y no se puede deshacer. Lo que no se ha usado se abona.", EndNow = "Terminar ahora", Cards = "Tarjetas", NoCard = "No hay ninguna tarjeta.", IsCharged = "se carga", Prefer = "Cargar esta", Remove = "Quitar", Add = "Añadir una tarjeta", Keep = "Añadir esta tarjeta", Invoices = "Facturas", NoInvoice = "No hay ninguna factura.", Paid = "pagada", Outstanding = "pendiente",
        Back = "Volver", NotLet = "Esto no es posible por su cuenta. Pregunte a quien le envió el enlace.",
        Statuses = ["Empieza más tarde", "Prueba", "Activa", "En pausa", "Terminada", "Atrasada", "Impagada"],
    };
}
