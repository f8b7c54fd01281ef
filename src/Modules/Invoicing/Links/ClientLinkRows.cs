using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>A link as an invoice's page lists it.</summary>
/// <param name="OnPaper">Whether the invoice bears it.</param>
/// <param name="Proofs">What opens the row to somebody who does not know the tenant; none once it is withdrawn.</param>
internal sealed record ClientLinkRow(
    Guid Id, Guid InvoiceId, [property: Jsonb] IReadOnlyList<string> Proofs, DateOnly? ExpiresOn, Guid? SendingId, DateTimeOffset GivenAt, bool Withdrawn, DateOnly? FirstSeenOn, DateOnly? LastSeenOn, bool OnPaper, long Version);

internal sealed class ClientLinkRows : Projection<ClientLinkRow>
{
    public ClientLinkRows() : base("invoicing.client_links", new RowTable<ClientLinkRow>("invoicing_client_links"), Lifecycle.Inline, inlineStream: ClientLink.Alias)
    {
        CoversAll<ClientLinkEvent>();
        Uses<ClientLinkGiven>((_, e, at) => new ClientLinkRow(at.StreamId, e.InvoiceId.Value, [e.Proof], e.ExpiresOn, e.SendingId?.Value, at.At, false, null, null, false, at.Version));
        Uses<ClientLinkPrinted>((row, e, at) => row is null
            ? new ClientLinkRow(at.StreamId, e.InvoiceId.Value, [e.Proof], null, null, at.At, false, null, null, true, at.Version)
            : row with { Proofs = [.. row.Proofs, e.Proof], Version = at.Version });
        Uses<ClientLinkRepeated>((row, e, at) => row! with { Proofs = [.. row.Proofs, e.Proof], Version = at.Version });
        Uses<ClientLinkWithdrawn>((row, _, at) => row! with { Proofs = [], Withdrawn = true, Version = at.Version });
        Uses<InvoiceSeen>((row, e, at) => row! with { FirstSeenOn = row.FirstSeenOn ?? e.On, LastSeenOn = e.On, Version = at.Version });
    }
}
