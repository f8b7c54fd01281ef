using System.Globalization;
using Billing.Web;

namespace Billing.Usage;

/// <summary>An instant as a question names it: with its offset, or as a day, which begins where the organisation is.</summary>
internal static class UsageInstant
{
    /// <summary>Reads a query parameter.</summary>
    /// <param name="text">What was given; null: nothing.</param>
    /// <param name="name">Of the parameter.</param>
    /// <param name="zone">Where a day begins.</param>
    /// <param name="instant">Null where nothing was given.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static Problem? Read(string? text, string name, TimeZoneInfo zone, out DateTimeOffset? instant)
    {
        instant = null;
        if (string.IsNullOrEmpty(text)) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) instant = LocalDay.StartOf(day, zone);
        else if (text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var given)) instant = given;
        return instant is null ? Problems.BadRequest(new Fault("?" + name, "Name a day, such as 2026-03-01, or an instant, such as 2026-03-01T00:00:00Z.")) : null;
    }
}
