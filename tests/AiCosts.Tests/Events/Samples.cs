using System.Reflection;
using Billing.EventStore;

namespace Billing.AiCosts.Tests;

/// <summary>One of each event. A new event without a sample fails the tests that ask for it.</summary>
internal static class Samples
{
    /// <summary>What events of the module derive from, by name.</summary>
    public static readonly string[] Unions = ["AiAccountEvent", "AiAlertEvent", "AiAlertRuleEvent", "AiAllocationRuleEvent", "AiBudgetEvent", "AiChargeEvent", "AiEntryEvent", "AiImportEvent", "AiPricesEvent", "AiReadingsEvent", "AiRebillingTermsEvent", "AiSeatsEvent"];

    private static readonly Dictionary<Type, object> All = new object[]
    {
        new AiAccountOpened("litellm", "Gateway", AiRole.Attribution, "https://gateway.example.test", "team-1", new(2026, 10, 1)), new AiAccountRenamed("Gateway north"), new AiAccountRoleChosen(AiRole.Money),
        new AiAccountMoved("https://gateway-2.example.test", ""), new AiCredentialKept("sk-…3f9a"), new AiCredentialRejected("credential-rejected"), new AiMonthlyLimitAgreed(new Money(250, Currency.Parse("USD"))),
        new AiReadingPaced(240), new AiAccountTagged(["research", "support"]), new AiAccountPaused(), new AiAccountResumed(), new AiAccountArchived(),
        new AiWindowRead(new("0193e0c0-0000-7000-8000-000000000001"), "costs", new(2026, 11, 10), new(2026, 11, 14), "5d41402abc4b2a76b9719d911017c592", true, 12, 3, 1),
        new AiPriceWritten("0193e0c0-0000-7000-8000-000000000002", "anthropic", "claude-sonnet-4-5-*", new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), new("0193e0c0-0000-7000-8000-000000000001")),
        new AiCatalogueTaken("litellm", new(2026, 11, 13, 15, 0, 0, TimeSpan.Zero), 2140, 3), new AiUsagePricedAgain(new(2026, 11, 1), new(2026, 11, 14), 120, 4),
        new AiEntryWritten(new("0193e0c0-0000-7000-8000-000000000001"), new(2026, 11, 12), new UnitPrice(1.2345m), Currency.Parse("EUR"), "llama-4", 1000, 200, "Power"), new AiEntryCorrected(new(2026, 11, 11), new UnitPrice(1.5m), Currency.Parse("USD"), "", 0, 0, ""), new AiEntryStruck(),
        new AiBudgetOpened("Support", AiBudgetScope.Account, new("0193e0c0-0000-7000-8000-000000000001"), "", new Money(100, Currency.Parse("USD")), [new(new Percentage(70), AlertLevel.Warning), new(new Percentage(99.5m), AlertLevel.Emergency)]),
        new AiBudgetRenamed("Support north"), new AiBudgetAmountAgreed(new Money(150, Currency.Parse("EUR"))), new AiBudgetThresholdsChosen([new(new Percentage(90), AlertLevel.Critical)]), new AiBudgetClosed(),
        new AiAllocationWritten("Meadow", 100, new("0193e0c0-0000-7000-8000-000000000001"), "key-1", "team-1", new PersonalText(new("00000001-0000-0000-0000-000000000000"), "ada@example.test"), "gpt-5*", [new(new("0193e0c0-0000-7000-8000-00000000000c"), "", new Percentage(60)), new(new("0193e0c0-0000-7000-8000-00000000000d"), "", new Percentage(12.5m))]), new AiAllocationDropped(),
        new AiRebillingAgreed(new("0193e0c0-0000-7000-8000-00000000000c"), new Percentage(20), null), new AiRebillingEnded(),
        new AiMonthCharged(new("0193e0c0-0000-7000-8000-00000000000c"), new(2026, 10, 1), new UnitPrice(123.456789m), Currency.Parse("USD"), new Percentage(20), null, new UnitPrice(0.92m), new(2026, 10, 31), "Central bank", new Money(136.30m, Currency.Parse("EUR"))), new AiChargePutRight(new UnitPrice(130), new Money(143.52m, Currency.Parse("EUR"))),
        new AiSeatsBooked(new("0193e0c0-0000-7000-8000-000000000001"), "Copilot Business", 10, new UnitPrice(19), Currency.Parse("USD"), new(2026, 9, 30)), new AiSeatsAgreed(12, new UnitPrice(21.5m), new(2026, 10, 30)), new AiSeatsGivenUp(new(2026, 12, 1)),
        new AiAlertRaised(AiAlertKind.Anomaly, AlertLevel.Critical, new("0193e0c0-0000-7000-8000-000000000001"), null, new(2026, 11, 12), null), new AiAlertAcknowledged("A test ran all night."), new AiAlertSettled(),
        new AiAlertRuleWritten(AiAlertKind.BalanceLow, "Moon nearly empty", AiAlertScope.Provider, null, "deepseek", "", AlertLevel.Warning, null, null, new Money(20, Currency.Parse("USD")), null, AiAlertAudience.Keepers), new AiAlertRuleSwitchedOff(), new AiAlertRuleSwitchedOn(), new AiAlertRuleDropped(),
        new AiFileTaken("usage.csv", AiFileFormat.Focus, 12, 3, 1), new AiImportUndone(10, 2),
        new AiBudgetThresholdReached(new(2026, 11, 1), new Percentage(90), AlertLevel.Critical, new Money(91.25m, Currency.Parse("USD"))), new AiBudgetThresholdLeft(new(2026, 11, 1), new Percentage(90), new Money(88, Currency.Parse("USD"))),
    }.ToDictionary(sample => sample.GetType());

    /// <summary>What stands in Data/events, by file name.</summary>
    public static IReadOnlyDictionary<string, object> Pinned { get; } = new Dictionary<string, object>(All.Values.Select(sample => KeyValuePair.Create(sample.GetType().GetCustomAttribute<EventAttribute>()!.Alias, sample)))
    {
        ["aicosts.alert_raised.budget"] = new AiAlertRaised(AiAlertKind.Budget, AlertLevel.Emergency, null, new("0193e0c0-0000-7000-8000-00000000000b"), new(2026, 11, 1), new Percentage(100)),
        ["aicosts.alert_raised.rule"] = new AiAlertRaised(AiAlertKind.ServiceDown, AlertLevel.Critical, new("0193e0c0-0000-7000-8000-000000000001"), null, null, null, new("0193e0c0-0000-7000-8000-00000000000e")),
        ["aicosts.alert_rule_written.account"] = new AiAlertRuleWritten(AiAlertKind.SyncStale, "", AiAlertScope.Account, new("0193e0c0-0000-7000-8000-000000000001"), "", "", AlertLevel.Critical, 12, null, null, null, AiAlertAudience.Readers),
        ["aicosts.alert_rule_written.tag"] = new AiAlertRuleWritten(AiAlertKind.Anomaly, "Research", AiAlertScope.Tag, null, "", "research", null, null, null, null, AnomalySeverity.High, AiAlertAudience.Nobody),
        ["aicosts.allocation_written.tag"] = new AiAllocationWritten("Research", 5, null, "", "", null, "", [new(null, "research", new Percentage(100))]),
        ["aicosts.rebilling_agreed.margin"] = new AiRebillingAgreed(new("0193e0c0-0000-7000-8000-00000000000c"), null, new Money(25, Currency.Parse("EUR"))),
        ["aicosts.budget_opened.client"] = new AiBudgetOpened("Meadow", AiBudgetScope.Client, null, "", new Money(100, Currency.Parse("USD")), [], new("0193e0c0-0000-7000-8000-00000000000c")),
        ["aicosts.budget_opened.tag"] = new AiBudgetOpened("Research", AiBudgetScope.Tag, null, "research", new Money(100, Currency.Parse("USD")), []),
        ["aicosts.monthly_limit_agreed.none"] = new AiMonthlyLimitAgreed(null),
    };

    public static object Of(Type happened) => All.TryGetValue(happened, out var sample) ? sample : throw new InvalidOperationException($"{happened.Name} has no sample here.");
}
