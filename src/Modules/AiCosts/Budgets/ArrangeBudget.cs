using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.AiCosts;

/// <summary>A budget is to be like this from now on. Whose costs it counts stays as it is: that would be another budget.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Amount">How much may be spent in a month of UTC.</param>
/// <param name="Thresholds">At which shares of the amount somebody is told; left out: 70, 90 and 100 %.</param>
internal sealed record ArrangeBudget(string Name, Money Amount, IReadOnlyList<BudgetThreshold>? Thresholds = null)
{
    public Decision<AiBudgetEvent> Decide(AiBudget now)
    {
        if (now.IsClosed) return AiBudgetNo.Closed;
        if (!AiBudgetTerms.Check(Name, Amount, Thresholds).TryGet(out var terms, out var refused)) return refused;
        List<AiBudgetEvent> happened = [];
        if (terms.Name != now.Name) happened.Add(new AiBudgetRenamed(terms.Name));
        if (terms.Amount != now.Amount) happened.Add(new AiBudgetAmountAgreed(terms.Amount));
        if (!terms.Thresholds.Equals(now.Thresholds)) happened.Add(new AiBudgetThresholdsChosen(terms.Thresholds));
        return happened;
    }

    /// <summary>Nobody is told any more.</summary>
    public static Decision<AiBudgetEvent> Close(AiBudget now) => now.IsClosed ? Decision.Nothing : new AiBudgetClosed();

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPut("/api/ai/budgets/{id}", async (AiBudgetId id, ArrangeBudget command, Session session, IInvoicing invoicing, CommandEdge edge, CancellationToken stop) =>
        {
            var work = session.Begin();
            var before = await work.Load<AiBudget>(id.Value, stop, fresh: true);
            if (!before.Exists) return Problems.NotFound;
            if (edge.Expected is { } seen && seen != before.Version) return Problems.Conflict();
            if (work.Decide<AiBudget, AiBudgetEvent>(id.Value, command.Decide) is { } refusal) return edge.Refused(refusal);
            if (!work.IsEmpty) AiBudgetLooks.Ask(work);
            return await OpenBudget.Answered(id.Value, work, invoicing, edge, 200, stop);
        })
        .Produces<AiBudgetPage>().Requires(Permission.ArrangeAiCosts).WithSummary("Arrange a budget for what AI services cost; another amount is told of anew");

        app.MapDelete("/api/ai/budgets/{id}", async (AiBudgetId id, Session session, CancellationToken stop) =>
        {
            var work = session.Begin();
            if (await work.Load<AiBudget>(id.Value, stop, fresh: true) is { Exists: false }) return (IResult)Problems.NotFound;
            work.Decide<AiBudget, AiBudgetEvent>(id.Value, Close);
            await work.Commit();
            return TypedResults.NoContent();
        })
        .Requires(Permission.ArrangeAiCosts).WithSummary("Close a budget for what AI services cost");
    }
}
