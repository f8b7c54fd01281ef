using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NpgsqlTypes;

namespace Billing.Usage;

/// <summary>The usage events themselves, the latest first: what an amount is made of.</summary>
internal static class ListUsage
{
    private static readonly Dictionary<string, SortField> Fields = new() { ["at"] = new("e.at", NpgsqlDbType.TimestampTz), ["takenAt"] = new("e.taken_at", NpgsqlDbType.TimestampTz), ["value"] = new("e.value", NpgsqlDbType.Numeric) };

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/usage/events", async (Session session, Organisation organisation, CancellationToken stop, string? meter = null, string? subject = null, string? id = null, string? from = null, string? to = null, string? takenSince = null, bool withdrawn = false, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if (UsageInstant.Read(from, "from", organisation.TimeZone, out var begins) is { } unread) return unread;
            if (UsageInstant.Read(to, "to", organisation.TimeZone, out var ends) is { } unreadToo) return unreadToo;
            if (UsageInstant.Read(takenSince, "takenSince", organisation.TimeZone, out var since) is { } unreadSince) return unreadSince;
            var query = new ListQuery(Fields, new SortField("e.key", NpgsqlDbType.Uuid))
                .Filter("m.code = @", meter, NpgsqlDbType.Text)
                .Filter("e.subject_id = @", subject is null ? null : UsageHash.Of(subject), NpgsqlDbType.Uuid)
                .Filter("e.at >= @", begins?.UtcDateTime, NpgsqlDbType.TimestampTz)
                .Filter("e.at < @", ends?.UtcDateTime, NpgsqlDbType.TimestampTz)
                .Filter("e.taken_at >= @", since?.UtcDateTime, NpgsqlDbType.TimestampTz);
            if (id is not null) query.Filter("(e.at, e.key) in (select at, key from usage_keys k where k.tenant_no = e.tenant_no and k.key = @)", UsageHash.Of(id), NpgsqlDbType.Uuid);
            if (!withdrawn) query.Filter("not e.withdrawn");
            if (query.Sort(sort, "-at") is { } wrong) return wrong;
            if (query.After(cursor) is { } lost) return lost;
            var rows = limit ?? Limit.Default;
            return await session.Read(
                $"""
                select {UsageCard.Columns}{query.CursorColumns}
                from usage_events e join usage_meters m on m.tenant_id = $1 and m.id = e.meter_id join usage_subjects s on s.tenant_no = e.tenant_no and s.id = e.subject_id
                where e.tenant_no = (select no from usage_tenants where tenant_id = $1){query.Where}{query.Tail(rows)}
                """,
                query.Values, async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, 9, UsageCard.Of, stop)), stop);
        })
        .Produces<Page<UsageCard>>()
        .Requires(Permission.SeeUsage)
        .WithSummary("The usage events, the latest first");
}
