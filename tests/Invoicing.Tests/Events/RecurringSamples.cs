using Billing.Invoicing.Contracts;
using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

internal static class RecurringSamples
{
    private static readonly Period January = new(Day("2026-01-01"), Day("2026-01-31"));

    public static object[] All { get; } =
    [
        new RecurringInvoiceBegun(TheClient, Eur), new RecurringInvoiceReaddressed(TheClient, Usd), new RecurringScheduleAgreed(On(Frequency.Monthly, PeriodRule.Current, 31), ThisDay, null, null), new RecurringPricesAgreed(null, [Line()], null),
        new RecurringPricesTakenBack(Day("2026-07-01")), new RecurringTaxRulesSettled(TaxRules.Usual), new RecurringTermsAgreed(14), new RecurringInvoiceWorded(Wording.None), new RecurringOutcomeChosen(InvoiceOutcome.Issue),
        new RecurringInvoicePaused(ThisDay), new RecurringInvoiceResumed(ThisDay), new RecurringInvoiceEnded(ThisDay), new OccurrenceInvoiced(ThisDay, January, TheInvoice), new OccurrenceLeftOut(ThisDay, January), new OccurrenceParked(ThisDay, January, null, "client-archived"),
        new ParkedOccurrencesRetried(),
    ];

    public static (string Variant, object Sample)[] Shapes { get; } =
    [
        ("until", new RecurringScheduleAgreed(Schedule.Of(new ScheduleTerms(Frequency.EveryTwoWeeks, PeriodRule.Arrears) { Anchor = ThisDay }).Value, ThisDay, Day("2026-12-31"), null)),
        ("times", new RecurringScheduleAgreed(Schedule.Of(new ScheduleTerms(Frequency.Quarterly, PeriodRule.Arrears) { DayOfMonth = 1, Anchor = ThisDay }).Value, ThisDay, null, 12)),
        ("from", new RecurringPricesAgreed(Day("2026-07-01"), [Line(2, 50, Vat)], new(new Percentage(5)))), ("none", new RecurringTermsAgreed(null)), ("full", new RecurringInvoiceWorded(new("Thank you", "Half in advance", "PO 7", About("2 Oak Street")))),
        ("send", new RecurringOutcomeChosen(InvoiceOutcome.Send)), ("draft", new RecurringOutcomeChosen(InvoiceOutcome.Draft)), ("issuing", new OccurrenceParked(ThisDay, January, TheInvoice, "plan-limit-reached")),
    ];

    public static Schedule On(Frequency frequency, PeriodRule rule, int day) => Schedule.Of(new ScheduleTerms(frequency, rule) { DayOfMonth = day }).Value;
}
