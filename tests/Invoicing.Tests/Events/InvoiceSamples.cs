using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

internal static class InvoiceSamples
{
    private static readonly InvoiceLine Full = new(
        "Hosting\nin two halls", new(1.5m), new(0.0025m), new Discount(new Percentage(10)), [Vat, Tax("City tax", 1.5m)], new Period(Day("2026-01-01"), Day("2026-01-31")), "Hosting", LineKind.Shipping, [TheCharge]);

    public static object[] All { get; } =
    [
        new NumberPatternChosen("RE-{yyyy}-{0000}"), new NumberingMovedOn("2026", 1200), new NumberTaken("INV-2026-0001", "2026", 1, Id(50), ThisDay),
        new InvoiceDrafted(TheClient, Eur, null, null), new DraftReaddressed(TheClient, Usd), new InvoiceLinesWritten([Line()]), new InvoiceTaxationSettled(TaxRules.Usual, TaxTreatment.Standard, null), new InvoiceDiscountGranted(new(new Percentage(5))),
        new InvoiceDiscountDropped(), new InvoiceTermsAgreed(30), new InvoiceDated(null, null), new InvoiceWorded(Wording.None), new DraftDropped(),
        new InvoiceIssued("INV-2026-0001", ThisDay, ThisDay.AddDays(30), Addressed, Euros(119)), new InvoiceVoided("Wrong client", ThisDay), new InvoiceGivenUp("Insolvent", ThisDay),
        new PaymentAllocated(ThePayment, "A 7", Euros(40), ThisDay), new PaymentTakenBack(ThePayment, Euros(40), "Bounced", ThisDay), new CreditApplied(Euros(30), ThisDay), new AppliedCreditReleased(Euros(30), ThisDay),
        new InvoiceCredited(new(Id(80)), "CN-2026-0001", Euros(20), Euros(5), ThisDay),
        new PaymentReceived(TheClient, "A 7", Euros(40), ThisDay, PaymentMethod.BankTransfer, null, null), new PaymentSpread([new(TheInvoice, Euros(30))], Euros(10)), new PaymentUndone("Bounced", ThisDay),
        new PaymentRefunded(Euros(15), ThisDay, "Returned", Euros(10), [new(TheInvoice, Euros(5))]),
        new CreditAdded(TheClient, Id(60), Euros(30), ThisDay), new CreditUsed(TheInvoice, Euros(30), ThisDay), new CreditRegained(TheInvoice, Euros(30), ThisDay, TheClient), new CreditHandedOver(TheClient, Euros(30), ThisDay), new CreditTakenOver(TheClient, new ClientId(Id(11)), Euros(30), ThisDay), new CreditWithdrawn(Id(60), Euros(30), ThisDay), new CreditPaidOut(TheClient, Euros(30), ThisDay, "The contract ended"),
        new CreditNoteIssued("CN-2026-0001", TheInvoice, "INV-2026-0001", TheClient, [Line(1, 25)], null, TaxRules.Usual, TaxTreatment.Standard, "Returned", ThisDay, Addressed, Euros(25), Euros(20)),
    ];

    public static (string Variant, object Sample)[] Shapes { get; } =
    [
        ("of_a_run", new InvoiceDrafted(TheClient, Eur, new(Id(90)), new(Id(49)))), ("of_a_quote", new InvoiceDrafted(TheClient, Eur, null, null, new QuoteId(Id(91)))), ("wanted", new InvoiceDrafted(TheClient, Eur, null, null, WantedBy: new("subscriptions", "1"))), ("recurring", new InvoiceDrafted(TheClient, Eur, null, null, null, new RecurringInvoiceId(Id(92)))), ("full", new InvoiceLinesWritten([Full, Line(-1, 0.01m)])), ("untaxed", new InvoiceTaxationSettled(new(TaxRounding.PerLine, true, true), TaxTreatment.Exempt, "Small business")),
        ("amount", new InvoiceDiscountGranted(new(Amount: Euros(4.99m)))), ("both", new InvoiceDated(ThisDay, new Period(Day("2026-01-01"), Day("2026-01-31")))), ("full", new InvoiceWorded(new("Thank you", "Within 30 days", "PO 7", About("2 Oak Street")))),
        ("bare", new InvoiceIssued("7", ThisDay, ThisDay, new(About("Meadow Health"), null, null, null, null, null), new Money(119, Jpy))), ("collected", new PaymentReceived(TheClient, "pi_1", Euros(40), ThisDay, PaymentMethod.Card, null, null, TheInvoice)), ("with_fee", new PaymentReceived(TheClient, "A 7", Euros(40), ThisDay, PaymentMethod.Card, Euros(0.6m), "By phone")),
        ("of_old", new CreditRegained(TheInvoice, Euros(30), ThisDay)),
        ("whole", new CreditNoteIssued("CN-2026-0002", TheInvoice, "INV-2026-0001", TheClient, [Full], new(new Percentage(5)), TaxRules.Usual, TaxTreatment.ReverseCharge, "Returned", ThisDay, Addressed, Euros(25), Euros(25))),
    ];
}
