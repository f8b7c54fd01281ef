using System.Globalization;
using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Facilities;

/// <summary>One line of the activity feed: what one act did, told by its weightiest event.</summary>
/// <param name="Seq">That event's number in the log.</param>
/// <param name="Type">The event's alias.</param>
/// <param name="Id">What it happened to.</param>
/// <param name="Facts">What it says, by name.</param>
/// <param name="FacilityName">Where it happened, when it happened at a facility.</param>
/// <param name="Changes">How many events the act set off, this one among them.</param>
internal sealed record ActivityLine(long Seq, DateTimeOffset At, Actor Actor, string Type, Guid Id, Dictionary<string, string> Facts, string? FacilityName, long Changes);

/// <summary>What happened lately, newest first, one line an act: an import is one, whatever it brought.</summary>
internal static class ListActivity
{
    // What one act set off was recorded at one moment by one actor. Each step goes past the rest of its act, on the index by number.
    private const string Acts = """
        with recursive act as (
            (select a.sequence, a.at, a.actor_id from facilities_activity a
             where a.tenant_id = $1 and ($2::bigint is null or a.sequence < $2) and ($3::varchar[] is null or a.type = any($3)) order by a.sequence desc limit 1)
            union all
            select n.sequence, n.at, n.actor_id from act p cross join lateral (
                select a.sequence, a.at, a.actor_id from facilities_activity a
                where a.tenant_id = $1 and a.sequence < p.sequence and (a.at, a.actor_id) <> (p.at, p.actor_id) and ($3::varchar[] is null or a.type = any($3))
                order by a.sequence desc limit 1) n
        ), page as (select * from act limit $4)
        select l.sequence, l.at, l.actor_kind, l.actor_id, l.actor_name, l.type, l.stream_id, l.facts, f.name, l.changes, l.first
        from (select p.*, coalesce(lead(p.sequence) over (order by p.sequence desc), $5) as before from page p) p
        cross join lateral (
            select a.*, count(*) over () as changes, min(a.sequence) over () as first
            from facilities_activity a
            where a.tenant_id = $1 and a.sequence > p.before and a.sequence <= p.sequence and a.at = p.at and a.actor_id = p.actor_id and ($3::varchar[] is null or a.type = any($3))
            order by coalesce(array_position($6::varchar[], a.type), 1000), a.sequence desc limit 1) l
        left join facilities_billing_records r on r.tenant_id = $1 and r.id = l.stream_id
        left join facilities_facilities f on f.tenant_id = $1 and f.id = coalesce(r.facility_id, l.stream_id)
        order by p.sequence desc
        """;

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/activity", async (Session session, CancellationToken stop, int? limit = null, string? cursor = null, string? kind = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            string[]? types = null;
            if (kind is not null && !ActivityKinds.Aliases.TryGetValue(kind, out types)) return Problems.BadRequest(new Fault("?kind", $"A kind is {string.Join(", ", ActivityKinds.Aliases.Keys)}."));
            long? before = null;
            if (cursor is { Length: > 0 })
            {
                if (Cursor.Read(cursor) is not [var last] || !long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return Problems.BadRequest(new Fault("?cursor", "This cursor belongs to another list. Start again without it."));
                before = number;
            }
            var rows = limit ?? Limit.Default;
            return await session.Read(
                Acts,
                [
                    new NpgsqlParameter { Value = (object?)before ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint },
                    new NpgsqlParameter { Value = (object?)types ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar },
                    new NpgsqlParameter<int> { TypedValue = rows + 1 },
                    new NpgsqlParameter<long> { TypedValue = 0 },
                    new NpgsqlParameter { Value = ActivityKinds.Weightiest, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar },
                ],
                async reader => (IResult)Answer.Of(await Read(reader, rows, stop)), stop);
        })
        .Produces<Page<ActivityLine>>()
        .Requires(Permission.SeeFacilities)
        .WithSummary("What happened lately, newest first");

    private static async Task<Page<ActivityLine>> Read(NpgsqlDataReader reader, int rows, CancellationToken stop)
    {
        var (lines, end) = (new List<ActivityLine>(rows), 0L);
        while (await reader.ReadAsync(stop))
        {
            if (lines.Count == rows) return new(lines, Cursor.Write([end.ToString(CultureInfo.InvariantCulture)]));
            lines.Add(new ActivityLine(
                reader.GetInt64(0), new DateTimeOffset(reader.GetDateTime(1), TimeSpan.Zero), new Actor(reader.GetString(2), reader.GetString(3), reader.GetString(4)), reader.GetString(5), reader.GetGuid(6),
                JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetFieldValue<byte[]>(7))!, reader.IsDBNull(8) ? null : reader.GetString(8), reader.GetInt64(9)));
            end = reader.GetInt64(10);
        }
        return new(lines, null);
    }
}
