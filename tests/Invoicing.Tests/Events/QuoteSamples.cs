using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

internal static class QuoteSamples
{
    public static object[] All { get; } =
    [
        new QuoteDrafted(TheClient, Eur), new QuoteReaddressed(TheClient, Usd), new QuoteLinesWritten([Line(2, 50, Vat)]), new QuoteTaxationSettled(TaxRules.Usual, TaxTreatment.Standard, null), new QuoteDiscountOffered(new(new Percentage(5))),
        new QuoteDiscountDropped(), new QuoteDated(Day("2026-03-31"), null), new QuoteWorded(Wording.None), new QuoteDropped(),
        new QuoteIssued("Q-2026-0001", ThisDay, ThisDay.AddDays(30), Addressed, Euros(119)), new QuoteProlonged(Day("2026-06-30")), new QuoteAccepted(TheInvoice, ThisDay), new QuoteDeclined("Too dear", ThisDay), new QuoteWithdrawn("Sold out", ThisDay),
    ];

    public static (string Variant, object Sample)[] Shapes { get; } =
    [
        ("amount", new QuoteDiscountOffered(new(Amount: Euros(4.99m)))), ("period", new QuoteDated(null, new Period(Day("2026-01-01"), Day("2026-01-31")))), ("full", new QuoteWorded(new("Thank you", "Half in advance", "PO 7", About("2 Oak Street")))),
        ("untaxed", new QuoteTaxationSettled(new(TaxRounding.PerLine, true, true), TaxTreatment.ReverseCharge, "Abroad")),
    ];
}
