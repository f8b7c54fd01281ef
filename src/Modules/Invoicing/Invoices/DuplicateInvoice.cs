using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>A new draft with what stands on an invoice. Of a voided one it is the invoice written anew: its charges come along.</summary>
internal static class DuplicateInvoice
{
    /// <summary>The draft that an invoice's content makes; dated on the day it is issued.</summary>
    /// <param name="invoice">What is written anew.</param>
    /// <param name="isOpen">Whether a charge is still there to be invoiced; a line whose charge is not stays without it.</param>
    public static WriteInvoice Of(Invoice invoice, Func<ChargeId, bool> isOpen) => new(
        invoice.ClientId,
        [.. invoice.Lines.Select(line => new WrittenLine(line.Description, line.UnitPrice, line.Quantity, line.Discount, line.Taxes, line.Period, line.Group, line.Kind, invoice.Standing == InvoiceStanding.Voided ? [.. line.Charges.Where(isOpen)] : []))],
        null, invoice.Currency, null, invoice.TermsDays, invoice.Period, invoice.Discount, invoice.Rules.Rounding, invoice.Rules.PricesIncludeTax, invoice.Rules.BeforeDiscount,
        invoice.Wording.Notes, invoice.Wording.Terms, invoice.Wording.PurchaseOrder, invoice.Wording.ShipTo?.Text);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/invoices/{id:guid}/duplicate", async (Guid id, Streams<Invoice> invoices, DraftInvoice drafts, CancellationToken stop) =>
        {
            var invoice = await invoices.Load(id, stop);
            var work = invoices.Session.Begin();
            var charges = invoice.State.Charges.ToList();
            await work.LoadMany<Charge>([.. charges.Select(charge => charge.Value)], stop);
            var open = new HashSet<ChargeId>();
            foreach (var charge in charges)
                if (await work.Load<Charge>(charge.Value, stop) is { Exists: true, State.State: ChargeState.Open }) open.Add(charge);
            return invoice.Exists ? await drafts.Begin(Of(invoice.State, open.Contains), stop, replaces: invoice.State.Standing == InvoiceStanding.Voided ? new InvoiceId(id) : null) : Problems.NotFound;
        })
        .Produces<InvoicePage>(201).Requires(Permission.BillClients).WithSummary("Begin a draft with what stands on an invoice; of a voided one, with its charges");
}
