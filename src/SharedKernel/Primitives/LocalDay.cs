namespace Billing;

/// <summary>Calendar days of a place. Days are dates there, instants are UTC; the zone and the instant are always given, never the machine's own.</summary>
public static class LocalDay
{
    /// <summary>The date on the wall at that instant.</summary>
    public static DateOnly Of(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var ticks = instant.UtcTicks + zone.GetUtcOffset(instant).Ticks;
        return DateOnly.FromDateTime(new DateTime(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks)));
    }

    /// <summary>
    /// The first instant of that day there: 00:00; or, where clocks jump over midnight, the instant they jump; where midnight comes twice, the first;
    /// for a day the place left out altogether, the start of the next one.
    /// </summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        if (!zone.IsInvalidTime(midnight))
        {
            var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
            var start = Utc(midnight.Ticks - offset.Ticks);
            if (IsFirst(start, day, zone)) return start;
        }

        // No such midnight, or rules too odd for the framework: the crossing lies within 15 hours of it, whatever the offset.
        var (before, after) = (midnight.Ticks - 15 * TimeSpan.TicksPerHour, midnight.Ticks + 15 * TimeSpan.TicksPerHour);
        while (after - before > 1)
        {
            var middle = before + (after - before) / 2;
            if (Of(Utc(middle), zone) < day) before = middle;
            else after = middle;
        }
        return Utc(after);
    }

    private static bool IsFirst(DateTimeOffset start, DateOnly day, TimeZoneInfo zone) =>
        Of(start, zone) == day && (start == DateTimeOffset.MinValue || Of(start.AddTicks(-1), zone) < day);

    private static DateTimeOffset Utc(long ticks) => new(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);
}
