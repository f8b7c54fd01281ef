using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NpgsqlTypes;

namespace Billing.Usage;

/// <summary>The usage events that a line of a bill is made of, the latest first; of a step, those that came in since the step before.</summary>
internal static class EventsOfBill
{
    private static readonly Dictionary<string, SortField> Fields = new() { ["at"] = new("e.at", NpgsqlDbType.TimestampTz) };

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/usage/bills/{id:guid}/events", async (Guid id, string line, Session session, Organisation here, CancellationToken stop, int? step = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var (bill, steps) = await BillSteps.Of(session, id, stop);
            if (bill.Steps == 0 || !bill.Lines.TryGetValue(line, out var billed) || step < 1 || step > steps.Count) return (IResult)Problems.NotFound;
            var plan = (await ListPlans.Of(session, [bill.PlanId], stop))[bill.PlanId];
            var charge = plan.On(bill.Period.From).Charges.FirstOrDefault(one => line == $"charge/{one.Code}" || line.StartsWith($"charge/{one.Code}/", StringComparison.Ordinal));
            if (charge?.Meter is null || await ListMeters.Find(session, charge.Meter, stop) is not { } meter) return Problems.BadRequest(new Fault("?line", "Such a line is made of no events. Ask for a charge with a meter."));
            var (from, to) = (LocalDay.StartOf(bill.Covered.From, here.TimeZone), LocalDay.StartOf(bill.Covered.Through.AddDays(1), here.TimeZone));
            var rule = meter.Versions.Last(version => version.From < to || version == meter.Versions[0]).Rule;
            var query = new ListQuery(Fields, new SortField("e.key", NpgsqlDbType.Uuid))
                .Filter("e.meter_id = @", meter.Id, NpgsqlDbType.Uuid).Filter("e.subject_id = @", UsageHash.Of(bill.Subject), NpgsqlDbType.Uuid)
                .Filter("e.at >= @", from.UtcDateTime, NpgsqlDbType.TimestampTz).Filter("e.at < @", to.UtcDateTime, NpgsqlDbType.TimestampTz).Filter("e.counted and not e.withdrawn");
            foreach (var (property, value) in billed.Group is { } group && charge.By is { } by ? charge.Where.Append(KeyValuePair.Create(by, group)) : charge.Where)
                query.Filter($"coalesce(e.dims::jsonb ->> {query.Value(rule.GroupBy.ToList().IndexOf(property), NpgsqlDbType.Integer)}, '') = @", value, NpgsqlDbType.Text);
            if (step is { } last) query.Filter("e.taken_at <= @", steps[last - 1].At.UtcDateTime, NpgsqlDbType.TimestampTz);
            if (step > 1) query.Filter("e.taken_at > @", steps[step.Value - 2].At.UtcDateTime, NpgsqlDbType.TimestampTz);
            if ((query.Sort(sort, "-at") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            return await session.Read(
                $"""
                select {UsageCard.Columns}{query.CursorColumns}
                from usage_events e join usage_meters m on m.tenant_id = $1 and m.id = e.meter_id join usage_subjects s on s.tenant_no = e.tenant_no and s.id = e.subject_id
                where e.tenant_no = (select no from usage_tenants where tenant_id = $1){query.Where}{query.Tail(rows)}
                """,
                query.Values, async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, 9, UsageCard.Of, stop)), stop);
        })
        .Produces<Page<UsageCard>>().Requires(Permission.SeeUsage).WithSummary("The usage events that a line of a bill is made of");
}
