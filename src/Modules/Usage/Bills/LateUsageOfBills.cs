using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>Late usage that waits is not billed.</summary>
/// <param name="Reason">Why; the audit log keeps it.</param>
internal sealed record RefuseLateUsage(string Reason);

/// <summary>What somebody decides about usage of a billed period that came in late.</summary>
internal static class LateUsageOfBills
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/usage/bills/{id:guid}/late/accept", async (Guid id, Session session, Organisation here, PlanDesk desk, CommandEdge edge, [FromServices] IInvoicing invoicing, CancellationToken stop) =>
        {
            var work = session.Begin();
            if (await Find(work, id, edge, stop) is not { } found) return Problems.NotFound;
            if (found.Conflict is { } conflict) return conflict;
            using var turn = await session.Turn(found.Due!.Assignment.ClientId, stop);
            var meters = (await ListMeters.All(session, stop)).ToDictionary(meter => meter.Code, StringComparer.Ordinal);
            var step = new PeriodWork(work, here, invoicing, stop);
            if (!(await step.Prepare(found.Due, new PeriodUsage(session, meters, here.TimeZone), accepting: true)).TryGet(out var prepared, out var refused)) return edge.Refused(refused);
            prepared = prepared with { Units = meters.ToDictionary(meter => meter.Key, meter => meter.Value.Unit) };
            if (step.Write(prepared, BillPeriod.Accept(prepared.Bill, prepared.Step, desk.Today)) is { } no) return edge.Refused(no);
            return await Commit(work, id, edge, stop);
        })
        .Produces<UsageBillCard>().Requires(Permission.ArrangeUsage).WithSummary("Bill late usage that waits");

        app.MapPost("/api/usage/bills/{id:guid}/late/refuse", async (Guid id, RefuseLateUsage command, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            var work = session.Begin();
            if (await Find(work, id, edge, stop) is not { } found) return Problems.NotFound;
            if (found.Conflict is { } conflict) return conflict;
            if (work.Decide<UsageBill, UsageBillEvent>(id, bill => BillPeriod.Refuse(bill, command.Reason)) is { } no) return edge.Refused(no);
            return await Commit(work, id, edge, stop);
        })
        .Produces<UsageBillCard>().Requires(Permission.ArrangeUsage).WithSummary("Refuse late usage that waits: it is not billed");
    }

    private static async Task<(DuePeriod? Due, Problem? Conflict)?> Find(Work work, Guid id, CommandEdge edge, CancellationToken stop)
    {
        var bill = await work.Load<UsageBill>(id, stop, fresh: true);
        if (!bill.Exists || await When_a_period_has_ended.Find(work.Session, bill.State.Subject, bill.State.AssignmentId, bill.State.Period.From, stop) is not { } due) return null;
        return (due, edge.Expected is { } seen && seen != bill.Version ? Problems.Conflict(await UsageBillCard.Of(work, id, stop)) : null);
    }

    private static async Task<IResult> Commit(Work work, Guid id, CommandEdge edge, CancellationToken stop)
    {
        var card = await UsageBillCard.Of(work, id, stop);
        return await edge.Commit(work, Answer.Of(card, card.Version), stop);
    }
}
