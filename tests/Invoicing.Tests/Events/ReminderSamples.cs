using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

internal static class ReminderSamples
{
    public static object[] All { get; } =
    [
        new RemindersTurnedOn(ThisDay), new RemindersTurnedOff(), new ReminderStepsPlanned([new(-3, true, []), new(7, false, [new MailText("de", "Rechnung {number}", "Bitte zahlen")])]),
        new LateFeeAgreed(new(new Percentage(1.5m), [], 7, [Euros(40)], "free", LateFeeGoes.OnNextInvoice)), new LateFeeDropped(),
        new ClientReminded(TheInvoice, 7, ThisDay, Euros(100), new(Id(95)), Euros(5)), new ReminderSkipped(TheInvoice, -3, ThisDay, ReminderSkip.Missed), new RemindersSilenced(TheInvoice), new RemindersResumed(TheInvoice),
    ];

    public static (string Variant, object Sample)[] Shapes { get; } =
    [
        ("amounts", new LateFeeAgreed(new(null, [Euros(5), new(6, Usd)], 0, [], null, LateFeeGoes.IntoDraft))), ("free", new ClientReminded(TheInvoice, -3, ThisDay, Euros(100), new(Id(95)), null)),
        ("before_turned_on", new ReminderSkipped(TheInvoice, 1, ThisDay, ReminderSkip.BeforeTurnedOn)), ("before_issued", new ReminderSkipped(TheInvoice, 1, ThisDay, ReminderSkip.BeforeIssued)), ("invoice_silenced", new ReminderSkipped(TheInvoice, 1, ThisDay, ReminderSkip.InvoiceSilenced)),
        ("client_silenced", new ReminderSkipped(TheInvoice, 1, ThisDay, ReminderSkip.ClientSilenced)), ("no_reader", new ReminderSkipped(TheInvoice, 1, ThisDay, ReminderSkip.NoReader)),
    ];
}
