using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>What a credit note would come to and do. Nothing is written.</summary>
/// <param name="OffInvoice">What of it would lower what is due.</param>
/// <param name="ToCredit">The rest, which would become the client's credit.</param>
/// <param name="Outstanding">What the invoice would still ask for.</param>
/// <param name="Creditable">What of the invoice is not credited yet.</param>
/// <param name="Refusal">Why it could not be issued as it is, but for its reason; null when it could.</param>
internal sealed record CreditNotePreview(
    Currency Currency, IReadOnlyList<InvoicePageLine> Lines, Money Subtotal, Money Discount, Money Shipping, IReadOnlyList<InvoicePageTax> Taxes, Money Tax, Money Total, TaxRules TaxRules, TaxTreatment TaxTreatment,
    Money OffInvoice, Money ToCredit, Money Outstanding, Money Creditable, PreviewRefusal? Refusal)
{
    public static CreditNotePreview Of(WriteCreditNote command, Invoice invoice, InvoiceId id, DateOnly today)
    {
        // Somebody who still chooses lines has not said why yet.
        var decision = (command with { Reason = "–" }).Decide(CreditNote.Initial, invoice, id, "–", today);
        var none = Money.Zero(invoice.Currency);
        var note = decision.Events.OfType<CreditNoteIssued>().FirstOrDefault();
        var totals = note is null ? Totals.Of(invoice.Currency, [], null, invoice.Rules).Value : WriteCreditNote.TotalsOf(note);
        var off = note?.OffInvoice ?? none;
        return new CreditNotePreview(
            invoice.Currency, note is null ? [] : [.. note.Lines.Select((line, i) => InvoicePageLine.Of(line, totals.Lines[i]))], totals.Subtotal, totals.Discount, totals.Shipping,
            [.. totals.Taxes.Select(tax => new InvoicePageTax(tax.Tax.Name, tax.Tax.Rate, tax.On, tax.Amount))], totals.Tax, totals.Total, invoice.Rules, invoice.Treatment,
            off, (note?.Total ?? none) - off, invoice.Outstanding - off, WriteCreditNote.Left(invoice),
            decision.Refusal is { } refusal ? new PreviewRefusal(refusal.Code, refusal.Sentence, refusal.Details?.GetValueOrDefault("line") as int?) : null);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/invoices/{id:guid}/credit-notes/preview", async (Guid id, WriteCreditNote command, Session session, Today today, CancellationToken stop) =>
        {
            var invoice = await new Attempt(session.Begin(), fresh: false, stop).Load<Invoice>(id);
            return invoice.Exists && invoice.State.Standing != InvoiceStanding.Dropped ? (IResult)Answer.Of(Of(command, invoice.State, new InvoiceId(id), today.Date)) : Problems.NotFound;
        })
        .Produces<CreditNotePreview>().Requires(Permission.RecordPayments).WithSummary("What a credit note would come to, and what would still be due");
}
