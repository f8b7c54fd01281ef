using System.Globalization;

namespace Billing.Usage.Tests;

public class Windows_of_usage
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28T12:00:00Z", "2026-03-30T12:00:00Z", "03-28T12:00 03-28T23:00 03-29T22:00 03-30T12:00")] // 11, 23 and 14 hours
    [InlineData("Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-26T23:00:00Z", "10-24T22:00 10-25T23:00 10-26T23:00")] // 25 hours
    [InlineData("Asia/Kathmandu", "2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z", "03-10T00:00 03-10T18:15 03-11T00:00")]
    public void of_days_begin_at_midnight_there(string zone, string from, string to, string borders) => Check(zone, from, to, WindowLength.Day, borders);

    [Fact]
    public void of_hours_begin_at_full_hours_there() => Check("Asia/Kathmandu", "2026-03-10T00:00:00Z", "2026-03-10T02:00:00Z", WindowLength.Hour, "03-10T00:00 03-10T00:15 03-10T01:15 03-10T02:00");

    [Fact]
    public void of_hours_begin_anew_where_the_clock_changes_by_half_an_hour() => Check("Australia/Lord_Howe", "2026-04-04T13:00:00Z", "2026-04-04T17:00:00Z", WindowLength.Hour, "04-04T13:00 04-04T14:00 04-04T15:00 04-04T15:30 04-04T16:30 04-04T17:00");

    [Fact]
    public void of_months_begin_on_the_first_there() => Check("America/New_York", "2026-01-31T00:00:00Z", "2026-04-02T00:00:00Z", WindowLength.Month, "01-31T00:00 02-01T05:00 03-01T05:00 04-01T04:00 04-02T00:00");

    [Fact]
    public void without_a_length_are_one() => Check("UTC", "2026-01-31T00:00:00Z", "2026-04-02T00:00:00Z", null, "01-31T00:00 04-02T00:00");

    [Fact]
    public void are_not_more_than_one_can_read() => Assert.Null(UsageWindows.Borders(Moment("2020-01-01T00:00:00Z"), Moment("2026-01-01T00:00:00Z"), WindowLength.Hour, TimeZoneInfo.Utc));

    private static void Check(string zone, string from, string to, WindowLength? length, string borders) =>
        Assert.Equal(borders, string.Join(' ', UsageWindows.Borders(Moment(from), Moment(to), length, TimeZoneInfo.FindSystemTimeZoneById(zone))!.Select(b => b.UtcDateTime.ToString("MM-ddTHH:mm", CultureInfo.InvariantCulture))));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
