using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>Something that happened to a portal session.</summary>
internal abstract record PortalSessionEvent;

/// <summary>Whoever has the link can look after a client's subscriptions, cards and invoices for an hour, without an account.</summary>
/// <param name="Proof">SHA-256 of the link's secret, which is kept nowhere.</param>
/// <param name="ClientId">Whose.</param>
/// <param name="ReturnUrl">Where one goes on behind it.</param>
/// <param name="ExpiresAt">From this instant on the link opens nothing, UTC.</param>
[Event("subscriptions.portal_opened")]
internal sealed record PortalOpened(string Proof, ClientId ClientId, string ReturnUrl, DateTimeOffset ExpiresAt) : PortalSessionEvent;

/// <summary>The client is asked for a card on a page of the provider's.</summary>
/// <param name="Provider">Who keeps it.</param>
/// <param name="Page">What the provider calls the page.</param>
/// <param name="Payer">What it calls the client.</param>
[Event("subscriptions.portal_card_asked")]
internal sealed record PortalCardAsked(string Provider, string Page, string Payer) : PortalSessionEvent;

/// <summary>A card was left there, and is among the client's from now on.</summary>
/// <param name="Page">What the provider calls the page; it is asked about no more.</param>
[Event("subscriptions.portal_card_left")]
internal sealed record PortalCardLeft(string Page) : PortalSessionEvent;

/// <summary>The link opens nothing any more, before its time was over.</summary>
[Event("subscriptions.portal_closed")]
internal sealed record PortalClosed : PortalSessionEvent;

/// <summary>A link by which a client looks after what it has.</summary>
/// <param name="Opened">For whom; null for none.</param>
/// <param name="Closed">Whether it opens nothing any more.</param>
internal sealed record PortalSession(PortalOpened? Opened, bool Closed) : IAggregate<PortalSession>
{
    /// <summary>How long a link opens something.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    public static string Alias => "subscriptions.portal_session";

    public static PortalSession Initial { get; } = new(null, false);

    /// <summary>The page on which a card was asked for last, and none was taken from yet; null for none.</summary>
    public PortalCardAsked? CardAsked { get; init; }

    /// <summary>How often one was asked for.</summary>
    public int Asks { get; init; }

    /// <summary>Whether its page shows anything at an instant.</summary>
    public bool IsOpenAt(DateTimeOffset at) => !Closed && Opened?.ExpiresAt > at;

    /// <summary>A card is asked for, as often as anybody means it.</summary>
    public Decision<PortalSessionEvent> Ask(PortalCardAsked asked) => Asks >= CheckoutNo.MostAsks ? Decision.Nothing : asked;

    /// <summary>A card was left on a page: it is taken once.</summary>
    public Decision<PortalSessionEvent> Leave(string page) => CardAsked?.Page == page ? new PortalCardLeft(page) : Decision.Nothing;

    public Decision<PortalSessionEvent> Close() => Closed ? Decision.Nothing : new PortalClosed();

    public PortalSession Apply(object happened) => happened switch
    {
        PortalOpened e => this with { Opened = e },
        PortalCardAsked e => this with { CardAsked = e, Asks = Asks + 1 },
        PortalCardLeft e => this with { CardAsked = CardAsked?.Page == e.Page ? null : CardAsked },
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
        CoversAll<PortalSessionEvent>();
        Uses<PortalOpened>((_, e, at) => new PortalRow(at.StreamId, e.Proof, e.ClientId.Value, e.ExpiresAt, at.Version));
        Uses<PortalCardAsked>((row, _, at) => row! with { Version = at.Version });
        Uses<PortalCardLeft>((row, _, at) => row! with { Version = at.Version });
        Uses<PortalClosed>((row, _, at) => row! with { Proof = null, Version = at.Version });
    }
}
