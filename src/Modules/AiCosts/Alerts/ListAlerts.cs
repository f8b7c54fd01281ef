using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.AiCosts;

/// <summary>Something that somebody should look at.</summary>
/// <param name="Level">How loudly it is said.</param>
/// <param name="AccountId">At which account; null where it is about none.</param>
/// <param name="BudgetId">Which budget; null where it is about none.</param>
/// <param name="Day">The day that stands out, or the first of the budget's month, UTC; else null.</param>
/// <param name="Threshold">Which share of the budget is spent; else null.</param>
/// <param name="RaisedAt">UTC.</param>
/// <param name="AcknowledgedAt">When somebody had seen it, UTC; null: nobody has.</param>
/// <param name="Note">What they say of it.</param>
/// <param name="SettledAt">Since when it is so no more, UTC; null: it is so.</param>
/// <param name="RuleId">By which rule.</param>
internal sealed record AiAlertLine(
    AiAlertId Id, AiAlertKind Kind, AlertLevel Level, AiAccountId? AccountId, AiBudgetId? BudgetId, DateOnly? Day, Percentage? Threshold, DateTimeOffset RaisedAt, DateTimeOffset? AcknowledgedAt, string? AcknowledgedBy, string Note, DateTimeOffset? SettledAt, AiAlertRuleId RuleId);

/// <summary>Somebody has seen what there is to look at.</summary>
/// <param name="Note">What they say of it.</param>
internal sealed record AcknowledgeAlert(string? Note = null)
{
    public Decision<AiAlertEvent> Decide(AiAlert now) => !PlainText.Note(Note).TryGet(out var note, out var refused) ? refused : now.IsAcknowledged ? Decision.Nothing : new AiAlertAcknowledged(note);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/alerts/{id}/acknowledge", async (AiAlertId id, AcknowledgeAlert command, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            var work = session.Begin();
            if (await work.Load<AiAlert>(id.Value, stop, fresh: true) is { Exists: false }) return (IResult)Problems.NotFound;
            if (work.Decide<AiAlert, AiAlertEvent>(id.Value, command.Decide) is { } refusal) return edge.Refused(refusal);
            await work.Commit();
            return await ListAlerts.Find(session, id, stop) is { } line ? (IResult)TypedResults.Ok(line) : Problems.NotFound;
        })
        .Produces<AiAlertLine>().Requires(Permission.ArrangeAiCosts).WithSummary("Say that somebody has seen an alert about AI services");
}

/// <summary>The inbox: what somebody should look at.</summary>
internal static class ListAlerts
{
    private const string Columns = "l.id, l.kind, l.level, l.account_id, l.budget_id, l.day, l.threshold, l.raised_at, l.acknowledged_at, l.acknowledged_by, l.note, l.settled_at, l.rule_id";

    private const int Width = 13;

    private static readonly Dictionary<string, SortField> Fields = new() { ["raisedAt"] = new("l.raised_at", NpgsqlDbType.TimestampTz) };

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/alerts", async (Session session, CancellationToken stop, [AllowedValues("open", "acknowledged", "settled", "all")] string state = "open", [AllowedValues("unpriced", "credentialRejected", "syncStale", "budget", "anomaly", "balanceLow", "serviceDown")] string? kind = null, AiAccountId? accountId = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return (IResult)tooMany;
            var where = state switch { "open" => "l.settled_at is null and l.acknowledged_at is null", "acknowledged" => "l.settled_at is null and l.acknowledged_at is not null", "settled" => "l.settled_at is not null", "all" => "true", _ => null };
            if (where is null) return Problems.BadRequest(new Fault("?state", "A state is open, acknowledged, settled or all."));
            var query = new ListQuery(Fields, new("l.id", NpgsqlDbType.Uuid)).Filter(where).Filter("l.kind = @", kind, NpgsqlDbType.Varchar).Filter("l.account_id = @", accountId?.Value, NpgsqlDbType.Uuid);
            if ((query.Sort("-raisedAt", "-raisedAt") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            return await session.Read($"select {Columns}{query.CursorColumns} from ai_alerts l where l.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values, async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, Width, Line, stop)), stop);
        })
        .Produces<Page<AiAlertLine>>().Requires(Permission.SeeAiCosts).WithSummary("What somebody should look at about AI services: usage without a price, credentials, readings, budgets, days that stand out, balances, services that are down");

    /// <summary>One of them; null when there is none.</summary>
    public static Task<AiAlertLine?> Find(Session session, AiAlertId id, CancellationToken stop) =>
        session.Read($"select {Columns} from ai_alerts l where l.tenant_id = $1 and l.id = $2", [new NpgsqlParameter<Guid> { TypedValue = id.Value }], async row => await row.ReadAsync(stop) ? Line(row) : null, stop);

    private static AiAlertLine Line(NpgsqlDataReader row)
    {
        DateTimeOffset? Moment(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
        var kind = Enum.Parse<AiAlertKind>(row.GetString(1), ignoreCase: true);
        return new AiAlertLine(
            new(row.GetGuid(0)), kind, Enum.Parse<AlertLevel>(row.GetString(2), ignoreCase: true), row.IsDBNull(3) ? null : new AiAccountId(row.GetGuid(3)), row.IsDBNull(4) ? null : new AiBudgetId(row.GetGuid(4)),
            row.IsDBNull(5) ? null : row.GetFieldValue<DateOnly>(5), row.IsDBNull(6) ? null : new Percentage(row.GetDecimal(6)), Moment(7)!.Value, Moment(8), row.IsDBNull(9) ? null : row.GetString(9), row.GetString(10), Moment(11),
            new(row.IsDBNull(12) ? AiAlertRules.IdOf(kind) : row.GetGuid(12)));
    }
}
