using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>The status sets in use.</summary>
internal static class ListStatusSets
{
    private const string Sql = "select id, name, is_default, statuses, version from facilities_status_sets where tenant_id = $1 and not retired order by is_default desc, lower(name), id";

    private const string Used = "select status_id, count(*) from facilities_billing_records where tenant_id = $1 and not withdrawn and status_id is not null group by status_id";

    /// <summary>How many records have each status.</summary>
    public static Task<Dictionary<StatusId, long>> Records(Session session, CancellationToken stop) => session.Read(Used, [], async reader =>
    {
        var counts = new Dictionary<StatusId, long>();
        while (await reader.ReadAsync(stop)) counts.Add(new(reader.GetGuid(0)), reader.GetInt64(1));
        return counts;
    }, stop);

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/status-sets", async (Session session, CancellationToken stop) =>
        {
            var records = await Records(session, stop);
            var sets = await session.Read(Sql, [], async reader =>
            {
                var cards = new List<StatusSetCard>();
                while (await reader.ReadAsync(stop))
                {
                    var statuses = JsonSerializer.Deserialize<List<StatusColumn>>(reader.GetFieldValue<byte[]>(3), JsonSerializerOptions.Web)!;
                    cards.Add(new StatusSetCard(new(reader.GetGuid(0)), reader.GetString(1), reader.GetBoolean(2), reader.GetInt64(4),
                        [.. statuses.Select((s, i) => new StatusCard(new(s.Id), s.Name, s.Color, i, s.Settles, records.GetValueOrDefault(new StatusId(s.Id))))]));
                }
                return cards;
            }, stop);
            return TypedResults.Ok(new Page<StatusSetCard>(sets, null));
        })
        .Requires(Permission.SeeFacilities)
        .WithSummary("The status sets, with how many records have each status");
}
