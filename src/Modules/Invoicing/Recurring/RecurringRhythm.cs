namespace Billing.Invoicing;

/// <summary>One day on which a recurring invoice bills, and the days it bills then.</summary>
internal readonly record struct Occurrence(DateOnly On, Period Period);

/// <summary>The days of a recurring invoice that are still to come.</summary>
/// <param name="EndedOn">The first day on which it bills no more; null when nobody ended it.</param>
/// <param name="LastOn">The latest day that was dealt with.</param>
/// <param name="Made">How many days counted; those left out do not.</param>
internal sealed record RecurringRhythm(Schedule? Schedule, DateOnly From, DateOnly? Until, int? Times, DateOnly? EndedOn, DateOnly? LastOn, int Made)
{
    public static RecurringRhythm None { get; } = new(null, default, null, null, null, null, 0);

    /// <summary>In order; without end where it has none.</summary>
    public IEnumerable<Occurrence> Ahead()
    {
        if (Schedule is null) yield break;
        var before = LastOn >= From ? LastOn.Value : From.AddDays(-1);
        var left = Times - Made ?? int.MaxValue;
        // Cycles are asked for from a little before, as a bill may lie at the end of its cycle or at its beginning.
        foreach (var cycle in Schedule.Cycles(before, 2, int.MaxValue))
        {
            if (cycle.BillingDate <= before) continue;
            if (left-- <= 0 || cycle.BillingDate > Until || cycle.BillingDate >= EndedOn) yield break;
            yield return new Occurrence(cycle.BillingDate, cycle.Period);
        }
    }

    /// <summary>The next day; null when there is none.</summary>
    public DateOnly? NextOn => Ahead().Select(one => (DateOnly?)one.On).FirstOrDefault();
}
