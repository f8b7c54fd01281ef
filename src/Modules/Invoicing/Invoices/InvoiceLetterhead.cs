using Billing.Documents;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>What stands on an invoice besides itself: who sends it, how it looks, how it is paid. Of an issued one by the settings that held then; the sender is as it is now.</summary>
/// <param name="Name">Who sends it.</param>
/// <param name="Address">Line by line, without the country.</param>
/// <param name="Country">Two letters of ISO 3166; null when none was given.</param>
/// <param name="Contact">Mail and phone, line by line.</param>
/// <param name="TaxId">Under which a tax office knows the sender; null for none.</param>
/// <param name="Bank">Where to transfer to; null for nowhere.</param>
/// <param name="PaymentPage">The address at which this invoice is paid online; null while it is a draft, when nothing is due, and where there is none.</param>
/// <param name="Footer">At the foot of each page; empty for none.</param>
internal sealed record InvoiceLetterhead(
    string Name, IReadOnlyList<string> Address, string? Country, IReadOnlyList<string> Contact, string? TaxId, DocumentLook Look,
    InvoiceBank? Bank, string? PaymentPage, string Footer)
{
    public static InvoiceLetterhead Of(InvoiceId id, Invoice invoice, InvoicingSettings settings, Letterhead sender) => new(
        sender.Name, sender.Address, sender.Country, sender.Contact, settings.SellerTaxId, settings.Look, InvoiceBank.Of(settings.Bank, sender, invoice.Number),
        invoice.Number is { } number && invoice.Outstanding.IsPositive ? PaymentAddress.Of(settings.PaymentPage, id, number, invoice.Outstanding) : null, settings.Footer);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/invoices/{id:guid}/letterhead", async (Guid id, PrintingPress press, Session session, Organisation organisation, CancellationToken stop) =>
        {
            var invoice = await session.Streams<Invoice>().Load(id, stop);
            if (!invoice.Exists || invoice.State.Standing == InvoiceStanding.Dropped) return (IResult)Problems.NotFound;
            return Answer.Of(Of(new InvoiceId(id), invoice.State, await PrintingPress.SettingsOf(session, id, stop), await press.Sender(session, organisation, stop)));
        })
        .Produces<InvoiceLetterhead>().Requires(Permission.SeeInvoicing).WithSummary("What stands on an invoice besides itself: the sender, the look, how it is paid");
}

/// <summary>Where to transfer to.</summary>
/// <param name="Iban">In groups of four, as printed.</param>
/// <param name="Reference">What the client writes on the transfer; null while there is no number.</param>
internal sealed record InvoiceBank(string Holder, string? Iban, string? Bic, string? Bank, string? Reference)
{
    public static InvoiceBank? Of(BankDetails bank, Letterhead sender, string? number) =>
        (bank.Iban ?? bank.Holder) is null ? null : new(bank.Holder ?? sender.Name, bank.Iban is { } iban ? EpcPayment.Grouped(iban) : null, bank.Bic, bank.Bank, number);
}
