namespace Billing.Subscriptions;

/// <summary>How clients may cancel by themselves.</summary>
internal enum PortalCancel
{
    /// <summary>Not at all.</summary>
    No,

    /// <summary>With the period that is paid for; they may take it back until then.</summary>
    PeriodEnd,

    /// <summary>Immediately, too; what is unused is credited.</summary>
    AtOnce,
}

/// <summary>What clients may do by themselves, by a portal link.</summary>
/// <param name="Plans">The codes of the plans that they may change to, and whose seats they may change; none for no change.</param>
/// <param name="Cancel">How they may cancel.</param>
internal sealed record PortalTerms(ValueList<string> Plans, PortalCancel Cancel)
{
    private const int Most = 100;

    /// <summary>Until somebody says otherwise, clients change no plan and may cancel with their period: a link is only made by somebody who keeps subscriptions.</summary>
    public static PortalTerms Usual { get; } = new([], PortalCancel.PeriodEnd);

    /// <summary>What is wrong with them, or null.</summary>
    public Refusal? Fault() => Plans.Count > Most || Plans.Any(plan => !PlanCode.IsOne(plan)) ? BadPlans : null;

    private static readonly Refusal BadPlans = new("bad-portal-plans", $"Plans are named by their codes, at most {Most} of them.");
}
