using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Usage;

/// <summary>The bill of a period: what it comes to so far, and what waits.</summary>
/// <param name="Plan">The plan's code.</param>
/// <param name="Steps">In how many steps it was billed.</param>
/// <param name="Lines">What each line comes to; its amount is what the last step that changed it charged.</param>
/// <param name="Held">What waits for somebody.</param>
internal sealed record UsageBillCard(Guid Id, ClientId ClientId, string Subject, string Plan, Period Period, Period Covered, int Steps, IReadOnlyList<BillLine> Lines, IReadOnlyList<HeldLine> Held, long Version)
{
    public static async Task<UsageBillCard> Of(Work work, Guid id, CancellationToken stop) => Of(id, await work.Load<UsageBill>(id, stop), await ListPlans.Of(work.Session, [(await work.Load<UsageBill>(id, stop)).State.PlanId], stop));

    private static UsageBillCard Of(Guid id, Versioned<UsageBill> bill, IReadOnlyDictionary<Guid, PlanRow> plans) => new(
        id, bill.State.ClientId, bill.State.Subject, plans.TryGetValue(bill.State.PlanId, out var plan) ? plan.Code : "", bill.State.Period, bill.State.Covered, bill.State.Steps,
        [.. bill.State.Lines.Values], bill.State.Held, bill.Version);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/usage/bills/{id:guid}", async (Guid id, Session session, CancellationToken stop) =>
        {
            var work = session.Begin();
            if (!(await work.Load<UsageBill>(id, stop, fresh: true)).Exists) return Problems.NotFound;
            var card = await Of(work, id, stop);
            return (IResult)Answer.Of(card, card.Version);
        })
        .Produces<UsageBillCard>().Requires(Permission.SeeUsage).WithSummary("The bill of a period, with its lines");
}

/// <summary>The bill of a period in the list.</summary>
/// <param name="Charged">What all steps charged, credit taken off.</param>
/// <param name="Credit">What wallets paid.</param>
/// <param name="Waiting">How many lines of late usage wait.</param>
/// <param name="Held">What they would charge.</param>
internal sealed record UsageBillLine(Guid Id, ClientId ClientId, string Subject, string Plan, Period Period, int Steps, Money Charged, Money Credit, int Waiting, Money Held, DateOnly BilledOn, long Version)
{
    private static readonly Dictionary<string, SortField> Fields = new() { ["period"] = new("b.period_from", NpgsqlDbType.Date), ["charged"] = new("b.charged", NpgsqlDbType.Numeric) };

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/usage/bills", async (Session session, CancellationToken stop, ClientId? clientId = null, string? plan = null, bool? waiting = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var query = new ListQuery(Fields, new("b.id", NpgsqlDbType.Uuid)).Filter("b.client_id = @", clientId?.Value, NpgsqlDbType.Uuid).Filter("p.code = @", plan, NpgsqlDbType.Text);
            if (waiting is { } wanted) query.Filter(wanted ? "b.waiting > 0" : "b.waiting = 0");
            if ((query.Sort(sort, "-period") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            return await session.Read(
                $"""
                select b.id, b.client_id, b.subject, p.code, b.period_from, b.period_through, b.steps, b.currency, b.charged, b.credit, b.waiting, b.held, b.billed_on, b.version{query.CursorColumns}
                from usage_bills b join usage_plans p on p.tenant_id = b.tenant_id and p.id = b.plan_id
                where b.tenant_id = $1{query.Where}{query.Tail(rows)}
                """, query.Values, async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, 14, Of, stop)), stop);
        })
        .Produces<Page<UsageBillLine>>().Requires(Permission.SeeUsage).WithSummary("The bills of periods, the latest first");

    private static UsageBillLine Of(NpgsqlDataReader row)
    {
        var currency = Currency.Parse(row.GetString(7));
        var held = JsonSerializer.Deserialize<List<HeldLine>>(row.GetFieldValue<byte[]>(11), JsonSerializerOptions.Web)!;
        return new UsageBillLine(
            row.GetGuid(0), new(row.GetGuid(1)), row.GetString(2), row.GetString(3), new Period(row.GetFieldValue<DateOnly>(4), row.GetFieldValue<DateOnly>(5)), row.GetInt32(6), new Money(row.GetDecimal(8), currency), new Money(row.GetDecimal(9), currency),
            row.GetInt32(10), held.Aggregate(Money.Zero(currency), (sum, one) => sum + one.Line.Amount), row.GetFieldValue<DateOnly>(12), row.GetInt64(13));
    }
}
