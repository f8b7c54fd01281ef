namespace Billing;

/// <summary>Billing boundaries as instants in UTC, where something renews at a time of day and not on a local day.</summary>
public static class BillingInstants
{
    /// <summary>The interval that contains an instant, counted from an anchor instant both ways; the end is not included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval leaves the calendar.</exception>
    public static (DateTimeOffset Start, DateTimeOffset End) Containing(DateTimeOffset anchor, BillingInterval interval, DateTimeOffset at)
    {
        var (day, time) = (DateOnly.FromDateTime(anchor.UtcDateTime), anchor.UtcDateTime.TimeOfDay);
        var on = at.UtcDateTime.TimeOfDay < time ? DateOnly.FromDateTime(at.UtcDateTime).AddDays(-1) : DateOnly.FromDateTime(at.UtcDateTime);
        var calendar = new BillingCalendar(day, interval);
        var number = calendar.NumberOn(on);
        return (Instant(number), Instant(number + 1));

        DateTimeOffset Instant(long boundary) => calendar.Boundary(boundary) is { } date
            ? new DateTimeOffset(date.ToDateTime(TimeOnly.FromTimeSpan(time)), TimeSpan.Zero)
            : throw new ArgumentOutOfRangeException(nameof(at), at, "The interval leaves the calendar.");
    }
}
