namespace Billing.Usage;

/// <summary>The least and the most that a period comes to, and what was committed to; prorated where the period is not a whole one.</summary>
/// <param name="Minimum">Up to here a true-up makes up the difference.</param>
/// <param name="Maximum">What goes beyond is taken off.</param>
/// <param name="Committed">As a minimum; what goes beyond costs <paramref name="OverageFactor"/> times as much.</param>
/// <param name="Days">Days of the period that count, of how many; null for all of them.</param>
internal sealed record Bounds(Exact? Minimum, Exact? Maximum, Exact? Committed, Exact OverageFactor, (Exact Counted, Exact Of)? Days)
{
    public static Bounds None { get; } = new(null, null, null, 1, null);

    /// <summary>What the days that count come to of an amount, rounded half away from zero to the currency: 100 for 10 of 30 days are 33.33.</summary>
    public Exact Prorated(Exact amount, Currency currency) => Days is { } days ? (amount * days.Counted / days.Of).Rounded(currency.MinorUnits) : amount;

    /// <summary>
    /// What bounds add to or take off a line, after coupons: overage, then the cap, then the true-up. With 35 billed before and at most 100, a line of 100 is capped at 65 (OpenMeter, discount and maximum spend);
    /// with at least 150, a line of 100 is trued up by 50.
    /// </summary>
    /// <param name="line">What the line comes to so far.</param>
    /// <param name="billedBefore">By lines of the same period.</param>
    public IEnumerable<Part> Of(Exact line, Exact billedBefore, Currency currency)
    {
        var committed = Committed is { } promise ? Prorated(promise, currency) : (Exact?)null;
        if (committed is { } most && OverageFactor != 1 && billedBefore + line > most)
        {
            var beyond = Exact.Least(Exact.Most(line, 0), billedBefore + line - most);
            var more = new Part(PartKind.Overage, $"{beyond} beyond the commitment × {OverageFactor}", beyond * (OverageFactor - 1), Quantity: beyond, Unit: OverageFactor - 1);
            line += more.Amount;
            yield return more;
        }
        if (Maximum is { } cap && Exact.Most(Prorated(cap, currency) - billedBefore, 0) is var room && line > room)
        {
            yield return new Part(PartKind.Cap, $"At most {Prorated(cap, currency)}", room - line);
            line = room;
        }
        foreach (var least in new[] { Minimum is { } floor ? Prorated(floor, currency) : (Exact?)null, committed })
        {
            if (least is not { } due || billedBefore + line >= due) continue;
            yield return new Part(PartKind.TrueUp, $"At least {due}", due - billedBefore - line);
            line = due - billedBefore;
        }
    }
}
