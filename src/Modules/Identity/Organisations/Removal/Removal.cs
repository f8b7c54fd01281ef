using System.Security.Cryptography;
using System.Text;
using Billing.EventStore;

namespace Billing.Identity;

/// <summary>Something that happened to what a deleted organisation left. It is told among people, because the organisation's own log goes.</summary>
internal abstract record RemovalEvent;

/// <summary>From now on nothing personal of a deleted organisation can be read, and all that it left is being removed.</summary>
/// <param name="Organisation">Its key; what it was called is not kept.</param>
/// <param name="Entries">How many entries its audit trail had.</param>
/// <param name="Hash">The hash of the last one, in hexadecimal: whoever keeps an anchor sees that the trail was whole. None without entries.</param>
[Event("identity.removal_begun")]
internal sealed record RemovalBegun(string Organisation, long Entries, string? Hash) : RemovalEvent;

/// <summary>Nothing of a deleted organisation is left in any table.</summary>
[Event("identity.organisation_removed")]
internal sealed record OrganisationRemoved : RemovalEvent;

/// <summary>What is known of an organisation that is gone: that it was there, and that it was removed. Its key is never given again.</summary>
internal sealed record Removal(string Organisation, bool IsOver) : IAggregate<Removal>
{
    public static string Alias => "identity.removal";

    public static Removal Initial { get; } = new("", false);

    /// <summary>The stream of an organisation's removal: its key leads there, whatever else is gone.</summary>
    public static Guid IdOf(TenantId organisation) => new(SHA256.HashData(Encoding.UTF8.GetBytes("removal of " + organisation.Value)).AsSpan(0, 16), bigEndian: true);

    /// <summary>Begins it, once.</summary>
    public Decision<RemovalEvent> Begin(TenantId organisation, AuditAnchor? trail) =>
        Organisation.Length > 0 ? Decision.Nothing : new RemovalBegun(organisation.Value, trail?.Number ?? 0, trail?.Hash);

    /// <summary>Ends it, once.</summary>
    public Decision<RemovalEvent> End() => IsOver ? Decision.Nothing : new OrganisationRemoved();

    public Removal Apply(object happened) => happened switch
    {
        RemovalBegun e => this with { Organisation = e.Organisation },
        OrganisationRemoved => this with { IsOver = true },
        _ => throw new UnknownEventException(nameof(Removal), happened),
    };
}

/// <summary>A removal as it is looked up.</summary>
internal sealed record RemovalRow(Guid Id, string Organisation, long Entries, string? Hash, DateTimeOffset BegunAt, DateTimeOffset? EndedAt, long Version);

internal sealed class RemovalRows : Projection<RemovalRow>
{
    public RemovalRows() : base("identity.removals", new RowTable<RemovalRow>("identity_removals"), Lifecycle.Inline, inlineStream: Removal.Alias)
    {
        CoversAll<RemovalEvent>();
        Uses<RemovalBegun>((_, e, at) => new RemovalRow(at.StreamId, e.Organisation, e.Entries, e.Hash, at.At, null, at.Version));
        Uses<OrganisationRemoved>((row, _, at) => row! with { EndedAt = at.At, Version = at.Version });
    }
}
