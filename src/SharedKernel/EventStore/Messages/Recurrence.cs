namespace Billing.EventStore;

/// <summary>When a job comes again. The same on every node: it depends on nothing but the moment asked about.</summary>
public sealed class Recurrence
{
    private readonly Func<DateTimeOffset, DateTimeOffset> _next;

    private Recurrence(Func<DateTimeOffset, DateTimeOffset> next) => _next = next;

    /// <summary>At every whole multiple of an interval, counted in UTC: every hour means on the hour.</summary>
    public static Recurrence Every(TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        return new(after => new DateTimeOffset(((after.UtcTicks / interval.Ticks) + 1) * interval.Ticks, TimeSpan.Zero));
    }

    /// <summary>Once a day by the clock of a time zone. A time that the clocks skip comes as much later as they skip; one they repeat comes the first time.</summary>
    public static Recurrence DailyAt(TimeOnly time, TimeZoneInfo zone) => new(after =>
    {
        for (var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, zone).DateTime).AddDays(-1); ; day = day.AddDays(1))
            if (At(day.ToDateTime(time), zone) is var moment && moment > after) return moment;
    });

    /// <summary>The first moment after the given one, UTC.</summary>
    public DateTimeOffset Next(DateTimeOffset after) => _next(after);

    private static DateTimeOffset At(DateTime clock, TimeZoneInfo zone)
    {
        var offset = zone.IsInvalidTime(clock) ? zone.GetUtcOffset(clock.AddHours(-3)) : zone.IsAmbiguousTime(clock) ? zone.GetAmbiguousTimeOffsets(clock).Max() : zone.GetUtcOffset(clock);
        return new DateTimeOffset(clock, offset).ToUniversalTime();
    }
}
