using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>The billing runs, newest first.</summary>
internal static class ListBillingRuns
{
    private const string Columns = "r.id, r.period_from, r.period_through, r.started_at, r.started_by, r.due, r.drafted, r.approved, r.issued, r.undrafted + r.unissued, r.left_out, r.passed_over, r.unwanted, r.dropped, r.version";

    private const string Sums = "select billing_run, standing, currency, count(*)::int, sum(total) from invoicing_invoices where tenant_id = $1 and billing_run = any ($2) and standing <> 'voided' group by billing_run, standing, currency order by currency";

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/billing-runs", async ([AsParameters] RunFilter filter, Session session, CancellationToken stop, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if (filter.Query(out var query, sort, cursor) is { } unclear) return unclear;
            return (IResult)Answer.Of(await Page(session, query, limit ?? Limit.Default, stop));
        })
        .Produces<Page<BillingRunListRow>>().Requires(Permission.SeeInvoicing).WithSummary("Billing runs, newest first");

    internal static async Task<Page<BillingRunListRow>> Page(Session session, ListQuery query, int limit, CancellationToken stop)
    {
        var page = await session.Read($"select {Columns}{query.CursorColumns} from invoicing_billing_runs r where r.tenant_id = $1{query.Where}{query.Tail(limit)}", query.Values, reader => Pages.Read(reader, query, limit, 15, Row, stop), stop);
        var totals = (await Totals(session, [.. page.Items.Select(run => run.Id)], stop)).ToLookup(total => total.Run);
        return page with { Items = [.. page.Items.Select(run => run with { Totals = [.. totals[run.Id].GroupBy(total => total.Total.Currency).Select(group => RunTotals.Of(group.Key, group.Select(total => (total.Standing, total.Count, total.Total))))] })] };
    }

    private static Task<List<(Guid Run, string Standing, int Count, Money Total)>> Totals(Session session, Guid[] runs, CancellationToken stop) => session.Read(Sums, [new NpgsqlParameter<Guid[]> { TypedValue = runs }], async row =>
    {
        var sums = new List<(Guid, string, int, Money)>();
        while (await row.ReadAsync(stop)) sums.Add((row.GetGuid(0), row.GetString(1), row.GetInt32(3), new Money(row.GetDecimal(4), Currency.Parse(row.GetString(2)))));
        return sums;
    }, stop);

    private static BillingRunListRow Row(NpgsqlDataReader row)
    {
        var counts = new RunCounts(row.GetInt32(5), row.GetInt32(6), row.GetInt32(7), row.GetInt32(8), row.GetInt32(9), row.GetInt32(10), row.GetInt32(11), row.GetInt32(12), row.GetInt32(13));
        return new BillingRunListRow(row.GetGuid(0), new Period(row.GetFieldValue<DateOnly>(1), row.GetFieldValue<DateOnly>(2)), counts.State(), new DateTimeOffset(row.GetDateTime(3), TimeSpan.Zero), row.GetString(4), counts, [], row.GetInt64(14));
    }
}

/// <summary>A billing run as the list shows it.</summary>
internal sealed record BillingRunListRow(Guid Id, Period Period, RunState State, DateTimeOffset StartedAt, string StartedBy, RunCounts Counts, IReadOnlyList<RunTotals> Totals, long Version);
