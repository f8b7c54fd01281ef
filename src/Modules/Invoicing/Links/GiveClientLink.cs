using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>A link that opens an issued invoice to whoever has it.</summary>
/// <param name="ExpiresOn">The last day on which it opens; null for as long as it is not withdrawn.</param>
internal sealed record GiveClientLink(DateOnly? ExpiresOn = null)
{
    public Decision<ClientLinkEvent> Decide(Invoice invoice, InvoiceId id, LinkSecret secret, DateOnly today)
    {
        if (invoice.Number is null) return No.NotIssued;
        if (MirroredInvoice.Elsewhere(invoice) is { } elsewhere) return elsewhere;
        return ExpiresOn < today ? No.Past : new ClientLinkGiven(id, secret.Proof, ExpiresOn, null);
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/invoices/{id:guid}/links", (Guid id, GiveClientLink? command, Together together, Session session, PublicAddress address, Today today, CancellationToken stop) =>
        {
            var (link, secret) = (session.NewId(), LinkSecret.Make());
            return together.Decide(id, async attempt =>
            {
                var invoice = await attempt.Load<Invoice>(id);
                if (!invoice.Exists || invoice.State.Standing == InvoiceStanding.Dropped) return Problems.NotFound;
                attempt.Work.New<ClientLink>(link);
                if (await attempt.Decide<ClientLink, ClientLinkEvent>(link, _ => (command ?? new()).Decide(invoice.State, new InvoiceId(id), secret, today.Date)) is { } refused) return refused;
                return Answer.Of(new ClientLinkShown(link, address.Of(secret.At(ClientPage.Pages)).AbsoluteUri, (command ?? new()).ExpiresOn), status: 201);
            }, stop);
        })
        .WithMetadata(new KeepsNoAnswer()).Produces<ClientLinkShown>(201).Requires(Permission.BillClients).WithSummary("Make a link that opens the invoice without an account; it is shown this once");

        app.MapPost("/api/invoices/{id:guid}/links/{link:guid}/withdraw", (Guid id, Guid link, Together together, CancellationToken stop) => together.Decide(link, async attempt =>
        {
            var now = await attempt.Load<ClientLink>(link);
            if (!now.Exists || now.State.InvoiceId != new InvoiceId(id)) return Problems.NotFound;
            if (await attempt.Decide<ClientLink, ClientLinkEvent>(link, state => state.Withdraw()) is { } refused) return refused;
            return Answer.Of(new TakenBack("withdrawn"));
        }, stop))
        .Produces<TakenBack>().Requires(Permission.BillClients).WithSummary("Withdraw a link: it opens nothing any more");
    }

    private static class No
    {
        public static readonly Refusal NotIssued = new("not-issued", "A draft is shown to nobody outside. Issue it first.");
        public static readonly Refusal Past = new("expiry-past", "The last day of a link is today or later. Choose another day, or none.");
    }
}

/// <summary>A link as it was made.</summary>
/// <param name="Url">The whole address; it is told this once, and kept nowhere.</param>
/// <param name="ExpiresOn">The last day on which it opens; null for as long as it is not withdrawn.</param>
internal sealed record ClientLinkShown(Guid Id, string Url, DateOnly? ExpiresOn)
{
    /// <summary>Without the address, which is a secret.</summary>
    public override string ToString() => $"{nameof(ClientLinkShown)} {Id}";
}

/// <summary>What became of a link, or of a mail that waited for its time.</summary>
internal sealed record TakenBack(string Outcome);
