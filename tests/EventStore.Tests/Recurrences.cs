using System.Globalization;

namespace Billing.EventStore.Tests;

public class Recurrences
{
    [Theory]
    [InlineData("2026-03-28T12:00:00Z", "2026-03-29T01:30:00Z")] // 02:30 does not exist that night: 03:30 it is
    [InlineData("2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")] // 02:30 comes twice: the first time
    [InlineData("2026-06-01T00:30:00Z", "2026-06-02T00:30:00Z")]
    [InlineData("2026-06-01T00:29:59Z", "2026-06-01T00:30:00Z")]
    public void at_an_hour_of_the_day_by_the_clock_of_the_place(string after, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next, CultureInfo.InvariantCulture), Recurrence.DailyAt(new TimeOnly(2, 30), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).Next(DateTimeOffset.Parse(after, CultureInfo.InvariantCulture)));

    [Fact]
    public void on_whole_multiples_of_an_interval() =>
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 13, 0, 0, TimeSpan.Zero), Recurrence.Every(TimeSpan.FromHours(1)).Next(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero)));
}
