using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>
/// A month of a client is billed: one draft invoice of what is open of it, and of what came late of months closed before. Done twice it makes nothing new;
/// whichever of two processes comes second finds it done.
/// </summary>
/// <param name="ClientId">Whose month.</param>
internal sealed record CloseMonth(Guid ClientId)
{
    private const int Tries = 20;

    private static readonly Refusal NotOver = new("month-not-over", "This month is not over yet. Close it on its last day, or later.");

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/support/months/{month}/retry", async (string month, CloseMonth command, Session session, IInvoicing invoicing, Streams<SupportLedger> ledgers, CommandEdge edge, CancellationToken stop) =>
        {
            if (Months.Read(month) is not { } first) return ShowMonth.NoMonth;
            var closes = (await ledgers.Load(SupportLedger.Id(command.ClientId), stop)).State.Closes.Where(one => one.Month == first).ToList();
            if (closes.Count == 0) return Problems.NotFound;
            var invoices = await session.Read(invoicing.Wanted(SupportFact.Module, [.. closes.Select(one => one.Reference)]), stop);
            var work = session.Begin();
            foreach (var parked in invoices.Where(one => one.Value.State == WantedInvoiceState.Parked)) new InvoiceChargesAgain(SupportFact.Module, parked.Key).With(work);
            return await edge.Commit(work, Answer.Of(new RetriedCloses([.. closes.Select(one => CloseFigure.Of(one, invoices))]), status: 202), stop);
        })
        .Produces<RetriedCloses>(202).Requires(Permission.ArrangeSupport).WithSummary("Try again the invoices of a closed month that were parked");

        app.MapPost("/api/support/months/{month}/close", async (string month, CloseMonth command, Session session, Organisation here, IInvoicing invoicing, MonthReading reading, CommandEdge edge, CancellationToken stop, bool dryRun = false) =>
        {
            if (Months.Read(month) is not { } first) return ShowMonth.NoMonth;
            if (await invoicing.Client(session, command.ClientId, stop) is not { } client) return edge.Refused(ClientNo.Unknown);
            var today = LocalDay.Of(session.Now, here.TimeZone);
            if (today < Months.Last(first)) return edge.Refused(NotOver);
            using var turn = await session.Turn(SupportLedger.Id(client.Id), stop);
            for (var attempt = 1; ; attempt++)
            {
                var work = session.Begin();
                var ground = await reading.ToClose(work, client, first, stop);
                if (ground.Check(MonthPlan.MonthsOf(ground.Ledger, first)) is { } refused) return edge.Refused(refused);
                var plan = MonthPlan.Of(ground, first);
                var answer = Answer.Of(MonthClose.Of(plan, client, dryRun));
                if (dryRun || plan.IsEmpty) return answer;
                Bill(work, plan, client, today);
                try
                {
                    await work.Commit(edge.Remember(answer));
                    return edge.Kept(answer);
                }
                catch (ConcurrencyException) when (attempt < Tries)
                {
                    // decided anew on what is there now
                }
                catch (RowTakenException taken)
                {
                    return await edge.Taken(taken, stop);
                }
            }
        })
        .Produces<MonthClose>().Requires(Permission.ArrangeSupport).WithSummary("Close a month of a client: one draft invoice of what is open. With dryRun it only says what it would bill");
    }

    private static void Bill(Work work, MonthPlan plan, BilledClient client, DateOnly today)
    {
        work.Decide<SupportLedger, SupportLedgerEvent>(SupportLedger.Id(client.Id), _ => plan.Close(today));
        var closed = work.Opened<SupportLedger>().Single(one => one.Id == SupportLedger.Id(client.Id)).State.Closes[^1];
        foreach (var request in closed.Requests) work.Decide<SupportRequest, SupportRequestEvent>(request.Id, _ => new RequestBilled(closed.Reference));
        foreach (var project in closed.Projects) work.Decide<SupportProject, SupportProjectEvent>(project.Id, _ => new ProjectBilled(closed.Reference));
        if (closed.Lines.Count == 0) return;
        new InvoiceCharges(
            SupportFact.Module, closed.Reference, client.Id.ToString(),
            [.. closed.Lines.Select((line, i) => new PostCharge(
                SupportFact.Module, SupportFact.Kind, closed.Fact(i), 1, client.Id, LineWords.Of(line, client.Language), line.Quantity, line.UnitPrice, closed.Currency, today,
                new Period(line.Month, Months.Last(line.Month)), Group: LineWords.Group(line, client.Language)))],
            today, new Period(closed.Month, Months.Last(closed.Month)), InvoiceOutcome.Draft).With(work);
    }
}

/// <summary>What closing a month bills, or would bill.</summary>
/// <param name="Close">What its invoice is wanted under; null where there is nothing to bill, and for a dry run.</param>
/// <param name="Late">The earlier months, closed before, from which something goes along.</param>
internal sealed record MonthClose(Guid ClientId, string Month, string? Close, bool DryRun, Money Total, IReadOnlyList<string> Late, IReadOnlyList<LineFigure> Lines)
{
    public static MonthClose Of(MonthPlan plan, BilledClient client, bool dryRun)
    {
        var reference = dryRun || plan.IsEmpty ? null : plan.Close(plan.Month).Events.OfType<MonthClosed>().Single().Reference;
        return new(
            plan.ClientId, Months.Write(plan.Month), reference, dryRun, plan.Total, [.. plan.Figures.Where(one => one.Month != plan.Month && one.Lines.Count > 0).Select(one => Months.Write(one.Month))],
            [.. plan.Lines.Select(line => LineFigure.Of(line, plan.Currency, client.Language, reference))]);
    }
}

/// <summary>The closes of a month, as their invoices stood when they were tried again.</summary>
internal sealed record RetriedCloses(IReadOnlyList<CloseFigure> Closes);
