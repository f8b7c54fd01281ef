using Billing.EventStore;
using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

/// <summary>Drafts and invoices that stories are about.</summary>
internal static class Papers
{
    public static readonly DateOnly ThisDay = Day("2026-01-31");
    public static readonly ClientId TheClient = new(Id(1));
    public static readonly InvoiceId TheInvoice = new(Id(50));
    public static readonly PaymentId ThePayment = new(Id(60));
    public static readonly ChargeId TheCharge = new(Id(70));

    public static DraftGround Ground => new(Eur, 30, TaxRules.Usual, TaxTreatment.Standard, null, false, _ => null);

    public static Addressee Addressed => new(About("Meadow Health"), About("1 Elm Street\n12345 Town"), About("billing@meadow.example.test"), About("DE123456789"), "DE", "de");

    public static PersonalText About(string text) => new(TheClient.Value, text);

    public static InvoiceLine Line(decimal quantity = 1, decimal price = 100, params TaxRate[] taxes) => new("Work", new(quantity), new(price), null, [.. taxes], null, null, LineKind.Item, []);

    public static WrittenLine Written(decimal quantity = 1, decimal price = 100, params TaxRate[] taxes) => new("Work", new(price), new Quantity(quantity), Taxes: taxes);

    public static WriteInvoice Writing(params WrittenLine[] lines) => new(TheClient, lines.Length == 0 ? [Written()] : lines);

    public static InvoiceEvent[] Draft(decimal total = 100) => [new InvoiceDrafted(TheClient, Eur, null, null), new InvoiceLinesWritten([Line(1, total)]), new InvoiceTermsAgreed(30)];

    public static InvoiceEvent[] Issued(decimal total = 100) => [.. Draft(total), new InvoiceIssued("INV-2026-0001", ThisDay, ThisDay.AddDays(30), Addressed, Euros(total))];

    public static PaymentAllocated Received(decimal amount, string reference = "A") => new(ThePayment, reference, Euros(amount), ThisDay);
}
