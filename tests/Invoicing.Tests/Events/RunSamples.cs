using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

internal static class RunSamples
{
    private static readonly Period January = new(Day("2026-01-01"), Day("2026-01-31"));

    public static object[] All { get; } =
    [
        new BillingRunStarted(January, [new(TheClient, Eur)], []), new ClientDraftedByRun(TheClient, Eur, TheInvoice), new ClientLeftOutOfRun(TheClient, Eur, "no-open-charge", null), new ClientParkedByRun(TheClient, Eur, "total-zero"),
        new BillingRunApproved(ThisDay, []), new RunInvoiceIssued(TheInvoice), new RunInvoiceParked(TheInvoice, "plan-limit-reached"), new RunDraftPassedOver(TheInvoice), new BillingRunDiscarded(), new RunDraftDropped(TheInvoice),
        new ParkedOfRunRetried(ThisDay),
    ];

    public static (string Variant, object Sample)[] Shapes { get; } =
    [
        ("of_some", new BillingRunStarted(January, [new(TheClient, Eur), new(TheClient, Usd)], [new(Other, null, "no-open-charge"), new(Other, Eur, "already-billed", new(Id(90)))])),
        ("already_billed", new ClientLeftOutOfRun(TheClient, Eur, "already-billed", new(Id(90)))), ("but_one", new BillingRunApproved(ThisDay, [TheInvoice])),
    ];
}
