namespace Billing.AiCosts.Tests;

/// <summary>What rules make of how it stands: one alert for each cause, where they look and while they are on.</summary>
public class Rules_of_alerts
{
    private static readonly DateTimeOffset Now = new(2026, 11, 13, 15, 0, 0, TimeSpan.Zero);
    private static readonly Guid One = new("0193e0c0-0000-7000-8000-000000000001"), Own = new("0193e0c0-0000-7000-8000-00000000000e");
    private static readonly AiAccountFacts Account = new(One, "deepseek", ["research"], AiCredentialState.Kept, true, 60, Now.AddDays(-9), Now.AddHours(-1), null, false, []);

    private static readonly AiAccount Kept = AiAccount.Initial with { Provider = "deepseek" };

    private static KeptAlertRule Usual(AiAlertKind kind) => new(AiAlertRules.IdOf(kind), AiAlertRules.UsualOf(AiAlertRules.IdOf(kind))!, 0);

    private static AiAlertRule Rule(AiAlertKind kind, ArrangeAlertRule? terms = null)
    {
        var decided = new WriteAlertRule(kind, terms).Decide(Kept, true, 0);
        Assert.Null(decided.Refusal);
        return decided.Events.Aggregate(AiAlertRule.Initial, (rule, one) => rule.Apply(one));
    }

    private static string Found(AiAlertRule rule, params AiAccountFacts[] accounts) => Found(rule, [], accounts);

    private static string Found(AiAlertRule rule, AiDayFacts[] days, params AiAccountFacts[] accounts) =>
        string.Join(", ", new AiAlertFacts(Now, accounts, days, []).Found(Own, rule).Select(alert => $"{alert.Kind} {alert.Level}"));

    private static Cost Usd(decimal amount) => new(amount, Currency.Parse("USD"));

    [Fact]
    public void that_everybody_has_are_one_of_each_kind_and_look_everywhere() => Assert.All(Enum.GetValues<AiAlertKind>(), kind =>
    {
        var rule = Usual(kind);
        Assert.Equal((kind, AiAlertScope.Organisation, true, true), (rule.Rule.Kind, rule.Rule.Scope, rule.IsOn, rule.IsUsual));
    });

    [Theory]
    [InlineData(48, -47, "")]
    [InlineData(48, -48, "SyncStale Warning")]
    [InlineData(12, -13, "SyncStale Warning")]
    [InlineData(1, -1, "")] // it is read once an hour, and has another one
    public void tell_of_an_account_that_nobody_has_read_for_so_many_hours(int hours, int read, string found) =>
        Assert.Equal(found, Found(Rule(AiAlertKind.SyncStale, new(Hours: hours)), Account with { LastRead = Now.AddHours(read) }));

    [Theory]
    [InlineData(null, "4:59", "")]
    [InlineData(null, "5:00", "ServiceDown Critical")]
    [InlineData(10, "9:59", "")]
    [InlineData(10, "10:00", "ServiceDown Critical")]
    public void tell_of_a_service_that_is_down_for_so_many_minutes(int? minutes, string down, string found) =>
        Assert.Equal(found, Found(Rule(AiAlertKind.ServiceDown, new(Minutes: minutes)), Account with { Down = TimeSpan.Parse($"0:{down}", System.Globalization.CultureInfo.InvariantCulture) }));

    [Fact]
    public void tell_of_no_account_that_is_paused_or_has_no_credential_any_more()
    {
        var down = Account with { Down = TimeSpan.FromHours(3), LastRead = null, Balances = [Usd(0)] };
        foreach (var kind in new[] { AiAlertKind.ServiceDown, AiAlertKind.SyncStale, AiAlertKind.BalanceLow })
        {
            Assert.NotEqual("", Found(Rule(kind), down));
            Assert.Equal("", Found(Rule(kind), down with { IsFollowed = false }) + Found(Rule(kind), down with { Credential = AiCredentialState.Rejected }));
        }
    }

    [Fact]
    public void tell_of_a_balance_below_their_amount_in_its_currency_and_without_one_when_nothing_is_left()
    {
        var low = Rule(AiAlertKind.BalanceLow, new(Amount: new Money(20, Currency.Parse("USD")), Level: AlertLevel.Warning));
        Assert.Equal("", Found(low, Account with { Balances = [Usd(20), new Cost(1, Currency.Parse("CNY"))] }));
        Assert.Equal("BalanceLow Warning", Found(low, Account with { Balances = [Usd(19.999m)] }));
        Assert.Equal("", Found(Rule(AiAlertKind.BalanceLow), Account) + Found(Rule(AiAlertKind.BalanceLow), Account with { Balances = [Usd(0), new Cost(1, Currency.Parse("CNY"))] }));
        Assert.Equal("BalanceLow Critical", Found(Rule(AiAlertKind.BalanceLow), Account with { Balances = [Usd(-0.5m)] }));
    }

    [Fact]
    public void tell_of_days_that_stand_out_so_much_at_least_as_loudly_as_they_do_or_as_was_said()
    {
        static AiDayFacts Day(AnomalySeverity severity, int day = 11) => new(One, new(2026, 11, day), severity);
        Assert.Equal("Anomaly Warning", Found(Rule(AiAlertKind.Anomaly), [Day(AnomalySeverity.Medium), Day(AnomalySeverity.Low, 12)], Account));
        Assert.Equal("Anomaly Critical", Found(Rule(AiAlertKind.Anomaly), [Day(AnomalySeverity.Medium), Day(AnomalySeverity.High)], Account)); // in two currencies
        Assert.Equal("Anomaly Warning, Anomaly Critical", Found(Rule(AiAlertKind.Anomaly, new(Severity: AnomalySeverity.Low)), [Day(AnomalySeverity.Low), Day(AnomalySeverity.Critical, 12)], Account));
        Assert.Equal("Anomaly Emergency", Found(Rule(AiAlertKind.Anomaly, new(Severity: AnomalySeverity.High, Level: AlertLevel.Emergency)), [Day(AnomalySeverity.Medium, 12), Day(AnomalySeverity.High)], Account));
    }

    [Fact]
    public void look_only_where_they_are_to()
    {
        var unpriced = Account with { HasUnpriced = true };
        foreach (var (terms, fits) in new (ArrangeAlertRule, bool)[]
        {
            (new(Scope: AiAlertScope.Account, AccountId: new(One)), true), (new(Scope: AiAlertScope.Account, AccountId: new(Own)), false), (new(Scope: AiAlertScope.Provider, Provider: "deepseek"), true),
            (new(Scope: AiAlertScope.Provider, Provider: "openai"), false), (new(Scope: AiAlertScope.Tag, Tag: "research"), true), (new(Scope: AiAlertScope.Tag, Tag: "Research"), false), (new(On: false), false),
        })
            Assert.Equal(fits ? "Unpriced Warning" : "", Found(Rule(AiAlertKind.Unpriced, terms), unpriced));
    }

    [Fact]
    public void of_budgets_say_what_the_thresholds_say()
    {
        var facts = new AiAlertFacts(Now, [], [], [new(Own, new(2026, 11, 1), new Percentage(90), AlertLevel.Critical)]);
        var usual = Usual(AiAlertKind.Budget);
        Assert.Equal([new AiAlertRaised(AiAlertKind.Budget, AlertLevel.Critical, null, Own, new(2026, 11, 1), new Percentage(90))], facts.Found(usual.Id, usual.Rule));
        Assert.Empty(facts.Found(usual.Id, usual.Rule with { IsOff = true }));
    }

    [Fact]
    public void make_an_alert_each_for_one_cause()
    {
        var facts = new AiAlertFacts(Now, [Account with { HasUnpriced = true }], [], []);
        var (usual, own) = (facts.Found(AiAlertRules.IdOf(AiAlertKind.Unpriced), Rule(AiAlertKind.Unpriced)).Single(), facts.Found(Own, Rule(AiAlertKind.Unpriced)).Single());
        Assert.Equal((null, (Guid?)Own), (usual.Rule, own.Rule));
        Assert.NotEqual(AiAlert.Id(usual), AiAlert.Id(own));
    }

    [Fact]
    public void that_are_usual_are_written_down_when_somebody_changes_them_and_not_before()
    {
        var usual = Usual(AiAlertKind.SyncStale);
        Assert.Empty(new ArrangeAlertRule().Decide(usual, null, false).Events);
        Assert.Equal([usual.Rule.Written(), new AiAlertRuleSwitchedOff()], new ArrangeAlertRule(On: false).Decide(usual, null, false).Events);
        Assert.Equal([usual.Rule.Written() with { Hours = 12 }], new ArrangeAlertRule(Hours: 12).Decide(usual, null, false).Events);
        Assert.Equal([new AiAlertRuleSwitchedOn()], new ArrangeAlertRule().Decide(usual with { Rule = usual.Rule with { IsOff = true }, Version = 2 }, null, false).Events);
        Assert.Equal("ai-alert-rule-usual", ArrangeAlertRule.Drop(usual).Refusal?.Code);
    }

    [Theory]
    [InlineData(AiAlertKind.SyncStale, 0, null, null, null, "ai-alert-rule-hours-wrong")]
    [InlineData(AiAlertKind.SyncStale, 721, null, null, null, "ai-alert-rule-hours-wrong")]
    [InlineData(AiAlertKind.SyncStale, null, 5, null, null, "ai-alert-rule-terms-unclear")]
    [InlineData(AiAlertKind.ServiceDown, null, 1441, null, null, "ai-alert-rule-minutes-wrong")]
    [InlineData(AiAlertKind.ServiceDown, 48, null, null, null, "ai-alert-rule-terms-unclear")]
    [InlineData(AiAlertKind.BalanceLow, null, null, 0, null, "ai-alert-rule-amount-wrong")]
    [InlineData(AiAlertKind.Unpriced, null, null, 1, null, "ai-alert-rule-terms-unclear")]
    [InlineData(AiAlertKind.Unpriced, null, null, null, AnomalySeverity.High, "ai-alert-rule-terms-unclear")]
    [InlineData(AiAlertKind.Budget, null, null, null, null, "ai-alert-rule-of-budgets")]
    public void say_nothing_that_does_not_belong_to_their_kind(object kind, int? hours, int? minutes, int? amount, object? severity, string code) => Assert.Equal(
        code, new WriteAlertRule((AiAlertKind)kind, new(Hours: hours, Minutes: minutes, Amount: amount is { } some ? new Money(some, Currency.Parse("USD")) : null, Severity: (AnomalySeverity?)severity)).Decide(null, false, 0).Refusal?.Code);

    [Fact]
    public void name_what_their_scope_asks_for_and_nothing_else()
    {
        static string? Code(ArrangeAlertRule terms, AiAccount? account = null, bool isProvider = false) => new WriteAlertRule(AiAlertKind.Unpriced, terms).Decide(account, isProvider, 0).Refusal?.Code;
        Assert.Equal("ai-alert-rule-scope-unclear", Code(new(Scope: AiAlertScope.Account)));
        Assert.Equal("ai-alert-rule-scope-unclear", Code(new(AccountId: new(One)), Kept));
        Assert.Equal("ai-alert-rule-scope-unclear", Code(new(Scope: AiAlertScope.Tag, Tag: new string('a', 51))));
        Assert.Equal("ai-alert-rule-account-unknown", Code(new(Scope: AiAlertScope.Account, AccountId: new(One))));
        Assert.Equal("ai-alert-rule-account-unknown", Code(new(Scope: AiAlertScope.Account, AccountId: new(One)), Kept with { IsArchived = true }));
        Assert.Equal("ai-provider-unknown", Code(new(Scope: AiAlertScope.Provider, Provider: "moon")));
        Assert.Equal("ai-alert-rule-name-long", Code(new(Name: new string('a', 101))));
        Assert.Equal("ai-alert-rules-many", new WriteAlertRule(AiAlertKind.Unpriced).Decide(null, false, AiAlertRules.Most).Refusal?.Code);
        Assert.Equal("ai-alert-rule-scope-unclear", new ArrangeAlertRule(Scope: AiAlertScope.Tag, Tag: "research").Decide(Usual(AiAlertKind.Budget), null, false).Refusal?.Code);
    }

    [Fact]
    public void keep_an_account_that_was_archived_since_and_end_when_they_are_dropped()
    {
        ArrangeAlertRule terms = new(Scope: AiAlertScope.Account, AccountId: new(One));
        KeptAlertRule rule = new(Own, Rule(AiAlertKind.Unpriced, terms), 1);
        Assert.Equal([new AiAlertRuleSwitchedOff()], (terms with { On = false }).Decide(rule, Kept with { IsArchived = true }, false).Events);
        Assert.Equal([new AiAlertRuleDropped()], ArrangeAlertRule.Drop(rule).Events);
        Assert.Equal("ai-alert-rule-dropped", terms.Decide(rule with { Rule = rule.Rule with { IsDropped = true } }, Kept, false).Refusal?.Code);
    }
}
