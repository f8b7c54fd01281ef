using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.AiCosts;

/// <summary>Somebody should look at this from now on.</summary>
/// <param name="Kind">What the rule looks for; of budgets there is the usual one only.</param>
/// <param name="Terms">Where, and how loudly; left out: everywhere, as usual.</param>
internal sealed record WriteAlertRule(AiAlertKind Kind, ArrangeAlertRule? Terms = null)
{
    /// <param name="account">The one that is named, if there is such a one.</param>
    /// <param name="isProvider">Whether the provider that is named is one.</param>
    /// <param name="others">So many rules of its own the organisation has already.</param>
    public Decision<AiAlertRuleEvent> Decide(AiAccount? account, bool isProvider, int others)
    {
        if (Kind == AiAlertKind.Budget) return AiAlertRuleNo.OfBudgets;
        if (others >= AiAlertRules.Most) return AiAlertRuleNo.Many;
        var terms = Terms ?? new ArrangeAlertRule();
        if (!terms.Checked(Kind, account, isProvider).TryGet(out var written, out var refused)) return refused;
        return terms.On ? written : (List<AiAlertRuleEvent>)[written, new AiAlertRuleSwitchedOff()];
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/alert-rules", async (WriteAlertRule command, Session session, AiProviders providers, CommandEdge edge, CancellationToken stop) =>
        {
            var (id, work) = (session.NewId(), session.Begin());
            work.New<AiAlertRule>(id);
            var account = await ArrangeAlertRule.Named(command.Terms?.AccountId, session, stop);
            var others = (await AiAlertRules.Of(session, stop)).Count(one => !one.IsUsual);
            if (work.Decide<AiAlertRule, AiAlertRuleEvent>(id, _ => command.Decide(account, providers.Find(command.Terms?.Provider) is not null, others)) is { } refusal) return edge.Refused(refusal);
            return await ArrangeAlertRule.Answered(new(id), work, edge, 201, stop);
        })
        .Produces<AiAlertRulePage>(201).Requires(Permission.ArrangeAiCosts).WithSummary("Write a rule that says what somebody should look at about AI services");
}

/// <summary>A rule is to be like this from now on. What it looks for stays as it is: that would be another rule.</summary>
/// <param name="Name">As people call it; left out: by its kind.</param>
/// <param name="Scope">Where it looks.</param>
/// <param name="AccountId">Of a rule for one account, which.</param>
/// <param name="Provider">Of a rule for a provider, its code in the catalogue.</param>
/// <param name="Tag">Of a rule for a tag, which.</param>
/// <param name="Level">How loudly it is said; left out: as usual, and of days that stand out as loudly as they do.</param>
/// <param name="Hours">Of accounts that nobody has read: for so long; left out: 48.</param>
/// <param name="Minutes">Of services that are down: for so long; left out: 5.</param>
/// <param name="Amount">Of balances: below so much, of balances in its currency; left out: when nothing is left.</param>
/// <param name="Severity">Of days that stand out: so much at least; left out: medium.</param>
/// <param name="Told">Who is told.</param>
/// <param name="On">Whether it makes alerts.</param>
internal sealed record ArrangeAlertRule(
    string? Name = null, AiAlertScope Scope = AiAlertScope.Organisation, AiAccountId? AccountId = null, string? Provider = null, string? Tag = null, AlertLevel? Level = null, int? Hours = null, int? Minutes = null, Money? Amount = null, AnomalySeverity? Severity = null,
    AiAlertAudience Told = AiAlertAudience.Readers, bool On = true)
{
    private const int LongestName = 100;
    private const int LongestTag = 50;
    private const int MostHours = 720;
    private const int MostMinutes = 1440;

    /// <param name="before">As the rule is, the usual one among them that nobody has changed.</param>
    /// <param name="account">The one that is named, if there is such a one.</param>
    /// <param name="isProvider">Whether the provider that is named is one.</param>
    public Decision<AiAlertRuleEvent> Decide(KeptAlertRule before, AiAccount? account, bool isProvider)
    {
        var now = before.Rule;
        if (now.IsDropped) return AiAlertRuleNo.Dropped;
        if (!Checked(now.Kind, account, isProvider, AccountId?.Value == now.Account).TryGet(out var written, out var refused)) return refused;
        List<AiAlertRuleEvent> happened = [];
        // A usual rule is written down when somebody touches it first.
        if (written != now.Written() || (before.Version == 0 && On == now.IsOff)) happened.Add(written);
        if (On == now.IsOff) happened.Add(On ? new AiAlertRuleSwitchedOn() : new AiAlertRuleSwitchedOff());
        return happened;
    }

    /// <summary>The rule is none any more.</summary>
    public static Decision<AiAlertRuleEvent> Drop(KeptAlertRule before) => before.IsUsual ? AiAlertRuleNo.Usual : before.Rule.IsDropped ? Decision.Nothing : new AiAlertRuleDropped();

    /// <summary>What was typed, with what is usual where something was left out; or why it is none.</summary>
    /// <param name="isKept">Whether the account is the one that the rule named before: it may have been archived since.</param>
    public Result<AiAlertRuleWritten> Checked(AiAlertKind kind, AiAccount? account, bool isProvider, bool isKept = false)
    {
        var (name, provider, tag) = (PlainText.Line(Name, LongestName + 1), PlainText.Line(Provider), PlainText.Line(Tag, LongestTag + 1));
        if (name.Length > LongestName) return AiAlertRuleNo.NameLong;
        if ((AccountId is not null) != (Scope == AiAlertScope.Account) || (provider.Length > 0) != (Scope == AiAlertScope.Provider) || (tag.Length > 0) != (Scope == AiAlertScope.Tag) || tag.Length > LongestTag || (kind == AiAlertKind.Budget && Scope != AiAlertScope.Organisation)) return AiAlertRuleNo.ScopeUnclear;
        if (AccountId is not null && !isKept && account is not { IsArchived: false }) return AiAlertRuleNo.AccountUnknown;
        if (provider.Length > 0 && !isProvider) return AiAccountNo.ProviderUnknown(provider);
        if ((Hours is not null && kind != AiAlertKind.SyncStale) || (Minutes is not null && kind != AiAlertKind.ServiceDown) || (Amount is not null && kind != AiAlertKind.BalanceLow) || (Severity is not null && kind != AiAlertKind.Anomaly) || (Level is not null && kind == AiAlertKind.Budget)) return AiAlertRuleNo.TermsUnclear;
        if (Hours is < 1 or > MostHours) return AiAlertRuleNo.HoursWrong;
        if (Minutes is < 1 or > MostMinutes) return AiAlertRuleNo.MinutesWrong;
        if (Amount is { IsPositive: false }) return AiAlertRuleNo.AmountWrong;
        return new AiAlertRuleWritten(
            kind, name, Scope, AccountId?.Value, provider, tag, Level ?? AiAlertRules.UsualLevel(kind), kind == AiAlertKind.SyncStale ? Hours ?? AiAlertRules.UsualHours : null, kind == AiAlertKind.ServiceDown ? Minutes ?? AiAlertRules.UsualMinutes : null, Amount,
            kind == AiAlertKind.Anomaly ? Severity ?? AnomalySeverity.Medium : null, Told);
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPut("/api/alert-rules/{id}", async (AiAlertRuleId id, ArrangeAlertRule command, Session session, AiProviders providers, CommandEdge edge, CancellationToken stop) =>
        {
            var work = session.Begin();
            if (await Kept(work, id, stop) is not { } before) return (IResult)Problems.NotFound;
            if (edge.Expected is { } seen && seen != before.Version) return Problems.Conflict();
            var account = await Named(command.AccountId, session, stop);
            if (work.Decide<AiAlertRule, AiAlertRuleEvent>(id.Value, _ => command.Decide(before, account, providers.Find(command.Provider) is not null)) is { } refusal) return edge.Refused(refusal);
            return await Answered(id, work, edge, 200, stop);
        })
        .Produces<AiAlertRulePage>().Requires(Permission.ArrangeAiCosts).WithSummary("Arrange a rule of alerts, or switch it off or on; alerts follow it at once");

        app.MapDelete("/api/alert-rules/{id}", async (AiAlertRuleId id, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            var work = session.Begin();
            if (await Kept(work, id, stop) is not { } before) return (IResult)Problems.NotFound;
            if (work.Decide<AiAlertRule, AiAlertRuleEvent>(id.Value, _ => Drop(before)) is { } refusal) return edge.Refused(refusal);
            if (!work.IsEmpty) AiBudgetLooks.Ask(work);
            await work.Commit();
            return TypedResults.NoContent();
        })
        .Requires(Permission.ArrangeAiCosts).WithSummary("Drop a rule of alerts; its alerts are settled. The usual rule of a kind can only be switched off");
    }

    /// <summary>An account that is named; null when there is none.</summary>
    internal static async Task<AiAccount?> Named(AiAccountId? id, Session session, CancellationToken stop) => id is { } named && await session.Streams<AiAccount>().Load(named.Value, stop) is { Exists: true } known ? known.State : null;

    /// <summary>Commits, has alerts looked at, and answers with the rule as it is then.</summary>
    internal static async Task<IResult> Answered(AiAlertRuleId id, Work work, CommandEdge edge, int status, CancellationToken stop)
    {
        if (!work.IsEmpty) AiBudgetLooks.Ask(work);
        var after = (await Kept(work, id, stop))!;
        return await edge.Commit(work, Answer.Of(AiAlertRulePage.Of(after), after.Version, status, status == 201 ? $"/api/alert-rules/{id}" : null), stop);
    }

    private static async Task<KeptAlertRule?> Kept(Work work, AiAlertRuleId id, CancellationToken stop) =>
        await work.Load<AiAlertRule>(id.Value, stop, fresh: true) is { Exists: true } kept ? new(id.Value, kept.State, kept.Version) : AiAlertRules.UsualOf(id.Value) is { } usual ? new(id.Value, usual, 0) : null;
}
