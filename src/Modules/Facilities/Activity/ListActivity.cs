using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NpgsqlTypes;

namespace Billing.Facilities;

/// <summary>One line of the activity feed.</summary>
/// <param name="Seq">Its number in the log.</param>
/// <param name="Type">The event's alias.</param>
/// <param name="Id">What it happened to.</param>
/// <param name="Facts">What it says, by name.</param>
/// <param name="FacilityName">Where it happened, when it happened at a facility.</param>
internal sealed record ActivityLine(long Seq, DateTimeOffset At, Actor Actor, string Type, Guid Id, Dictionary<string, string> Facts, string? FacilityName);

/// <summary>What happened lately, newest first.</summary>
internal static class ListActivity
{
    private static readonly Dictionary<string, SortField> Fields = new() { ["seq"] = new("a.sequence", NpgsqlDbType.Bigint) };

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/activity", async (Session session, CancellationToken stop, int? limit = null, string? cursor = null) =>
        {
            var query = new ListQuery(Fields, new("a.id", NpgsqlDbType.Uuid));
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if ((query.Sort(null, "-seq") ?? query.After(cursor)) is { } lost) return lost;
            var rows = limit ?? Limit.Default;
            return await session.Read(
                $"""
                select a.sequence, a.at, a.actor_kind, a.actor_id, a.actor_name, a.type, a.stream_id, a.facts, f.name{query.CursorColumns}
                from facilities_activity a
                left join facilities_billing_records r on r.tenant_id = a.tenant_id and r.id = a.stream_id
                left join facilities_facilities f on f.tenant_id = a.tenant_id and f.id = coalesce(r.facility_id, a.stream_id)
                where a.tenant_id = $1{query.Where}{query.Tail(rows)}
                """,
                query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, 9, r => new ActivityLine(
                    r.GetInt64(0), new DateTimeOffset(r.GetDateTime(1), TimeSpan.Zero), new Actor(r.GetString(2), r.GetString(3), r.GetString(4)), r.GetString(5), r.GetGuid(6),
                    JsonSerializer.Deserialize<Dictionary<string, string>>(r.GetFieldValue<byte[]>(7))!, r.IsDBNull(8) ? null : r.GetString(8)), stop)), stop);
        })
        .Produces<Page<ActivityLine>>()
        .Requires(Permission.SeeFacilities)
        .WithSummary("What happened lately, newest first");
}
