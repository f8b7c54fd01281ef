using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NpgsqlTypes;

namespace Billing.AiCosts;

/// <summary>The rules that say for whom costs are, in the order in which they are tried.</summary>
internal static class ListAllocations
{
    private const int Width = 10;

    private static readonly Dictionary<string, SortField> Fields = new() { ["place"] = new("r.place", NpgsqlDbType.Integer), ["name"] = new("lower(r.name)", NpgsqlDbType.Varchar) };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/ai/allocation-rules", async (Session session, CancellationToken stop, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var query = new ListQuery(Fields, new("r.id", NpgsqlDbType.Uuid)).Filter("not r.dropped");
            if ((query.Sort(sort, "place") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            return await session.Read($"select {AiAllocationRows.Columns}{query.CursorColumns} from ai_allocation_rules r where r.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, Width, AiAllocationRows.Page, stop)), stop);
        })
        .Produces<Page<AiAllocationPage>>().Requires(Permission.SeeAiCosts).WithSummary("The rules that say for which clients or tags costs of AI services are, in the order in which they are tried");

        app.MapGet("/api/ai/allocation-rules/{id}", async (AiAllocationId id, Streams<AiAllocationRule> rules, CancellationToken stop) =>
            await rules.Load(id.Value, stop) is { Exists: true, State.IsDropped: false } rule ? (IResult)Answer.Of(AiAllocationPage.Of(id, rule), rule.Version) : Problems.NotFound)
        .Produces<AiAllocationPage>().Requires(Permission.SeeAiCosts).WithSummary("A rule that says for whom costs of AI services are");
    }
}
