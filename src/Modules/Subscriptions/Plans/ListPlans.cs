using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Subscriptions;

/// <summary>The plans, as those who choose see them, and one of them.</summary>
internal static class ListPlans
{
    private const string Filtered = """
        select id from subscriptions_plans
        where tenant_id = $1 and ($2::boolean is null or is_public = $2) and ($3::boolean is null or archived = $3) and ($4::varchar is null or family = $4)
        order by sort_order, tier, code
        """;

    /// <summary>The id of a plan's code; null when there is none.</summary>
    public static Task<PlanId?> Find(Session session, string code, CancellationToken stop) => session.Read(
        "select id from subscriptions_plans where tenant_id = $1 and code = $2", [new NpgsqlParameter<string> { TypedValue = code }], async reader => await reader.ReadAsync(stop) ? new PlanId(reader.GetGuid(0)) : (PlanId?)null, stop);

    private static async Task<List<PlanPage>> All(Session session, bool? shown, bool? archived, string? family, CancellationToken stop)
    {
        var ids = await session.Read(
            Filtered,
            [
                new() { Value = shown ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Boolean }, new() { Value = archived ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Boolean },
                new() { Value = family ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar },
            ],
            async reader =>
            {
                var found = new List<Guid>();
                while (await reader.ReadAsync(stop)) found.Add(reader.GetGuid(0));
                return found;
            }, stop);
        var work = session.Begin();
        await work.LoadMany<Plan>(ids, stop);
        var cards = new List<PlanPage>();
        foreach (var id in ids) cards.Add(PlanPage.Of(new(id), await work.Load<Plan>(id, stop)));
        return cards;
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/plans", async (Session session, CancellationToken stop, bool? @public = null, bool? archived = null, string? family = null) =>
            TypedResults.Ok(new Page<PlanPage>(await All(session, @public, archived, family, stop), null)))
            .Requires(Permission.SeeSubscriptions).WithSummary("The plans, in the order in which people choose");

        app.MapGet("/api/plans/{code}", async (string code, Session session, Streams<Plan> plans, CancellationToken stop) =>
                await Find(session, code, stop) is { } id && await plans.Load(id.Value, stop) is { Exists: true } now ? (IResult)Answer.Of(PlanPage.Of(id, now), now.Version) : Problems.NotFound)
            .Produces<PlanPage>().Requires(Permission.SeeSubscriptions).WithSummary("A plan with its versions");
    }
}
