using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Usage;

/// <summary>The usage plans, and one of them.</summary>
internal static class ListPlans
{
    private const string Columns = "select p.id, p.code, p.name, p.currency, p.period, p.versions, p.retired, p.version from usage_plans p where p.tenant_id = $1";

    /// <summary>All of the organisation, by code.</summary>
    public static Task<List<PlanRow>> All(Session session, CancellationToken stop) => session.Read($"{Columns} order by p.code", [], reader => Rows(reader, stop), stop);

    /// <summary>The plan of a code; null when there is none.</summary>
    public static async Task<PlanRow?> Find(Session session, string code, CancellationToken stop) =>
        (await session.Read($"{Columns} and p.code = $2", [new NpgsqlParameter<string> { TypedValue = code }], reader => Rows(reader, stop), stop)).SingleOrDefault();

    /// <summary>The plans of these ids.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PlanRow>> Of(Session session, IReadOnlyCollection<Guid> ids, CancellationToken stop) =>
        (await session.Read($"{Columns} and p.id = any ($2)", [new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] }], reader => Rows(reader, stop), stop)).ToDictionary(row => row.Id);

    private static async Task<List<PlanRow>> Rows(NpgsqlDataReader reader, CancellationToken stop)
    {
        var rows = new List<PlanRow>();
        while (await reader.ReadAsync(stop))
            rows.Add(new PlanRow(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), Json<PlanPeriod>(reader, 4), Json<List<PlanVersion>>(reader, 5), reader.GetBoolean(6), reader.GetInt64(7)));
        return rows;
    }

    private static T Json<T>(NpgsqlDataReader reader, int column) => JsonSerializer.Deserialize<T>(reader.GetFieldValue<byte[]>(column), JsonSerializerOptions.Web)!;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/usage-plans", async (Session session, PlanDesk desk, CancellationToken stop) =>
        {
            var (plans, clients) = (await All(session, stop), await PlanAssignments.Counts(session, desk.Today, stop));
            return TypedResults.Ok(new Page<PlanLine>([.. plans.Select(row => new PlanLine(row.Code, row.On(desk.Today).Name, row.Money, row.Period, row.On(desk.Today).Charges.Count, row.On(desk.Today).Limits.Count, clients.GetValueOrDefault(row.Id), row.Retired, row.Version))], null));
        })
        .Requires(Permission.SeeUsage).WithSummary("The usage plans");

        app.MapGet("/api/usage-plans/{code}", async (string code, Session session, PlanDesk desk, CancellationToken stop) =>
            await Find(session, code, stop) is { } row ? Answer.Of(PlanCard.Of(row, desk.Today), row.Version) : (IResult)Problems.NotFound)
        .Produces<PlanCard>().Requires(Permission.SeeUsage).WithSummary("A usage plan with its versions");
    }
}

/// <summary>A usage plan in the list.</summary>
/// <param name="Charges">How many things it asks money for.</param>
/// <param name="Limits">How many limits it has.</param>
/// <param name="Clients">How many have it today, or will.</param>
internal sealed record PlanLine(string Code, string Name, Currency Currency, PlanPeriod Period, int Charges, int Limits, int Clients, bool Retired, long Version);
