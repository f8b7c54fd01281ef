using Billing.Web;

namespace Billing.Invoicing;

/// <summary>What some days are compared with.</summary>
internal enum ComparedWith
{
    /// <summary>As many days before them; where they are whole months, as many months.</summary>
    Period,

    /// <summary>The same days a year before.</summary>
    Year,
}

/// <summary>The days that some days are compared with.</summary>
internal static class ComparedDays
{
    /// <summary>Those days, both ends included; null where there are none: all that ever was has nothing before it.</summary>
    /// <param name="from">The first day; null for the first that ever was.</param>
    /// <param name="to">The last day; null for today.</param>
    /// <param name="today">In the organisation's zone.</param>
    public static Period? Of(DateOnly? from, DateOnly? to, DateOnly today, ComparedWith with)
    {
        if (from is not { Year: > 1900 } first || (to ?? today) is not { Year: < 3000 } last || last < first) return null;
        if (with == ComparedWith.Year) return new Period(first.AddYears(-1), IsEnd(last) ? EndOf(last.AddYears(-1)) : last.AddYears(-1));
        if (first.Day == 1 && IsEnd(last)) return new Period(first.AddMonths(-MonthsOf(first, last)), first.AddDays(-1));
        var days = last.DayNumber - first.DayNumber + 1;
        return first.DayNumber < days ? null : new Period(first.AddDays(-days), first.AddDays(-1));
    }

    /// <summary>How many months some days touch.</summary>
    public static int MonthsOf(DateOnly first, DateOnly last) => (last.Year - first.Year) * 12 + last.Month - first.Month + 1;

    /// <summary>What was asked for; a problem when it is neither of the two.</summary>
    public static Problem? Read(string? text, out ComparedWith? with)
    {
        with = text switch { "period" => ComparedWith.Period, "year" => ComparedWith.Year, _ => null };
        return string.IsNullOrEmpty(text) || with is not null ? null : Problems.BadRequest(new Fault("?compare", "Write compare=period or compare=year."));
    }

    private static bool IsEnd(DateOnly day) => day.AddDays(1).Day == 1;

    private static DateOnly EndOf(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}

/// <summary>How much a figure moved since the days before.</summary>
/// <param name="By">What it is more; less when negative.</param>
/// <param name="Share">The same in hundredths of what it was, to one decimal; null where it was nothing.</param>
internal sealed record Change(Money By, decimal? Share)
{
    public static Change Of(Money now, Money before) => new(now - before, before.IsZero ? null : decimal.Round(100 * (now.Amount - before.Amount) / Math.Abs(before.Amount), 1, MidpointRounding.AwayFromZero));
}
