using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>An issued invoice counts no more, or is not expected to be paid any more.</summary>
/// <param name="Reason">In somebody's words; it stays with the invoice.</param>
internal sealed record EndInvoice(string Reason)
{
    /// <summary>The number stays used, and the charges are open again.</summary>
    public Decision<InvoiceEvent> Void(Invoice invoice, DateOnly today)
    {
        if (invoice.Standing == InvoiceStanding.Voided) return Decision.Nothing;
        if (!invoice.TakesPayments) return No.NotIssued;
        if (!invoice.Paid.IsZero) return No.PaidFor(invoice.Paid);
        if (!invoice.Credited.IsZero) return No.CreditedFor;
        return PlainText.Note(Reason, 500).TryGet(out var reason, out var refused) ? reason.Length == 0 ? No.ReasonMissing : new InvoiceVoided(reason, today) : refused;
    }

    /// <summary>It can still be paid.</summary>
    public Decision<InvoiceEvent> GiveUp(Invoice invoice, DateOnly today)
    {
        if (invoice.Standing == InvoiceStanding.GivenUp) return Decision.Nothing;
        if (invoice.Standing != InvoiceStanding.Issued) return No.NotIssued;
        if (!invoice.Outstanding.IsPositive) return No.NothingOutstanding;
        return PlainText.Note(Reason, 500).TryGet(out var reason, out var refused) ? reason.Length == 0 ? No.ReasonMissing : new InvoiceGivenUp(reason, today) : refused;
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/invoices/{id:guid}/void", (Guid id, EndInvoice command, Together together, Today today, CancellationToken stop) => together.Decide(id, async attempt =>
        {
            List<ChargeId> charges = [.. (await attempt.Load<Invoice>(id)).State.Charges];
            var came = await End(attempt, id, together, today.Date, invoice => command.Void(invoice, today.Date));
            if (came.Answer is null) return came;
            if (await DraftGrounds.Bind(attempt, new InvoiceId(id), charges, []) is { } kept) return kept;
            return came;
        }, stop))
        .Produces<InvoicePage>().Requires(Permission.CorrectInvoicing).WithSummary("Void an invoice: its number stays used, its charges are open again");

        app.MapPost("/api/invoices/{id:guid}/uncollectible", (Guid id, EndInvoice command, Together together, Today today, CancellationToken stop) =>
            together.Decide(id, attempt => End(attempt, id, together, today.Date, invoice => command.GiveUp(invoice, today.Date)), stop))
        .Produces<InvoicePage>().Requires(Permission.CorrectInvoicing).WithSummary("Give up on what an invoice still asks for");
    }

    private static async Task<Came> End(Attempt attempt, Guid id, Together together, DateOnly today, Func<Invoice, Decision<InvoiceEvent>> decide)
    {
        var invoice = await attempt.Load<Invoice>(id);
        if (!invoice.Exists || await DraftGrounds.Find(attempt, invoice.State.ClientId) is not { } found) return Problems.NotFound;
        if (MirroredInvoice.Elsewhere(invoice.State) is { } elsewhere) return elsewhere;
        if (together.Stale(invoice, seen => InvoicePage.Of(id, seen, found.Client, today)) is { } stale) return stale;
        if (await attempt.Decide<Invoice, InvoiceEvent>(id, decide) is { } refused) return refused;
        var now = await attempt.Load<Invoice>(id);
        return Answer.Of(InvoicePage.Of(id, now, found.Client, today), now.Version);
    }

    private static class No
    {
        public static readonly Refusal NotIssued = new("not-issued", "This is a draft. Drop it, or issue it first.");
        public static readonly Refusal CreditedFor = new("has-credit-notes", "A credit note stands against this invoice. Write a further one for the rest instead.");
        public static readonly Refusal NothingOutstanding = new("nothing-outstanding", "Nothing is outstanding on this invoice.");
        public static readonly Refusal ReasonMissing = new("reason-missing", "Say why; the reason stays with the invoice.");
        public static Refusal PaidFor(Money paid) => new Refusal("has-payments", $"{paid} has been received for this invoice. Undo the payments first, or write a credit note.").With("paid", paid);
    }
}
