using System.Globalization;
using Billing.Web;

namespace Billing.Reporting.Tests;

/// <summary>Days and instants as they are asked for, where the organisation is.</summary>
public class Which_days_a_report_is_of
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DateTimeOffset Now = new(2025, 11, 19, 23, 30, 0, TimeSpan.Zero); // the 20th in Berlin

    [Theory]
    [InlineData(ReportSpan.Months, null, null, null, "2024-12-01 2025-11-30 now")]
    [InlineData(ReportSpan.Days, null, null, null, "2024-12-01 2025-11-20 now")]
    [InlineData(ReportSpan.Months, "2025-02-11", "2025-03-02", null, "2025-02-01 2025-03-31 now")]
    [InlineData(ReportSpan.Days, "2025-02-11", "2025-03-02", null, "2025-02-11 2025-03-02 now")]
    [InlineData(ReportSpan.Days, "2025-12-11", null, null, "2025-12-11 2025-12-11 now")]
    [InlineData(ReportSpan.Instant, null, null, "2025-11-20", "2024-12-01 2025-11-20 now")]
    [InlineData(ReportSpan.Instant, null, null, "2025-11-19", "2024-12-01 2025-11-19 2025-11-19T22:59:59.9999990Z")]
    [InlineData(ReportSpan.Instant, null, null, "2025-03-30", "2024-04-01 2025-03-30 2025-03-30T21:59:59.9999990Z")] // a day of 23 hours
    [InlineData(ReportSpan.Days, null, null, "2025-01-31T23:30:00Z", "2024-03-01 2025-02-01 2025-01-31T23:30:00.0000000Z")]
    public void is_understood(ReportSpan span, string? from, string? to, string? at, string expected)
    {
        Assert.Null(ReportDays.Read(span, Day(from), Day(to), at, Now, Berlin, out var days));
        Assert.Equal(expected, $"{days.From:yyyy-MM-dd} {days.Through:yyyy-MM-dd} {days.At?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "now"}");
    }

    [Theory]
    [InlineData("2025-03-02", "2025-02-11", null, "?to")]
    [InlineData("2014-01-01", "2025-02-11", null, "?from")]
    [InlineData("0001-01-01", "2025-02-11", null, "?from")]
    [InlineData(null, "9999-12-31", null, "?to")]
    [InlineData(null, null, "yesterday", "?at")]
    [InlineData(null, null, "2025-11-21", "?at")]
    [InlineData(null, null, "9999-12-31", "?at")]
    [InlineData(null, null, "2025-11-19T23:30:01Z", "?at")]
    [InlineData(null, null, "0001-01-01", "?at")]
    public void is_refused_where_it_makes_no_sense(string? from, string? to, string? at, string pointer) =>
        Assert.Equal(pointer, Assert.Single(ReportDays.Read(ReportSpan.Days, Day(from), Day(to), at, Now, Berlin, out _)!.Errors).Pointer);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
