using System.Globalization;
using Billing.Web;

namespace Billing.Support;

/// <summary>Months by their first day, written such as 2025-06.</summary>
internal static class Months
{
    public static string Write(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The first day; null for what is no month of the years 2000 to 2999.</summary>
    public static DateOnly? Read(string? text) => DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 2000 and < 3000 ? month : null;

    public static DateOnly Of(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>From one month through another, in order; null where one is none, or they are too many.</summary>
    public static IReadOnlyList<DateOnly>? Span(string from, string to, int most) =>
        Read(from) is { } first && Read(to) is { } last && last >= first && first.AddMonths(most) > last ? [.. Enumerable.Range(0, most).Select(first.AddMonths).TakeWhile(month => month <= last)] : null;

    /// <summary>What is said where months make no span.</summary>
    public static Problem NoSpan(int most) => Problems.BadRequest(new Fault("?from", $"Name a first and a last month such as 2025-06, at most {most} months."));

    public static DateOnly Last(DateOnly month) => month.AddMonths(1).AddDays(-1);
}
