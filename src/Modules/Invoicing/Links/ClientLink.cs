using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Something that happened to a client link.</summary>
internal abstract record ClientLinkEvent;

/// <summary>Whoever has the link can see the invoice from now on, without an account.</summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="Proof">SHA-256 of the link's secret, which is kept nowhere.</param>
/// <param name="ExpiresOn">The last day on which it opens; null for as long as it is not withdrawn.</param>
/// <param name="SendingId">The mail that carries it; null when a person asked for it.</param>
[Event("invoicing.client_link_given")]
internal sealed record ClientLinkGiven(InvoiceId InvoiceId, string Proof, DateOnly? ExpiresOn, SendingId? SendingId) : ClientLinkEvent;

/// <summary>The mail that carries the link was written once more, with a secret of its own; the earlier one stays good, because that mail may have arrived.</summary>
/// <param name="Proof">SHA-256 of the further secret.</param>
[Event("invoicing.client_link_repeated")]
internal sealed record ClientLinkRepeated(string Proof) : ClientLinkEvent;

/// <summary>The invoice was printed with the link on it.</summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="Proof">SHA-256 of the link's secret, which is kept nowhere but on the paper.</param>
[Event("invoicing.client_link_printed")]
internal sealed record ClientLinkPrinted(InvoiceId InvoiceId, string Proof) : ClientLinkEvent;

/// <summary>The link opens nothing any more.</summary>
[Event("invoicing.client_link_withdrawn")]
internal sealed record ClientLinkWithdrawn : ClientLinkEvent;

/// <summary>Somebody opened the invoice by the link; noted once a day.</summary>
/// <param name="On">The day, where the organisation is.</param>
[Event("invoicing.invoice_seen"), Announced]
internal sealed record InvoiceSeen(DateOnly On) : ClientLinkEvent;

/// <summary>A link that opens one invoice to whoever has it.</summary>
/// <param name="SeenOn">The last day on which it was opened.</param>
internal sealed record ClientLink(InvoiceId InvoiceId, DateOnly? ExpiresOn, SendingId? SendingId, bool Withdrawn, DateOnly? SeenOn) : IAggregate<ClientLink>
{
    public static string Alias => "invoicing.client_link";

    public static ClientLink Initial { get; } = new(default, null, null, false, null);

    public bool IsGiven => InvoiceId != default;

    /// <summary>The stream of the link that an invoice bears on paper.</summary>
    public static Guid OnPaperOf(Guid invoice) => NamedId.Of("client link on paper", [invoice.ToString()]);

    /// <summary>An invoice is printed with it. When two print at once, only one paper is kept; the other's secret is known to nobody.</summary>
    public Decision<ClientLinkEvent> Print(InvoiceId invoice, string proof) => Withdrawn ? Decision.Nothing : new ClientLinkPrinted(invoice, proof);

    /// <summary>Notes that it was opened: the first time on a day.</summary>
    public Decision<ClientLinkEvent> See(DateOnly today) => Withdrawn || SeenOn == today ? Decision.Nothing : new InvoiceSeen(today);

    public Decision<ClientLinkEvent> Withdraw() => Withdrawn ? Decision.Nothing : new ClientLinkWithdrawn();

    public ClientLink Apply(object happened) => happened switch
    {
        ClientLinkGiven e => this with { InvoiceId = e.InvoiceId, ExpiresOn = e.ExpiresOn, SendingId = e.SendingId },
        ClientLinkPrinted e => this with { InvoiceId = e.InvoiceId },
        ClientLinkRepeated => this,
        ClientLinkWithdrawn => this with { Withdrawn = true },
        InvoiceSeen e => this with { SeenOn = e.On },
        _ => throw new UnknownEventException(nameof(ClientLink), happened),
    };
}
