using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>Counts the requests of a filter, and says what they come to in their months.</summary>
internal static class ShowStatistics
{
    private const int Most = 20_000;

    private static readonly Refusal TooMany = new Refusal("statistics-too-wide", "These are more than 20000 requests for one look. Choose fewer days or a client.").With("most", Most);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/support/requests/statistics", async ([AsParameters] RequestFilter filter, Session session, IInvoicing invoicing, MonthReading reading, Streams<SupportTerms> terms, CommandEdge edge, CancellationToken stop) =>
        {
            if (filter.Query(out var query, (await terms.Peek(SupportTerms.Id, stop)).State) is { } unclear) return unclear;
            var found = await session.Read($"select r.id, r.client_id, r.resolved_on, r.resolved_at, r.category, r.urgency, r.hours from support_requests r where r.tenant_id = $1{query.Where} order by r.resolved_on, r.resolved_at, r.id limit {Most + 1}", query.Values, async row =>
            {
                var all = new List<(Guid Id, Guid Client, CountedRequest Counted)>();
                while (await row.ReadAsync(stop))
                    all.Add((row.GetGuid(0), row.GetGuid(1), new(row.GetFieldValue<DateOnly>(2), TimeOnly.MinValue.Add(TimeSpan.FromSeconds(row.GetInt32(3))), row.GetString(4), Words.Read<Urgency>(row.GetString(5)), new Quantity(row.GetDecimal(6)), null)));
                return all;
            }, stop);
            if (found.Count > Most) return edge.Refused(TooMany);
            var grounds = await MonthGrounds.Of(found.GroupBy(one => one.Client).Select(theirs => (theirs.Key, (IReadOnlyList<DateOnly>)[.. theirs.Select(one => Months.Of(one.Counted.On)).Distinct().Order()])), session, invoicing, reading, stop);
            var costs = grounds.Known.SelectMany(client => client.Pages).SelectMany(page => page.Requests.Items).ToDictionary(item => item.Id.Value, item => new CountedCost(item.Free, item.Gross, item.Savings));
            return (IResult)Answer.Of(RequestStatistics.Of([.. found.Select(one => one.Counted with { Cost = costs.GetValueOrDefault(one.Id) })]) with { LeftOut = grounds.LeftOut });
        })
        .Produces<RequestStatistics>().Requires(Permission.SeeSupport).WithSummary("When support requests came, of which kind they were, and what they come to; the filters are those of the list");
}
