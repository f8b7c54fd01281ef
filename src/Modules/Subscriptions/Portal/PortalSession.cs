using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>Something that happened to a portal session.</summary>
internal abstract record PortalEvent;

/// <summary>Whoever has the link can look after a client's subscriptions, cards and invoices for an hour, without an account.</summary>
/// <param name="Proof">SHA-256 of the link's secret, which is kept nowhere.</param>
/// <param name="ClientId">Whose.</param>
/// <param name="ReturnUrl">Where one goes on behind it.</param>
/// <param name="ExpiresAt">From this instant on the link opens nothing, UTC.</param>
[Event("subscriptions.portal_opened")]
internal sealed record PortalOpened(string Proof, ClientId ClientId, string ReturnUrl, DateTimeOffset ExpiresAt) : PortalEvent;

/// <summary>The link opens nothing any more, before its time was over.</summary>
[Event("subscriptions.portal_closed")]
internal sealed record PortalClosed : PortalEvent;

/// <summary>A link by which a client looks after what it has.</summary>
/// <param name="Opened">For whom; null for none.</param>
/// <param name="Closed">Whether it opens nothing any more.</param>
internal sealed record PortalSession(PortalOpened? Opened, bool Closed) : IAggregate<PortalSession>
{
    /// <summary>How long a link opens something.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    public static string Alias => "subscriptions.portal_session";

    public static PortalSession Initial { get; } = new(null, false);

    /// <summary>Whether its page shows anything at an instant.</summary>
    public bool IsOpenAt(DateTimeOffset at) => !Closed && Opened?.ExpiresAt > at;

    public Decision<PortalEvent> Close() => Closed ? Decision.Nothing : new PortalClosed();

    public PortalSession Apply(object happened) => happened switch
    {
        PortalOpened e => this with { Opened = e },
        PortalClosed => this with { Closed = true },
        _ => throw new UnknownEventException(nameof(PortalSession), happened),
    };
}

/// <summary>A portal session as it is found by its secret.</summary>
/// <param name="Proof">What opens the row to somebody who does not know the tenant; null once it was closed.</param>
internal sealed record PortalRow(Guid Id, string? Proof, Guid ClientId, DateTimeOffset ExpiresAt, long Version);

internal sealed class PortalRows : Projection<PortalRow>
{
    public PortalRows() : base("subscriptions.portals", new RowTable<PortalRow>("subscriptions_portals"), Lifecycle.Inline, inlineStream: PortalSession.Alias)
    {
        CoversAll<PortalEvent>();
        Uses<PortalOpened>((_, e, at) => new PortalRow(at.StreamId, e.Proof, e.ClientId.Value, e.ExpiresAt, at.Version));
        Uses<PortalClosed>((row, _, at) => row! with { Proof = null, Version = at.Version });
    }
}
