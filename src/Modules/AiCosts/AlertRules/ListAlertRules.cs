using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.AiCosts;

/// <summary>A rule that says what somebody should look at.</summary>
/// <param name="Kind">What it looks for.</param>
/// <param name="Name">As people call it; null: by its kind.</param>
/// <param name="Usual">Whether every organisation has it; it can be switched off, and not be dropped.</param>
/// <param name="On">Whether it makes alerts.</param>
/// <param name="Scope">Where it looks.</param>
/// <param name="AccountId">Of a rule for one account, which.</param>
/// <param name="Provider">Of a rule for a provider, its code in the catalogue.</param>
/// <param name="Tag">Of a rule for a tag, which.</param>
/// <param name="Level">How loudly it is said; null: as loudly as what is found.</param>
/// <param name="Hours">Of accounts that nobody has read: for so long.</param>
/// <param name="Minutes">Of services that are down: for so long.</param>
/// <param name="Amount">Of balances: below so much; null: when nothing is left.</param>
/// <param name="Severity">Of days that stand out: so much at least.</param>
/// <param name="Told">Who is told.</param>
internal sealed record AiAlertRulePage(
    AiAlertRuleId Id, AiAlertKind Kind, string? Name, bool Usual, bool On, AiAlertScope Scope, AiAccountId? AccountId, string? Provider, string? Tag, AlertLevel? Level, int? Hours, int? Minutes, Money? Amount, AnomalySeverity? Severity, AiAlertAudience Told, long Version)
{
    public static AiAlertRulePage Of(KeptAlertRule kept)
    {
        static string? Some(string text) => text.Length > 0 ? text : null;
        var now = kept.Rule;
        return new AiAlertRulePage(
            new(kept.Id), now.Kind, Some(now.Name), kept.IsUsual, kept.IsOn, now.Scope, now.Account is { } account ? new AiAccountId(account) : null, Some(now.Provider), Some(now.Tag), now.Level, now.Hours, now.Minutes, now.Amount, now.Severity, now.Told, kept.Version);
    }
}

/// <summary>The rules that say what somebody should look at: all of them, for there are few.</summary>
internal static class ListAlertRules
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/alert-rules", async (Session session, CancellationToken stop) =>
            TypedResults.Ok(new Page<AiAlertRulePage>([.. (await AiAlertRules.Of(session, stop)).Select(AiAlertRulePage.Of)], null)))
        .Produces<Page<AiAlertRulePage>>().Requires(Permission.SeeAiCosts).WithSummary("The rules that say what somebody should look at about AI services: the usual one of each kind, then the organisation's own by name");

        app.MapGet("/api/alert-rules/{id}", async (AiAlertRuleId id, Session session, CancellationToken stop) =>
            await AiAlertRules.Find(session, id.Value, stop) is { Rule.IsDropped: false } kept ? (IResult)Answer.Of(AiAlertRulePage.Of(kept), kept.Version) : Problems.NotFound)
        .Produces<AiAlertRulePage>().Requires(Permission.SeeAiCosts).WithSummary("A rule that says what somebody should look at about AI services");
    }
}
