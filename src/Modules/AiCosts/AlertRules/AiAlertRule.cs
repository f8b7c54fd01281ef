using Billing.EventStore;
using Billing.Web;

namespace Billing.AiCosts;

/// <summary>Something that happened to a rule that says what somebody should look at.</summary>
internal abstract record AiAlertRuleEvent;

/// <summary>Somebody wrote what is to be looked at, for the first time or otherwise than before.</summary>
/// <param name="Kind">What the rule looks for; it stays.</param>
/// <param name="Name">As people call it; empty: by its kind.</param>
/// <param name="Scope">Where it looks.</param>
/// <param name="Account">Of a rule for one account, which; else missing.</param>
/// <param name="Provider">Of a rule for a provider, its code in the catalogue; else empty.</param>
/// <param name="Tag">Of a rule for a tag, which; else empty.</param>
/// <param name="Level">How loudly it is said; missing: as loudly as what is found, which budgets and days that stand out say.</param>
/// <param name="Hours">Of accounts that nobody has read: for so long; else missing.</param>
/// <param name="Minutes">Of services that are down: for so long; else missing.</param>
/// <param name="Amount">Of balances: below so much; missing: when nothing is left.</param>
/// <param name="Severity">Of days that stand out: so much at least; else missing.</param>
/// <param name="Told">Who is told.</param>
[Event("aicosts.alert_rule_written")]
internal sealed record AiAlertRuleWritten(
    AiAlertKind Kind, string Name, AiAlertScope Scope, Guid? Account, string Provider, string Tag, AlertLevel? Level, int? Hours, int? Minutes, Money? Amount, AnomalySeverity? Severity, AiAlertAudience Told) : AiAlertRuleEvent;

/// <summary>The rule makes no alerts until it is switched on again.</summary>
[Event("aicosts.alert_rule_switched_off")]
internal sealed record AiAlertRuleSwitchedOff : AiAlertRuleEvent;

/// <summary>The rule makes alerts again.</summary>
[Event("aicosts.alert_rule_switched_on")]
internal sealed record AiAlertRuleSwitchedOn : AiAlertRuleEvent;

/// <summary>The rule is none any more.</summary>
[Event("aicosts.alert_rule_dropped")]
internal sealed record AiAlertRuleDropped : AiAlertRuleEvent;

/// <summary>Where a rule looks.</summary>
internal enum AiAlertScope
{
    /// <summary>At all accounts.</summary>
    Organisation,

    /// <summary>At one account.</summary>
    Account,

    /// <summary>At all accounts of a provider.</summary>
    Provider,

    /// <summary>At all accounts with a tag.</summary>
    Tag,
}

/// <summary>Who is told of an alert, by whatever means they chose for such news.</summary>
internal enum AiAlertAudience
{
    /// <summary>Whoever may see AI costs.</summary>
    Readers,

    /// <summary>Whoever may arrange AI costs.</summary>
    Keepers,

    /// <summary>Nobody: it stands among the alerts, and that is all.</summary>
    Nobody,
}

/// <summary>A rule that says what somebody should look at, where, and how loudly. A rule is no alert: it makes one for each cause it finds.</summary>
internal sealed record AiAlertRule(
    AiAlertKind Kind, string Name, AiAlertScope Scope, Guid? Account, string Provider, string Tag, AlertLevel? Level, int? Hours, int? Minutes, Money? Amount, AnomalySeverity? Severity, AiAlertAudience Told, bool IsOff, bool IsDropped) : IAggregate<AiAlertRule>
{
    public static string Alias => "aicosts.alert_rule";

    public static AiAlertRule Initial { get; } = new(AiAlertKind.Unpriced, "", AiAlertScope.Organisation, null, "", "", null, null, null, null, null, AiAlertAudience.Readers, false, false);

    public AiAlertRule Apply(object happened) => happened switch
    {
        AiAlertRuleWritten e => new(e.Kind, e.Name, e.Scope, e.Account, e.Provider, e.Tag, e.Level, e.Hours, e.Minutes, e.Amount, e.Severity, e.Told, IsOff, IsDropped),
        AiAlertRuleSwitchedOff => this with { IsOff = true },
        AiAlertRuleSwitchedOn => this with { IsOff = false },
        AiAlertRuleDropped => this with { IsDropped = true },
        _ => throw new UnknownEventException(nameof(AiAlertRule), happened),
    };

    /// <summary>The rule as one writes it down.</summary>
    public AiAlertRuleWritten Written() => new(Kind, Name, Scope, Account, Provider, Tag, Level, Hours, Minutes, Amount, Severity, Told);

    /// <summary>Whether it looks at an account.</summary>
    public bool Covers(Guid account, string provider, IReadOnlyList<string> tags) => Scope switch
    {
        AiAlertScope.Account => account == Account,
        AiAlertScope.Provider => provider == Provider,
        AiAlertScope.Tag => tags.Contains(Tag, StringComparer.Ordinal),
        _ => true,
    };

    /// <summary>Whom it tells; null: nobody.</summary>
    public Permission? Audience => Told switch { AiAlertAudience.Readers => Permission.SeeAiCosts, AiAlertAudience.Keepers => Permission.ArrangeAiCosts, _ => null };
}
