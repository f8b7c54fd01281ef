using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Invoicing;

/// <summary>What the next day and the next total of a recurring invoice follow from.</summary>
/// <param name="Parked">Days whose invoice waits for somebody.</param>
/// <param name="Retried">Days whose invoice is being tried again.</param>
internal sealed record RecurringContent(RecurringRhythm Rhythm, ValueList<RecurringPrices> Prices, TaxRules Rules, ValueList<DateOnly> Parked, ValueList<DateOnly> Retried)
{
    public static RecurringContent Empty { get; } = new(RecurringRhythm.None, [], TaxRules.Usual, [], []);
}

/// <summary>A recurring invoice as the list shows it.</summary>
/// <param name="NextOn">The next day to be dealt with; null when there is none any more.</param>
internal sealed record RecurringInvoiceRow(
    Guid Id, Guid ClientId, string Currency, bool Paused, bool Ended, DateOnly? NextOn, string Outcome, int Invoiced, int LeftOut, int Parked, int Retried, [property: Jsonb] RecurringContent Content, long Version, DateTimeOffset EditedAt, string EditedBy);

internal sealed class RecurringInvoiceRows : Projection<RecurringInvoiceRow>
{
    public RecurringInvoiceRows() : base("invoicing.recurring_invoices", new RowTable<RecurringInvoiceRow>("invoicing_recurring_invoices"), Lifecycle.Inline, inlineStream: RecurringInvoice.Alias)
    {
        CoversAll<RecurringInvoiceEvent>();
        Uses<RecurringInvoiceBegun>((_, e, at) => new RecurringInvoiceRow(at.StreamId, e.ClientId.Value, e.Currency.Code, false, false, null, Words.Of(InvoiceOutcome.Draft), 0, 0, 0, 0, RecurringContent.Empty, at.Version, at.At, at.Recorded.Actor.Name));
        Uses<RecurringInvoiceReaddressed>((row, e, at) => Edited(row! with { ClientId = e.ClientId.Value, Currency = e.Currency.Code }, at));
        Uses<RecurringScheduleAgreed>((row, e, at) => Timed(row!, rhythm => rhythm with { Schedule = e.Schedule, From = e.From, Until = e.Until, Times = e.Times }, at));
        Uses<RecurringPricesAgreed>((row, e, at) => Edited(row! with { Content = row.Content with { Prices = [.. RecurringPrices.With(row.Content.Prices, e)] } }, at));
        Uses<RecurringPricesTakenBack>((row, e, at) => Edited(row! with { Content = row.Content with { Prices = [.. row.Content.Prices.Where(prices => prices.From != e.From)] } }, at));
        Uses<RecurringTaxRulesSettled>((row, e, at) => Edited(row! with { Content = row.Content with { Rules = e.Rules } }, at));
        Uses<RecurringTermsAgreed>((row, _, at) => Edited(row!, at));
        Uses<RecurringInvoiceWorded>((row, _, at) => Edited(row!, at));
        Uses<RecurringOutcomeChosen>((row, e, at) => Edited(row! with { Outcome = Words.Of(e.Then) }, at));
        Uses<RecurringInvoicePaused>((row, _, at) => Edited(row! with { Paused = true }, at));
        Uses<RecurringInvoiceResumed>((row, _, at) => Edited(row! with { Paused = false }, at));
        Uses<RecurringInvoiceEnded>((row, e, at) => Timed(row!, rhythm => rhythm with { EndedOn = e.On }, at));
        Uses<OccurrenceInvoiced>((row, e, at) => Passed(row! with { Invoiced = row.Invoiced + 1 }, e.On, parked: false, counts: true, at));
        Uses<OccurrenceLeftOut>((row, e, at) => Passed(row! with { LeftOut = row.LeftOut + 1 }, e.On, parked: false, counts: false, at));
        Uses<OccurrenceParked>((row, e, at) => Passed(row!, e.On, parked: true, counts: true, at));
        Uses<ParkedOccurrencesRetried>((row, _, at) => Waiting(row!, [], [.. row!.Content.Retried, .. row.Content.Parked], at));
    }

    private static RecurringInvoiceRow Passed(RecurringInvoiceRow row, DateOnly on, bool parked, bool counts, StoredEvent at)
    {
        var again = row.Content.Retried.Contains(on);
        if (!again) row = Timed(row, rhythm => rhythm with { LastOn = on, Made = counts ? rhythm.Made + 1 : rhythm.Made }, at);
        return Waiting(row, parked ? [.. row.Content.Parked, on] : row.Content.Parked, [.. row.Content.Retried.Where(day => day != on)], at);
    }

    private static RecurringInvoiceRow Waiting(RecurringInvoiceRow row, ValueList<DateOnly> parked, ValueList<DateOnly> retried, StoredEvent at) =>
        Edited(row with { Parked = parked.Count, Retried = retried.Count, Content = row.Content with { Parked = parked, Retried = retried } }, at);

    private static RecurringInvoiceRow Timed(RecurringInvoiceRow row, Func<RecurringRhythm, RecurringRhythm> change, StoredEvent at)
    {
        var rhythm = change(row.Content.Rhythm);
        var next = rhythm.NextOn;
        return Edited(row with { NextOn = next, Ended = next is null, Content = row.Content with { Rhythm = rhythm } }, at);
    }

    private static RecurringInvoiceRow Edited(RecurringInvoiceRow row, StoredEvent at) => row with { Version = at.Version, EditedAt = at.At, EditedBy = at.Recorded.Actor.Name };
}
