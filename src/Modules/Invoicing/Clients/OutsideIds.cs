namespace Billing.Invoicing;

/// <summary>Another system that knows clients.</summary>
internal enum OutsideSystem
{
    /// <summary>Stripe, by its customer id.</summary>
    Stripe,

    /// <summary>The help desk.</summary>
    HelpDesk,

    /// <summary>The customer relations system.</summary>
    Crm,

    /// <summary>The accounting software.</summary>
    Accounting,
}

/// <summary>Under which ids other systems know a client.</summary>
/// <param name="Stripe">A Stripe customer.</param>
internal sealed record OutsideIds(string? Stripe = null, string? HelpDesk = null, string? Crm = null, string? Accounting = null)
{
    public static OutsideIds None { get; } = new();

    /// <summary>The id in one system; null for none.</summary>
    public string? In(OutsideSystem system) => system switch
    {
        OutsideSystem.Stripe => Stripe,
        OutsideSystem.HelpDesk => HelpDesk,
        OutsideSystem.Crm => Crm,
        _ => Accounting,
    };

    /// <summary>With another id in one system.</summary>
    public OutsideIds With(OutsideSystem system, string? id) => system switch
    {
        OutsideSystem.Stripe => this with { Stripe = id },
        OutsideSystem.HelpDesk => this with { HelpDesk = id },
        OutsideSystem.Crm => this with { Crm = id },
        _ => this with { Accounting = id },
    };
}
