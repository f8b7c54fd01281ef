using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using NpgsqlTypes;

namespace Billing.Host;

/// <summary>Which entries of the audit trail are asked for.</summary>
internal sealed record AuditFilter
{
    [Description("The actor's id.")] public string? Actor { get; init; }

    [Description("The action: an event's alias, or its beginning up to a dot, such as identity.")] public string? Action { get; init; }

    [Description("The kind of thing: a stream's type.")] public string? Entity { get; init; }

    [Description("The thing.")] public Guid? EntityId { get; init; }

    [AllowedValues("done", "refused", null)] public string? Outcome { get; init; }

    [Description("Not before this moment.")] public DateTimeOffset? From { get; init; }

    [Description("Before this moment.")] public DateTimeOffset? To { get; init; }

    private static readonly Dictionary<string, SortField> Fields = new() { ["number"] = new("t.number", NpgsqlDbType.Bigint) };

    /// <summary>The query; nothing that is older than entries are shown.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public Problem? Query(DateTimeOffset oldest, string? cursor, out ListQuery query)
    {
        query = new ListQuery(Fields, new("t.number", NpgsqlDbType.Bigint));
        if (Outcome is not (null or "done" or "refused")) return Problems.BadRequest(new Fault("?outcome", "An outcome is done or refused."));
        query.Filter("t.actor_id = @", Actor, NpgsqlDbType.Varchar)
            .Filter("(t.action = @ or starts_with(t.action, @ || '.'))", Action, NpgsqlDbType.Varchar)
            .Filter("t.entity = @", Entity, NpgsqlDbType.Varchar)
            .Filter("t.entity_id = @", EntityId, NpgsqlDbType.Uuid)
            .Filter("t.at >= @", (From > oldest ? From.Value : oldest).UtcDateTime, NpgsqlDbType.TimestampTz)
            .Filter("t.at < @", To?.UtcDateTime, NpgsqlDbType.TimestampTz);
        if (Outcome is not null) query.Filter($"t.action {(Outcome == "done" ? "not " : "")}like '%\\{AuditEntry.RefusedEnding}'");
        return query.Sort(null, "-number") ?? query.After(cursor);
    }
}
