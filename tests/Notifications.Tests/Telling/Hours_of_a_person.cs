using System.Globalization;

namespace Billing.Notifications.Tests;

/// <summary>When somebody is told who does not want to be told at once.</summary>
public class Hours_of_a_person
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly TimeZoneInfo Kathmandu = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kathmandu");

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string? Text(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static QuietHoursAgreed Quiet(string from, string until) => new(TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(until, CultureInfo.InvariantCulture), false);

    [Theory]
    [InlineData("22:00", "07:00", "2025-01-30T20:59:59Z", null)]
    [InlineData("22:00", "07:00", "2025-01-30T21:00:00Z", "2025-01-31T06:00:00Z")]
    [InlineData("22:00", "07:00", "2025-01-31T05:59:59Z", "2025-01-31T06:00:00Z")]
    [InlineData("22:00", "07:00", "2025-01-31T06:00:00Z", null)]
    [InlineData("12:30", "14:00", "2025-01-31T12:00:00Z", "2025-01-31T13:00:00Z")]
    [InlineData("12:30", "14:00", "2025-01-31T11:00:00Z", null)]
    [InlineData("00:00", "02:30", "2025-03-30T00:10:00Z", "2025-03-30T01:00:00Z")] // half past two is left out that night
    [InlineData("22:00", "02:30", "2025-10-25T22:00:00Z", "2025-10-26T00:30:00Z")] // and comes twice in this one
    public void quiet_ones_end_where_somebody_is(string from, string until, string now, string? expected) => Assert.Equal(expected, Text(PersonalHours.QuietUntil(Quiet(from, until), At(now), Berlin)));

    [Theory]
    [InlineData("daily", null, 8, "2025-01-31T02:14:00Z", "2025-01-31T02:15:00Z")]
    [InlineData("daily", null, 8, "2025-01-31T02:15:00Z", "2025-02-01T02:15:00Z")]
    [InlineData("weekly", DayOfWeek.Monday, 8, "2025-01-31T02:15:00Z", "2025-02-03T02:15:00Z")]
    [InlineData("weekly", DayOfWeek.Friday, 8, "2025-01-31T02:15:00Z", "2025-02-07T02:15:00Z")]
    public void digests_come_at_an_hour_there(string rhythm, DayOfWeek? day, int hour, string now, string expected) =>
        Assert.Equal(expected, Text(PersonalHours.NextDigest(new DigestAgreed(Enum.Parse<DigestRhythm>(rhythm, ignoreCase: true), hour, day), At(now), Kathmandu)));
}
