namespace Billing.Subscriptions;

/// <summary>In what parts of a period are counted.</summary>
internal enum ProrationUnit
{
    /// <summary>Days of the calendar in the client's zone, of all days of the period; one of 23 or 25 hours counts as one.</summary>
    Day,

    /// <summary>Seconds, of all seconds of the period.</summary>
    Second,

    /// <summary>Days, as if each month had thirty.</summary>
    ThirtyDays,
}

/// <summary>Which plan the day of a change belongs to.</summary>
internal enum ChangeDay
{
    /// <summary>The new one.</summary>
    New,

    /// <summary>The one before; the new one begins on the next day.</summary>
    Old,
}

/// <summary>How parts of a period are counted. Whatever it is, the parts of a period add up to the whole.</summary>
/// <param name="Unit">In days, seconds, or days of months of thirty.</param>
/// <param name="ChangeDay">Which plan the day of a change belongs to; of no meaning in seconds.</param>
internal sealed record ProrationRule(ProrationUnit Unit = ProrationUnit.Day, ChangeDay ChangeDay = ChangeDay.New)
{
    private const int ShortestMonth = 28;

    /// <summary>In days, and the day of a change is the new plan's.</summary>
    public static ProrationRule Usual { get; } = new();

    /// <summary>Where a change at an instant cuts a period.</summary>
    public Cut At(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var day = LocalDay.Of(instant, zone);
        return new Cut(ChangeDay == ChangeDay.Old && Unit != ProrationUnit.Second ? day.AddDays(1) : day, instant);
    }

    /// <summary>The part of a whole period that lies between two points; points outside it are moved to its border.</summary>
    /// <param name="period">The first day of the whole period, and the first one of the next.</param>
    /// <param name="from">Where the part begins.</param>
    /// <param name="to">Where it ends.</param>
    public Share Between((Cut Begins, Cut Ends) period, Cut from, Cut to)
    {
        var whole = Count(period, period.Ends);
        return new Share(Math.Max(0, Count(period, to) - Count(period, from)), Math.Max(1, whole));
    }

    /// <summary>The part that a span is of its period.</summary>
    public Share Of(BilledSpan span, TimeZoneInfo zone) => Between((Cut.StartOf(span.Begins, zone), Cut.StartOf(span.Ends, zone)), Cut.StartOf(span.From, zone), Cut.StartOf(span.To, zone));

    // Counted from the beginning, so that parts that meet add up.
    private long Count((Cut Begins, Cut Ends) period, Cut point)
    {
        var (begins, ends) = period;
        if (Unit == ProrationUnit.Second) return (long)(Clamp(point.Instant, begins.Instant, ends.Instant) - begins.Instant).TotalSeconds;
        var day = point.Day < begins.Day ? begins.Day : point.Day > ends.Day ? ends.Day : point.Day;
        if (Unit == ProrationUnit.Day) return day.DayNumber - begins.Day.DayNumber;
        var days = ends.Day.DayNumber - begins.Day.DayNumber;
        if (days < ShortestMonth) return day.DayNumber - begins.Day.DayNumber;
        var whole = 30 * Math.Max(1, (ends.Day.Year - begins.Day.Year) * 12 + ends.Day.Month - begins.Day.Month);
        if (day == ends.Day) return whole;
        return Math.Clamp((day.Year - begins.Day.Year) * 360 + (day.Month - begins.Day.Month) * 30 + day.Day - begins.Day.Day, 0, whole);
    }

    private static DateTimeOffset Clamp(DateTimeOffset at, DateTimeOffset least, DateTimeOffset most) => at < least ? least : at > most ? most : at;
}

/// <summary>A point at which a period is cut: a day in the client's zone that belongs to what comes after, and the instant.</summary>
internal sealed record Cut(DateOnly Day, DateTimeOffset Instant)
{
    /// <summary>The first instant of a day there.</summary>
    public static Cut StartOf(DateOnly day, TimeZoneInfo zone) => new(day, LocalDay.StartOf(day, zone));
}
