using Billing.EventStore;

namespace Billing.Support;

/// <summary>What passes left, in a parcel: the diary, and which records outside became what. Connections are in the log; their credentials do not go along, and nudges are of the moment.</summary>
internal static class SourceBelongings
{
    private const string Known = "(l ->> 'connection_id')::uuid in (select id from support_connections where tenant_id = $1)";

    // A pass that was not over goes on nowhere else.
    public static Belonging Passes { get; } = Table("support.passes", "support_passes", "connection_id, begun_at, id", Known, "ended_at is not null");

    public static Belonging Lines { get; } = Table("support.pass_lines", "support_pass_lines", "pass_id, number", "(l ->> 'pass_id')::uuid in (select id from support_passes where tenant_id = $1)", "pass_id in (select id from support_passes where tenant_id = $1 and ended_at is not null)");

    public static Belonging Outside { get; } = Table("support.outside", "support_outside", "connection_id, kind, outside_id", Known, "true");

    private static Belonging Table(string name, string table, string order, string makesSense, string goes) => new(
        name,
        $"select (to_jsonb(t) - 'tenant_id')::text from {table} t where tenant_id = $1 and {goes} order by {order}",
        $"insert into {table} select (jsonb_populate_record(null::{table}, l || jsonb_build_object('tenant_id', $1::varchar))).* from unnest($2) l where {makesSense}");
}
