using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>
/// What clients used in periods that have ended becomes charges in Invoicing, each once. Done again, it charges what has changed since. Every hour the product
/// does so by itself for periods that were never billed.
/// </summary>
/// <param name="Until">Periods that ended on this day or earlier; left out: yesterday.</param>
/// <param name="From">Periods that began on this day or later; left out: all.</param>
/// <param name="Clients">Only these; left out: all.</param>
internal sealed record BillUsage(DateOnly? Until = null, DateOnly? From = null, IReadOnlyList<ClientId>? Clients = null)
{
    /// <summary>Most periods looked at in one answer; more are billed all the same.</summary>
    public const int Most = 200;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/usage/bill", async (BillUsage command, Session session, Organisation here, PlanDesk desk, CommandEdge edge, [FromServices] IInvoicing invoicing, CancellationToken stop, bool dryRun = false) =>
        {
            var yesterday = desk.Today.AddDays(-1);
            if (command.Until > yesterday) return Problems.BadRequest(new Fault("/until", "A period is billed when it has ended. Choose yesterday or an earlier day."));
            var until = command.Until ?? yesterday;
            var plans = (await ListPlans.All(session, stop)).ToDictionary(plan => plan.Id);
            List<DuePeriod> due =
            [
                .. DuePeriods.Of(await PlanAssignments.All(session, stop), plans, await BilledPeriods.All(session, stop), until)
                    .Where(one => !(one.Period.From < command.From) && (command.Clients is null || command.Clients.Contains(new ClientId(one.Assignment.ClientId)))).OrderBy(one => one.Period.From),
            ];
            var meters = (await ListMeters.All(session, stop)).ToDictionary(meter => meter.Code, StringComparer.Ordinal);
            // Decided one after the other on one work, so that a wallet pays once; and never committed.
            var (trial, usage) = (session.Begin(), new PeriodUsage(session, meters, here.TimeZone));
            var step = new PeriodWork(trial, here, invoicing, stop);
            var (billed, leftOut) = (new List<BilledPeriod>(), new List<LeftOutPeriod>());
            foreach (var one in due.Take(Most))
            {
                if (!(await step.Prepare(one, usage)).TryGet(out var prepared, out var refused)) leftOut.Add(new LeftOutPeriod(new ClientId(one.Assignment.ClientId), one.Subject, one.Plan.Code, one.Period, refused.Code, refused.Sentence));
                else if (prepared.Decide(desk.Today) is { Events.Count: > 0 } decision)
                {
                    billed.Add(BilledPeriod.Of(prepared));
                    step.Write(prepared, decision);
                }
            }
            var answer = Answer.Of(BilledUsage.Of(billed, leftOut, Math.Max(0, due.Count - Most)));
            if (dryRun) return answer;
            var work = session.Begin();
            foreach (var one in due.Take(Most).Where(one => billed.Exists(line => line.BillId == one.Bill)).Concat(due.Skip(Most))) work.Send(PeriodEnded.Message, PeriodEnded.Of(one));
            return await edge.Commit(work, answer, stop);
        })
        .Produces<BilledUsage>().Requires(Permission.ArrangeUsage).WithSummary("Bill the usage of periods that have ended; dryRun=true only says what would be billed");
}

/// <summary>What came of billing usage, or would come of it. The charges are there a moment later.</summary>
/// <param name="Items">Periods with something to bill, or something that waits.</param>
/// <param name="LeftOut">Periods that cannot be billed now, each with why.</param>
/// <param name="More">How many further periods are billed without being shown.</param>
/// <param name="Totals">Of the items, one a currency.</param>
internal sealed record BilledUsage(IReadOnlyList<BilledPeriod> Items, IReadOnlyList<LeftOutPeriod> LeftOut, int More, IReadOnlyList<Money> Totals)
{
    public static BilledUsage Of(IReadOnlyList<BilledPeriod> billed, IReadOnlyList<LeftOutPeriod> leftOut, int more) =>
        new(billed, leftOut, more, [.. billed.GroupBy(one => one.Amount.Currency).OrderBy(same => same.Key.Code, StringComparer.Ordinal).Select(same => same.Aggregate(Money.Zero(same.Key), (sum, one) => sum + one.Amount))]);
}

/// <summary>A period as it is billed.</summary>
/// <param name="BillId">The bill's.</param>
/// <param name="Step">1 for the first time; higher for a difference.</param>
/// <param name="Covered">The days in which the client has the plan.</param>
/// <param name="Amount">What this step charges.</param>
/// <param name="Held">What waits for somebody.</param>
internal sealed record BilledPeriod(Guid BillId, ClientId ClientId, string ClientName, string Subject, string Plan, Period Period, Period Covered, int Step, Money Amount, IReadOnlyList<BilledLine> Lines, IReadOnlyList<BilledLine> Held)
{
    public static BilledPeriod Of(PreparedStep prepared)
    {
        var (due, step) = (prepared.Due, prepared.Step);
        var parts = step.Priced.ToDictionary(one => one.Line.Key, one => one.Parts, StringComparer.Ordinal);
        return new BilledPeriod(
            due.Bill, new ClientId(prepared.Client.Id), prepared.Client.Name, due.Subject, due.Plan.Code, due.Period, due.Covered, prepared.Bill.Steps + 1, step.Amount(due.Plan.Money),
            [.. step.Lines.Where(line => !line.Amount.IsZero || line.Kind == BillLineKind.Charge).Select(line => BilledLine.Of(line, parts.GetValueOrDefault(line.Key)))], [.. step.Held.Select(held => BilledLine.Of(held.Line, null))]);
    }
}

/// <summary>A line as it is billed.</summary>
/// <param name="Whole">What the period comes to.</param>
/// <param name="Amount">What of it is charged now.</param>
/// <param name="Breakdown">How the whole came about; parts that add up to it.</param>
internal sealed record BilledLine(string Key, BillLineKind Kind, string Name, string? Meter, string? Group, string? Quantity, Money Whole, Money Amount, IReadOnlyList<QuotePart> Breakdown)
{
    private const int MostParts = 100;

    public static BilledLine Of(BillLine line, IReadOnlyList<Part>? parts) =>
        new(line.Key, line.Kind, line.Name, line.Meter, line.Group, line.Quantity, line.Whole, line.Amount, parts is null || parts.Count > MostParts ? [] : [.. parts.Select(QuotePart.Of)]);
}

/// <summary>A period that cannot be billed.</summary>
/// <param name="Code">Kebab-case, as of a refusal.</param>
/// <param name="Reason">One sentence.</param>
internal sealed record LeftOutPeriod(ClientId ClientId, string Subject, string Plan, Period Period, string Code, string Reason);
