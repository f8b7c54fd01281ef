using Billing.Documents;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>What stands on an invoice, a quote or a credit note besides itself: who sends it, how it looks, how it is paid. Of an issued one by the settings that held then; the sender is as it is now.</summary>
/// <param name="Name">Who sends it.</param>
/// <param name="Address">Line by line, without the country.</param>
/// <param name="Country">Two letters of ISO 3166; null when none was given.</param>
/// <param name="Contact">Mail and phone, line by line.</param>
/// <param name="TaxId">Under which a tax office knows the sender; null for none.</param>
/// <param name="Bank">Where to transfer to; null for nowhere, and on what asks for no money.</param>
/// <param name="PaymentPage">The address at which this invoice is paid online; null while it is a draft, when nothing is due, in test mode, and where there is none.</param>
/// <param name="Footer">At the foot of each page; empty for none.</param>
internal sealed record DocumentLetterhead(
    string Name, IReadOnlyList<string> Address, string? Country, IReadOnlyList<string> Contact, string? TaxId, DocumentLook Look,
    InvoiceBank? Bank, string? PaymentPage, string Footer)
{
    /// <summary>Of what asks for no money: a quote, a credit note.</summary>
    public static DocumentLetterhead Of(InvoicingSettings settings, Letterhead sender) =>
        new(sender.Name, sender.Address, sender.Country, sender.Contact, settings.SellerTaxId, settings.Look, null, null, settings.Footer);

    public static DocumentLetterhead Of(InvoiceId id, Invoice invoice, InvoicingSettings settings, Letterhead sender) => invoice.Mirror is not null ? Of(settings, sender) : Of(settings, sender) with
    {
        Bank = InvoiceBank.Of(settings.Bank, sender, invoice.Number),
        PaymentPage = invoice.Number is { } number && invoice.Outstanding.IsPositive ? PaymentAddress.Of(settings.PaymentPage, id, number, invoice.Outstanding) : null,
    };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/invoices/{id:guid}/letterhead", async (Guid id, PrintingPress press, Session session, Organisation organisation, CancellationToken stop) =>
            {
                var invoice = await session.Streams<Invoice>().Load(id, stop);
                if (!invoice.Exists || invoice.State.Standing == InvoiceStanding.Dropped) return (IResult)Problems.NotFound;
                var head = Of(new InvoiceId(id), invoice.State, await PrintingPress.SettingsOf(session, id, stop), await press.Sender(session, organisation, stop));
                return Answer.Of(session.InTestMode ? head with { PaymentPage = null } : head); // as on its paper
            })
            .Produces<DocumentLetterhead>().Requires(Permission.SeeInvoicing).WithSummary("What stands on an invoice besides itself: the sender, the look, how it is paid");
        app.MapGet("/api/quotes/{id:guid}/letterhead", (Guid id, PrintingPress press, Session session, Organisation organisation, CancellationToken stop) => Unpaid<Quote>(id, press, session, organisation, stop))
            .Produces<DocumentLetterhead>().Requires(Permission.SeeInvoicing).WithSummary("What stands on a quote besides itself: the sender and the look");
        app.MapGet("/api/credit-notes/{id:guid}/letterhead", (Guid id, PrintingPress press, Session session, Organisation organisation, CancellationToken stop) => Unpaid<CreditNote>(id, press, session, organisation, stop))
            .Produces<DocumentLetterhead>().Requires(Permission.SeeInvoicing).WithSummary("What stands on a credit note besides itself: the sender and the look");
    }

    private static async Task<IResult> Unpaid<TDocument>(Guid id, PrintingPress press, Session session, Organisation organisation, CancellationToken stop) where TDocument : class, IAggregate<TDocument>
    {
        if (!(await session.Streams<TDocument>().Peek(id, stop)).Exists) return Problems.NotFound;
        return Answer.Of(Of(await PrintingPress.SettingsOf(session, id, stop), await press.Sender(session, organisation, stop)));
    }
}

/// <summary>Where to transfer to.</summary>
/// <param name="Iban">In groups of four, as printed.</param>
/// <param name="Reference">What the client writes on the transfer; null while there is no number.</param>
internal sealed record InvoiceBank(string Holder, string? Iban, string? Bic, string? Bank, string? Reference)
{
    public static InvoiceBank? Of(BankDetails bank, Letterhead sender, string? number) =>
        (bank.Iban ?? bank.Holder) is null ? null : new(bank.Holder ?? sender.Name, bank.Iban is { } iban ? EpcPayment.Grouped(iban) : null, bank.Bic, bank.Bank, number);
}
