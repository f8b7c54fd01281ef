namespace Billing.EventStore;

/// <summary>What is wrong at one place of an audit trail.</summary>
public enum AuditFault
{
    /// <summary>The event is not what it was when it was entered.</summary>
    Changed,

    /// <summary>The event is gone.</summary>
    Missing,

    /// <summary>The event was never entered, although later ones were.</summary>
    Inserted,

    /// <summary>The event stands where another stood.</summary>
    Reordered,

    /// <summary>An entry of the trail itself is gone.</summary>
    EntryMissing,

    /// <summary>The trail does not hold what the anchor says.</summary>
    NotAsAnchored,

    /// <summary>The anchor was not issued here, or has been changed.</summary>
    ForgedAnchor,
}

/// <summary>A place where log and audit trail do not agree.</summary>
/// <param name="Tenant">Whose trail.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Number">The entry's number in the trail; null for an event that has none.</param>
/// <param name="Sequence">The event's number in the log; 0 where only the trail is wrong.</param>
/// <param name="Event">The event; empty where only the trail is wrong.</param>
public sealed record AuditFinding(TenantId Tenant, AuditFault Fault, long? Number, long Sequence, Guid Event);

/// <summary>What was looked at, and what was found.</summary>
/// <param name="Entries">Entries held against their events.</param>
/// <param name="Findings">The first thousand; empty when all is well.</param>
public sealed record AuditVerification(long Entries, IReadOnlyList<AuditFinding> Findings);

/// <summary>
/// What an auditor keeps where the operator cannot reach it: whoever later changes, removes or rearranges anything up to this entry, and mends the trail
/// to fit, no longer fits the anchor.
/// </summary>
/// <param name="Organisation">Whose trail: the organisation's key.</param>
/// <param name="Number">How many entries it covers.</param>
/// <param name="Hash">The last one's hash, in hexadecimal.</param>
/// <param name="At">When it was taken, UTC.</param>
/// <param name="Signature">HMAC-SHA-256 with the organisation's data key, in hexadecimal: tells an anchor issued here from an invented one.</param>
public sealed record AuditAnchor(string Organisation, long Number, string Hash, DateTimeOffset At, string Signature);
