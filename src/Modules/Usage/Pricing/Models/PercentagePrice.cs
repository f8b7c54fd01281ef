namespace Billing.Usage;

/// <summary>
/// A rate of each event's amount and a fixed fee for each, events in order. An event is free while its number is within the free events and the running
/// total stays below the free amount; the event that ends this by its amount pays on what lies above it, and the fixed fee. Least and most hold for each
/// paid event, after both. 50, 100, 250, 400 at 1.3 % + 2 with 250 free (Lago, percentage_service_spec): 0 + 0 + (150 × 1.3 % + 2) + (400 × 1.3 % + 2) = 11.15.
/// </summary>
/// <param name="Percent">In hundredths.</param>
/// <param name="FreeEvents">Null: their number frees none and bounds none.</param>
/// <param name="FreeAmount">Null: their sum frees none and bounds none.</param>
internal sealed record PercentagePrice(Exact Percent, Exact FixedPerEvent, int? FreeEvents, Exact? FreeAmount, Exact? MinPerEvent, Exact? MaxPerEvent) : Price
{
    public override Measure Measure => Measure.Events;

    public override IReadOnlyList<Part> Rate(Used used)
    {
        var (parts, total, free) = (new EventParts(), Exact.Zero, FreeEvents is not null || FreeAmount is not null);
        foreach (var (index, amount) in used.Events.Index())
        {
            total += amount;
            var counted = amount;
            if (free && index >= FreeEvents) free = false;
            else if (free && total >= FreeAmount) (free, counted) = (false, total - FreeAmount.Value);
            else if (free)
            {
                parts.Free(amount);
                continue;
            }
            var due = counted.Percent(Percent) + FixedPerEvent;
            if (due < MinPerEvent) due = MinPerEvent.Value;
            if (due > MaxPerEvent) due = MaxPerEvent.Value;
            parts.Paid(due, counted, Percent, FixedPerEvent);
        }
        return parts.All;
    }

    internal static PercentagePrice Read(TermsReading terms)
    {
        var price = new PercentagePrice(terms.Number("rate"), terms.NumberOr("fixedPerEvent", 0), terms.Count("freeEvents"), terms.Bound("freeAmount"), terms.Bound("minPerEvent"), terms.Bound("maxPerEvent"));
        if (price.MinPerEvent > price.MaxPerEvent) terms.Wrong("maxPerEvent", "The most per event is not less than the least.");
        return price;
    }
}
