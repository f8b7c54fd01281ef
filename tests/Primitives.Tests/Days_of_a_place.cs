using static Billing.Primitives.Tests.Kit;

namespace Billing.Primitives.Tests;

public class Days_of_a_place
{
    [Theory]
    [InlineData("America/New_York", "2025-11-19", "2025-11-19T05:00:00Z")]
    [InlineData("America/New_York", "2025-03-09", "2025-03-09T05:00:00Z")] // gap at 02:00
    [InlineData("America/New_York", "2025-03-10", "2025-03-10T04:00:00Z")]
    [InlineData("America/New_York", "2025-11-02", "2025-11-02T04:00:00Z")] // overlap at 02:00
    [InlineData("America/New_York", "2025-11-03", "2025-11-03T05:00:00Z")]
    [InlineData("Europe/Berlin", "2025-03-30", "2025-03-29T23:00:00Z")]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z")] // 00:00 does not exist: the day begins at 01:00
    [InlineData("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z")] // 23:00 to 24:00 comes twice on the day before
    [InlineData("Asia/Beirut", "2025-03-30", "2025-03-29T22:00:00Z")] // no 00:00 there either
    [InlineData("Africa/Cairo", "2025-04-25", "2025-04-24T22:00:00Z")]
    [InlineData("America/Havana", "2025-11-02", "2025-11-02T04:00:00Z")] // 00:00 comes twice: the first
    [InlineData("America/St_Johns", "2010-11-07", "2010-11-07T02:30:00Z")] // clocks went back at 00:01, so the day began twice
    [InlineData("Asia/Kolkata", "2025-11-19", "2025-11-18T18:30:00Z")]
    [InlineData("Asia/Kathmandu", "2025-11-19", "2025-11-18T18:15:00Z")]
    [InlineData("Pacific/Chatham", "2025-11-19", "2025-11-18T10:15:00Z")]
    [InlineData("Australia/Lord_Howe", "2025-10-05", "2025-10-04T13:30:00Z")] // half an hour of summer time
    [InlineData("Pacific/Kiritimati", "2025-11-19", "2025-11-18T10:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z")] // a day that Samoa left out: the next one's start
    [InlineData("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z")]
    [InlineData("UTC", "0001-01-01", "0001-01-01T00:00:00Z")]
    [InlineData("UTC", "9999-12-31", "9999-12-31T00:00:00Z")]
    public void begin_at_their_first_instant(string zone, string day, string start) =>
        Assert.Equal(DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture), LocalDay.StartOf(Day(day), Zone(zone)));

    [Theory]
    [InlineData("America/New_York", "2025-11-20T04:59:59Z", "2025-11-19")]
    [InlineData("America/New_York", "2025-11-20T05:00:00Z", "2025-11-20")]
    [InlineData("Asia/Kathmandu", "2025-11-18T18:14:59Z", "2025-11-18")]
    [InlineData("Asia/Kathmandu", "2025-11-18T18:15:00Z", "2025-11-19")]
    [InlineData("America/Sao_Paulo", "2018-02-18T02:30:00Z", "2018-02-17")]
    [InlineData("Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29")]
    [InlineData("Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31")]
    [InlineData("Pacific/Kiritimati", "9999-12-31T23:00:00Z", "9999-12-31")]
    [InlineData("America/New_York", "0001-01-01T01:00:00Z", "0001-01-01")]
    public void are_what_the_calendar_on_the_wall_says(string zone, string instant, string day) =>
        Assert.Equal(Day(day), LocalDay.Of(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), Zone(zone)));

    [Theory]
    [InlineData("America/New_York"), InlineData("America/Sao_Paulo"), InlineData("America/Havana"), InlineData("Asia/Beirut"), InlineData("Africa/Cairo"), InlineData("America/Asuncion")]
    [InlineData("America/St_Johns"), InlineData("Australia/Lord_Howe"), InlineData("Pacific/Chatham"), InlineData("Asia/Tehran"), InlineData("Antarctica/Troll"), InlineData("Europe/Dublin"), InlineData("Africa/Casablanca")]
    public void contain_their_start_and_not_the_instant_before_it(string zone)
    {
        var there = Zone(zone);
        for (var day = new DateOnly(2009, 1, 1); day.Year < 2030; day = day.AddDays(1))
        {
            var start = LocalDay.StartOf(day, there);
            Assert.Equal(day, LocalDay.Of(start, there));
            Assert.Equal(day.AddDays(-1), LocalDay.Of(start.AddTicks(-1), there));
        }
    }
}
