namespace Billing.Usage;

/// <summary>How long the windows are that usage is told in.</summary>
internal enum WindowLength
{
    /// <summary>An hour.</summary>
    Hour,

    /// <summary>A calendar day of the organisation's zone, be it 23 or 25 hours long.</summary>
    Day,

    /// <summary>A calendar month there.</summary>
    Month,
}

/// <summary>Cuts a stretch of time into windows, each from its first instant up to, not including, the next one's.</summary>
internal static class UsageWindows
{
    /// <summary>Most windows of one answer.</summary>
    public const int Most = 2_000;

    /// <summary>The borders of the windows: window i goes from border i to border i + 1. The first and the last are cut by the stretch.</summary>
    /// <param name="from">Its first instant.</param>
    /// <param name="to">The first instant after it.</param>
    /// <param name="length">Null: one window.</param>
    /// <param name="zone">Where days and months begin; an hour begins there, too, where offsets are no full hours.</param>
    /// <returns>Null when there are more than <see cref="Most"/>.</returns>
    public static IReadOnlyList<DateTimeOffset>? Borders(DateTimeOffset from, DateTimeOffset to, WindowLength? length, TimeZoneInfo zone)
    {
        List<DateTimeOffset> borders = [from];
        for (var next = Next(from, length, zone); next < to; next = Next(next, length, zone))
        {
            borders.Add(next);
            if (borders.Count > Most) return null;
        }
        borders.Add(to);
        return borders;
    }

    private static DateTimeOffset Next(DateTimeOffset at, WindowLength? length, TimeZoneInfo zone)
    {
        switch (length)
        {
            case WindowLength.Hour:
                // Offsets are multiples of a quarter of an hour; across a change of the clock the hours go on.
                var behind = (at.UtcTicks + zone.GetUtcOffset(at).Ticks) % TimeSpan.TicksPerHour;
                return at.AddTicks(TimeSpan.TicksPerHour - behind);
            case WindowLength.Day:
                return LocalDay.StartOf(LocalDay.Of(at, zone).AddDays(1), zone);
            case WindowLength.Month:
                var day = LocalDay.Of(at, zone);
                return LocalDay.StartOf(new DateOnly(day.Year, day.Month, 1).AddMonths(1), zone);
            default:
                return DateTimeOffset.MaxValue;
        }
    }
}
