using System.Globalization;
using Billing.Web;

namespace Billing.Reporting;

/// <summary>Which days and which instant a report is of.</summary>
/// <param name="At">UTC; null for now.</param>
internal sealed record ReportDays(DateOnly From, DateOnly Through, DateTimeOffset? At)
{
    /// <summary>Months that are shown when nothing is asked for.</summary>
    private const int Usual = 12;

    private const int MostYears = 10;

    /// <summary>Understands what was asked: the last twelve months unless days are named. A day as <c>at</c> means its end where the organisation is; today, now.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public static Problem? Read(ReportSpan span, DateOnly? from, DateOnly? to, string? at, DateTimeOffset now, TimeZoneInfo zone, out ReportDays days)
    {
        days = new ReportDays(default, default, null);
        DateTimeOffset? instant = null;
        if (!string.IsNullOrEmpty(at))
        {
            if (DateOnly.TryParseExact(at, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) instant = day == LocalDay.Of(now, zone) ? null : LocalDay.StartOf(day.AddDays(day == DateOnly.MaxValue ? 0 : 1), zone).AddMicroseconds(-1);
            else if (DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)) instant = moment;
            else return Problems.BadRequest(new Fault("?at", "Write a day such as 2025-11-14, or an instant such as 2025-11-14T09:30:00Z."));
            if (instant > now) return Problems.BadRequest(new Fault("?at", "That instant has not come yet."));
        }
        var on = LocalDay.Of(instant ?? now, zone);
        var through = to ?? (from > on ? from.Value : on);
        if (through.Year is < 1900 or > 2999 || from is { Year: < 1900 or > 2999 }) return Problems.BadRequest(new Fault(from is { Year: < 1900 or > 2999 } ? "?from" : to is null ? "?at" : "?to", "Ask for days between 1900 and 2999."));
        var first = from ?? new DateOnly(through.Year, through.Month, 1).AddMonths(1 - Usual);
        if (first > through) return Problems.BadRequest(new Fault("?to", "The days end before they begin."));
        if (first.AddYears(MostYears) <= through) return Problems.BadRequest(new Fault("?from", $"Ask for at most {MostYears} years at once."));
        if (span == ReportSpan.Months) (first, through) = (new DateOnly(first.Year, first.Month, 1), new DateOnly(through.Year, through.Month, DateTime.DaysInMonth(through.Year, through.Month)));
        days = new ReportDays(first, through, instant);
        return null;
    }
}
