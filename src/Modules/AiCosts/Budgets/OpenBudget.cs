using Billing.EventStore;
using Billing.Invoicing.Contracts;
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
/// <param name="ClientId">Of a budget for a client, which.</param>
internal sealed record OpenBudget(string Name, Money Amount, AiBudgetScope Scope = AiBudgetScope.Organisation, AiAccountId? AccountId = null, string? Tag = null, IReadOnlyList<BudgetThreshold>? Thresholds = null, Guid? ClientId = null)
{
    private const int LongestTag = 50;

    /// <param name="account">The one that is named, if there is such a one.</param>
    /// <param name="isClient">Whether the client that is named is one.</param>
    public Decision<AiBudgetEvent> Decide(AiAccount? account, bool isClient = false)
    {
        if (!AiBudgetTerms.Check(Name, Amount, Thresholds).TryGet(out var terms, out var refused)) return refused;
        var tag = PlainText.Line(Tag, LongestTag + 1);
        if ((AccountId is not null) != (Scope == AiBudgetScope.Account) || (tag.Length > 0) != (Scope == AiBudgetScope.Tag) || (ClientId is not null) != (Scope == AiBudgetScope.Client) || tag.Length > LongestTag) return AiBudgetNo.ScopeUnclear;
        if (AccountId is not null && account is not { IsArchived: false }) return AiBudgetNo.AccountUnknown;
        if (ClientId is not null && !isClient) return AiBudgetNo.ClientUnknown;
        return new AiBudgetOpened(terms.Name, Scope, AccountId?.Value, tag, terms.Amount, terms.Thresholds, ClientId);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/ai/budgets", async (OpenBudget command, Session session, IInvoicing invoicing, CommandEdge edge, CancellationToken stop) =>
        {
            var account = command.AccountId is { } named && await session.Streams<AiAccount>().Load(named.Value, stop) is { Exists: true } known ? known.State : null;
            var isClient = command.ClientId is { } client && await invoicing.Client(session, client, stop) is not null;
            var (id, work) = (session.NewId(), session.Begin());
            work.New<AiBudget>(id);
            if (work.Decide<AiBudget, AiBudgetEvent>(id, _ => command.Decide(account, isClient)) is { } refusal) return edge.Refused(refusal);
            AiBudgetLooks.Ask(work);
            return await Answered(id, work, invoicing, edge, 201, stop);
        })
        .Produces<AiBudgetPage>(201).Requires(Permission.ArrangeAiCosts).WithSummary("Open a budget for what AI services cost in a month");

    /// <summary>Commits, and answers with the budget as it stands then.</summary>
    internal static async Task<IResult> Answered(Guid id, Work work, IInvoicing invoicing, CommandEdge edge, int status, CancellationToken stop)
    {
        var (session, after) = (work.Session, await work.Load<AiBudget>(id, stop));
        var today = DateOnly.FromDateTime(session.Now.UtcDateTime);
        var page = AiBudgetPage.Of(id, after, await AiSpending.Of(session, today, invoicing, after.State.Scope == AiBudgetScope.Client, stop), today);
        return await edge.Commit(work, Answer.Of(page, after.Version, status, status == 201 ? $"/api/ai/budgets/{id}" : null), stop);
    }
}
