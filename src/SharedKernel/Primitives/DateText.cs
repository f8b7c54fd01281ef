using System.Globalization;

namespace Billing;

/// <summary>In which order day, month and year are written.</summary>
public enum DateOrder
{
    /// <summary>11/14/2025</summary>
    Mdy,

    /// <summary>14.11.2025</summary>
    Dmy,

    /// <summary>2025-11-14</summary>
    Ymd,
}

/// <summary>
/// Reads dates as people write them: <c>2025-11-14</c> and <c>20251114</c> in any order; <c>11/14/2025</c>, <c>11142025</c>, <c>14.11.2025</c> by the <see cref="DateOrder"/>.
/// Never swaps day and month to make an impossible date possible. Years 1900 to 2999. No time zone: a day is a day.
/// </summary>
public static class DateText
{
    /// <summary><c>2025-11-14</c>, whatever the machine's culture.</summary>
    public static string Write(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <returns>The day, or <c>not-a-date</c>.</returns>
    public static Result<DateOnly> Read(string? text, DateOrder order = DateOrder.Ymd)
    {
        var typed = (text ?? "").Trim();
        if (typed.Length == 0) return new Refusal("not-a-date", "A date is missing.");
        if (typed.Length > 10) return No(typed, order);
        if (typed.Length == 8 && typed.All(char.IsAsciiDigit))
        {
            // Years are 1900 to 2999 and months 1 to 12, so eight digits never read both ways.
            return Day(typed[..4], typed[4..6], typed[6..]) ?? order switch
            {
                DateOrder.Mdy => Day(typed[4..], typed[..2], typed[2..4]),
                DateOrder.Dmy => Day(typed[4..], typed[2..4], typed[..2]),
                _ => null,
            } ?? (Result<DateOnly>)No(typed, order);
        }

        var separator = typed.FirstOrDefault(c => !char.IsAsciiDigit(c));
        if (separator is not ('-' or '/' or '.')) return No(typed, order);
        var parts = typed.Split(separator);
        if (parts.Length != 3) return No(typed, order);
        var day = parts[0].Length == 4 ? Day(parts[0], parts[1], parts[2]) : order switch
        {
            DateOrder.Mdy => Day(parts[2], parts[0], parts[1]),
            DateOrder.Dmy => Day(parts[2], parts[1], parts[0]),
            _ => null,
        };
        return day ?? (Result<DateOnly>)No(typed, order);
    }

    private static DateOnly? Day(string year, string month, string day)
    {
        if (year.Length != 4 || !Number(year, out var y) || !Number(month, out var m) || !Number(day, out var d)) return null;
        return y is >= 1900 and <= 2999 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    private static bool Number(string digits, out int number)
    {
        number = 0;
        return digits.Length is 1 or 2 or 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static Refusal No(string typed, DateOrder order) => new Refusal("not-a-date", $"{PlainText.Quote(typed)} is not a date; write it like 2025-11-14{order switch { DateOrder.Mdy => " or 11/14/2025", DateOrder.Dmy => " or 14.11.2025", _ => "" }}.").With("given", PlainText.Shown(typed));
}
