using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>What taking an import back came to.</summary>
/// <param name="Withdrawn">Records of it that count no more; they stay readable.</param>
/// <param name="Restored">Records whose place it had taken, and which count again.</param>
internal sealed record AiImportTakenBack(AiImportId ImportId, int Withdrawn, int Restored);

/// <summary>An import of usage is taken back as a whole.</summary>
internal static class UndoAiImport
{
    private static readonly Refusal UndoneAlready = new("import-undone", "This import was taken back already.");

    private const string CountSql = """
        with passed as (select detail from ai_usage where tenant_id = $1 and import_id = $2 and replaced_by is not null)
        select count(*) filter (where import_id = $2 and withdrawn_at is null)::integer, count(*) filter (where replaced_by = $2 and detail not in (select detail from passed))::integer
        from ai_usage where tenant_id = $1 and (import_id = $2 or replaced_by = $2)
        """;

    // Where a still later file replaced what this one said, that file by now replaces what this one had replaced.
    private const string HandOnSql = """
        update ai_usage u set replaced_by = said.replaced_by from ai_usage said
        where u.tenant_id = $1 and u.replaced_by = $2 and said.tenant_id = $1 and said.import_id = $2 and said.detail = u.detail and said.replaced_by is not null
        """;

    // What a later file replaced does not come back when that one is taken back, too.
    private const string WithdrawSql = "update ai_usage set withdrawn_at = coalesce(withdrawn_at, $3), replaced_by = null where tenant_id = $1 and import_id = $2";

    private const string RestoreSql = "update ai_usage set withdrawn_at = null, replaced_by = null where tenant_id = $1 and replaced_by = $2";

    public static Decision<AiImportEvent> Decide(AiImport import, int withdrawn, int restored) => import.IsUndone ? UndoneAlready : new AiImportUndone(withdrawn, restored);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/ai/usage/imports/{importId}/undo", async (AiImportId importId, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            using var turn = await session.Turn(ImportUsage.TurnOfImports, stop);
            var work = session.Begin();
            if (await work.Load<AiImport>(importId.Value, stop, fresh: true) is { Exists: false }) return (IResult)Problems.NotFound;
            var (withdrawn, restored) = await session.Read(CountSql, [Id(importId)], async row => await row.ReadAsync(stop) ? (row.GetInt32(0), row.GetInt32(1)) : default, stop);
            if (work.Decide<AiImport, AiImportEvent>(importId.Value, import => Decide(import, withdrawn, restored)) is { } refusal) return edge.Refused(refusal);
            work.Also(new Statement(HandOnSql, Id(importId)));
            work.Also(new Statement(WithdrawSql, Id(importId), AiUsageStatements.Moment(work.At)));
            work.Also(new Statement(RestoreSql, Id(importId)));
            AiBudgetLooks.Ask(work);
            return await edge.Commit(work, Answer.Of(new AiImportTakenBack(importId, withdrawn, restored)), stop);
        })
        .Produces<AiImportTakenBack>().Requires(Permission.RecordAiCosts).WithSummary("Take an import of usage back: its records count no more");

    private static NpgsqlParameter<Guid> Id(AiImportId id) => new() { TypedValue = id.Value };
}
