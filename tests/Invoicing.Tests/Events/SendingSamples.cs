using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

internal static class SendingSamples
{
    public static object[] All { get; } =
    [
        new ClientLinkGiven(TheInvoice, "5f1d", Day("2026-12-31"), null), new ClientLinkRepeated("77aa"), new ClientLinkPrinted(TheInvoice, "90bc"), new ClientLinkWithdrawn(), new InvoiceSeen(ThisDay),
        new SendingAsked(TheInvoice, [About("bills@meadow.example.test")], [About("boss@meadow.example.test")], About("Invoice 7"), About("Hello"), null),
        new QuoteSendingAsked(new QuoteId(Id(94)), [About("bills@meadow.example.test")], [About("boss@meadow.example.test")], About("Quote 7"), About("Hello"), null),
        new SendingReworded(About("Invoice 7"), About("Hello again")), new SendingRepeated([About("bills@meadow.example.test")], [About("boss@meadow.example.test")]), new SendingWithdrawn(), new InvoiceSent([]), new QuoteSent([]), new SendingFailed(SendingTrouble.Refused), new SendingBounced(About("bills@meadow.example.test"), About("550 5.1.1 No such user")),
    ];

    public static (string Variant, object Sample)[] Shapes { get; } =
    [
        ("by_mail", new ClientLinkGiven(TheInvoice, "5f1d", null, new(Id(95)))), ("in_part", new InvoiceSent([About("boss@meadow.example.test")])),
        ("planned", new SendingAsked(TheInvoice, [About("bills@meadow.example.test")], [], About("Invoice 7"), About("Hello"), new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero))),
    ];
}
