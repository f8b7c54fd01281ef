using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.AiCosts;

/// <summary>From now on somebody is told when costs of a month come near to an amount.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Amount">How much may be spent in a month of UTC; costs in other currencies do not count.</param>
/// <param name="Scope">Whose costs count.</param>
/// <param name="AccountId">Of a budget for one account, which.</param>
/// <param name="Tag">Of a budget for a tag, which.</param>
/// <param name="Thresholds">At which shares of the amount somebody is told; left out: a warning at 70 %, critical at 90 %, an emergency at 100 %.</param>
internal sealed record OpenBudget(string Name, Money Amount, AiBudgetScope Scope = AiBudgetScope.Organisation, AiAccountId? AccountId = null, string? Tag = null, IReadOnlyList<BudgetThreshold>? Thresholds = null)
{
    private const int LongestTag = 50;

    /// <param name="account">The one that is named, if there is such a one.</param>
    public Decision<AiBudgetEvent> Decide(AiAccount? account)
    {
        if (!AiBudgetTerms.Check(Name, Amount, Thresholds).TryGet(out var terms, out var refused)) return refused;
        var tag = PlainText.Line(Tag, LongestTag + 1);
        if ((AccountId is not null) != (Scope == AiBudgetScope.Account) || (tag.Length > 0) != (Scope == AiBudgetScope.Tag) || tag.Length > LongestTag) return AiBudgetNo.ScopeUnclear;
        if (AccountId is not null && account is not { IsArchived: false }) return AiBudgetNo.AccountUnknown;
        return new AiBudgetOpened(terms.Name, Scope, AccountId?.Value, tag, terms.Amount, terms.Thresholds);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/ai/budgets", async (OpenBudget command, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            var account = command.AccountId is { } named && await session.Streams<AiAccount>().Load(named.Value, stop) is { Exists: true } known ? known.State : null;
            var (id, work) = (session.NewId(), session.Begin());
            work.New<AiBudget>(id);
            if (work.Decide<AiBudget, AiBudgetEvent>(id, _ => command.Decide(account)) is { } refusal) return edge.Refused(refusal);
            AiBudgetLooks.Ask(work);
            return await Answered(id, work, edge, 201, stop);
        })
        .Produces<AiBudgetPage>(201).Requires(Permission.ArrangeAiCosts).WithSummary("Open a budget for what AI services cost in a month");

    /// <summary>Commits, and answers with the budget as it stands then.</summary>
    internal static async Task<IResult> Answered(Guid id, Work work, CommandEdge edge, int status, CancellationToken stop)
    {
        var (session, after) = (work.Session, await work.Load<AiBudget>(id, stop));
        var today = DateOnly.FromDateTime(session.Now.UtcDateTime);
        var page = AiBudgetPage.Of(id, after, await AiSpending.Of(session, today, stop), today);
        return await edge.Commit(work, Answer.Of(page, after.Version, status, status == 201 ? $"/api/ai/budgets/{id}" : null), stop);
    }
}
