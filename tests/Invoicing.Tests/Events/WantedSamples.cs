using Billing.Invoicing.Contracts;
using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

internal static class WantedSamples
{
    private static readonly WantedCharge Seat = new(new("subscriptions", "subscription_line", "one/1/0"), new("Pro", Quantity.One, new UnitPrice(29), Eur, new Period(Day("2026-01-01"), Day("2026-01-31"))));

    public static object[] All { get; } =
    [
        new InvoiceWanted("subscriptions", "one/1", "one", TheClient, Eur, [Seat], ThisDay, new Period(Day("2026-01-01"), Day("2026-01-31")), InvoiceOutcome.Issue), new WantedInvoiceMade(TheInvoice), new WantedInvoiceCarried(), new WantedInvoiceParked(null, "client-archived"),
    ];

    public static (string Variant, object Sample)[] Shapes { get; } = [("issuing", new WantedInvoiceParked(TheInvoice, "plan-limit-reached"))];
}
