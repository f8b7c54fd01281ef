using Npgsql;

namespace Billing.EventStore;

/// <summary>One entry of an audit trail, as people read it.</summary>
/// <param name="Number">Its number in the organisation's trail.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Actor">Who; somebody who was forgotten is called erased.</param>
/// <param name="Action">The event's alias.</param>
/// <param name="Entity">The stream's type.</param>
/// <param name="EntityId">The stream.</param>
/// <param name="Address">From where, when that is known.</param>
/// <param name="RequestId">The request that caused it, when one did.</param>
public sealed record AuditEntry(long Number, DateTimeOffset At, Actor Actor, string Action, string Entity, Guid EntityId, string? Address, string? RequestId)
{
    /// <summary>What an action that was refused ends with.</summary>
    public const string RefusedEnding = "_refused";

    /// <summary>The columns that <see cref="Read"/> begins with.</summary>
    public const string Columns = "t.number, t.at, t.action, t.entity, t.entity_id, e.headers";

    /// <summary>Where they come from; rows of one tenant by the session's wall and <c>t.tenant_id = $1</c>.</summary>
    public const string From = "audit_trail t join mt_events e on e.tenant_id = t.tenant_id and e.seq_id = t.seq_id";

    /// <summary>Whether it was refused.</summary>
    public bool WasRefused => Action.EndsWith(RefusedEnding, StringComparison.Ordinal);

    /// <summary>Reads the entry that the reader stands on.</summary>
    public static AuditEntry Read(EventStore store, NpgsqlDataReader reader)
    {
        var at = Sql.MomentAt(reader, 1);
        var recorded = Headers.Read(Sql.TextAt(reader, 5), at, null, null, store.Registry.Names);
        return new AuditEntry(reader.GetInt64(0), at, recorded.Actor, reader.GetString(2), reader.GetString(3), reader.GetGuid(4), recorded.Address, recorded.RequestId);
    }
}
