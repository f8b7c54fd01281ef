using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Usage;

/// <summary>The meters, and one of them.</summary>
internal static class ListMeters
{
    private const string Columns = "select id, code, name, unit, retired, versions, version, late from usage_meters where tenant_id = $1";

    /// <summary>All of the organisation, by code.</summary>
    public static Task<List<MeterRow>> All(Session session, CancellationToken stop) => session.Read($"{Columns} order by code", [], reader => Rows(reader, stop), stop);

    /// <summary>The meter of a code; null when there is none.</summary>
    public static async Task<MeterRow?> Find(Session session, string code, CancellationToken stop) =>
        (await session.Read($"{Columns} and code = $2", [new NpgsqlParameter<string> { TypedValue = code }], reader => Rows(reader, stop), stop)).SingleOrDefault();

    private static async Task<List<MeterRow>> Rows(NpgsqlDataReader reader, CancellationToken stop)
    {
        var rows = new List<MeterRow>();
        while (await reader.ReadAsync(stop))
            rows.Add(new MeterRow(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetBoolean(4), JsonSerializer.Deserialize<List<MeterVersion>>(reader.GetFieldValue<byte[]>(5), JsonSerializerOptions.Web)!,
                JsonSerializer.Deserialize<LateUsage>(reader.GetFieldValue<byte[]>(7), JsonSerializerOptions.Web)!, reader.GetInt64(6)));
        return rows;
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/meters", async (Session session, CancellationToken stop) =>
        {
            var meters = await All(session, stop);
            return TypedResults.Ok(new Page<MeterCard>([.. meters.Select(row => MeterCard.Of(row, session.Now))], null));
        })
        .Requires(Permission.SeeUsage)
        .WithSummary("The meters");

        app.MapGet("/api/meters/{code}", async (string code, Session session, CancellationToken stop) =>
            await Find(session, code, stop) is { } row ? Answer.Of(MeterCard.Of(row, session.Now), row.Version) : (IResult)Problems.NotFound)
        .Produces<MeterCard>()
        .Requires(Permission.SeeUsage)
        .WithSummary("A meter with its versions");
    }
}
