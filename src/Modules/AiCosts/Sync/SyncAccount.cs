using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NpgsqlTypes;

namespace Billing.AiCosts;

/// <summary>An account is read now; one that is being read goes on. And the diary of its readings.</summary>
internal static class SyncAccount
{
    /// <summary>How many columns a line of the diary has.</summary>
    private const int Width = 15;

    private static readonly Dictionary<string, SortField> Fields = new() { ["begunAt"] = new("r.begun_at", NpgsqlDbType.TimestampTz) };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/ai/accounts/{id}/sync", async (AiAccountId id, Session session, Streams<AiAccount> accounts, AiProviders providers, CommandEdge edge, CancellationToken stop) =>
        {
            var account = await accounts.Load(id.Value, stop);
            if (!account.Exists) return (IResult)Problems.NotFound;
            if (account.State.IsArchived) return edge.Refused(AiAccountNo.Archived);
            if (!account.State.IsRead || providers.Reader(account.State.Provider) is null) return edge.Refused(AiAccountNo.NothingToAsk);
            var run = await AiRuns.Begin(session, id.Value, "asked", stop);
            return Answer.Of(run, null, 202, $"/api/ai/accounts/{id}/runs/{run.Id}");
        })
        .Produces<AiRunLine>(202).Requires(Permission.ArrangeAiCosts).WithSummary("Read an account at a provider of AI services now");

        app.MapGet("/api/ai/accounts/{id}/runs", async (AiAccountId id, Session session, Streams<AiAccount> accounts, CancellationToken stop, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if (await accounts.Peek(id.Value, stop) is { Exists: false }) return Problems.NotFound;
            var query = new ListQuery(Fields, new("r.id", NpgsqlDbType.Uuid)).Filter("r.account_id = @", id.Value, NpgsqlDbType.Uuid);
            if ((query.Sort("-begunAt", "-begunAt") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            return await session.Read($"select {AiRuns.Columns}{query.CursorColumns} from ai_runs r where r.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, Width, AiRuns.Line, stop)), stop);
        })
        .Produces<Page<AiRunLine>>().Requires(Permission.SeeAiCosts).WithSummary("The diary of an account: its readings, the latest first");

        app.MapGet("/api/ai/accounts/{id}/runs/{run}", async (AiAccountId id, AiRunId run, Session session, CancellationToken stop) =>
            await AiRuns.Find(session, id.Value, run.Value, stop) is { } line ? (IResult)TypedResults.Ok(line) : Problems.NotFound)
        .Produces<AiRunLine>().Requires(Permission.SeeAiCosts).WithSummary("A reading of an account, as far as it is");
    }
}
