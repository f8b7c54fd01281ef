using System.Globalization;

namespace Billing.Support.Tests;

/// <summary>Stamps and zones as systems outside write them.</summary>
public class Moments_outside
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData("2026-09-30 23:45:00", "2026-09-30T23:45:00", "2026-10-01T03:45:00Z")] // the month of the site's clock
    [InlineData("2026-10-01T03:45:00+00:00", "2026-09-30T23:45:00", "2026-10-01T03:45:00Z")]
    [InlineData("2026-09-16T03:59:59.000Z", "2026-09-15T23:59:59", "2026-09-16T03:59:59Z")]
    [InlineData("2026-11-01 01:30:00", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z")] // twice: the first
    [InlineData("2026-03-08 02:30:00", "2026-03-08T03:30:00", "2026-03-08T07:30:00Z")] // never: on by the gap
    [InlineData("2026-03-08 03:00:00", "2026-03-08T03:00:00", "2026-03-08T07:00:00Z")]
    [InlineData("2026-11-01 02:00:00", "2026-11-01T02:00:00", "2026-11-01T07:00:00Z")]
    public void are_of_the_clock_of_their_place(string text, string at, string instant)
    {
        var read = SourceMoment.Read(text, NewYork)!;
        Assert.Equal((text, DateTime.Parse(at, CultureInfo.InvariantCulture), DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)), (read.AsReceived, read.At, read.Instant));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("0001-01-01 00:00:00")]
    [InlineData("9999-12-31 23:59:59")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("2026-02-30 10:00:00")]
    [InlineData("yesterday")]
    [InlineData("30.09.2026 23:45")]
    public void that_are_none_are_none(string text) => Assert.Null(SourceMoment.Read(text, NewYork));

    [Theory]
    [InlineData("-4", "UTC-04:00")]
    [InlineData("5.5", "UTC+05:30")]
    [InlineData("0", "UTC+00:00")]
    [InlineData("-9.5", "UTC-09:30")]
    [InlineData("15", null)]
    public void may_be_so_many_hours_from_UTC(string hours, string? name)
    {
        Assert.Equal(name, SourceZone.Name(decimal.Parse(hours, CultureInfo.InvariantCulture)));
        if (name is not null) Assert.Equal(TimeSpan.FromHours(double.Parse(hours, CultureInfo.InvariantCulture)), SourceZone.Find(name)!.BaseUtcOffset);
    }

    [Theory]
    [InlineData("<p>Logo is cut off.</p><p>Please&nbsp;look &amp; mend.</p>", "Logo is cut off.\n\nPlease look & mend.")]
    [InlineData("<div>One<br>two<br/>three</div>", "One\ntwo\nthree")]
    [InlineData("<ul><li>first</li><li>second</li></ul>", "- first\n\n- second")]
    [InlineData("a<script>alert('x')</script><style>p{}</style><!-- no --> b", "a b")]
    [InlineData("plain text\nwith a < b and 3 > 2", "plain text\nwith a < b and 3 > 2")]
    [InlineData("<p>line\n  broken   in the source</p>", "line broken in the source")]
    [InlineData("&lt;script&gt;", "<script>")]
    [InlineData("<script>never closed", "")]
    public void come_with_text_that_a_person_would_read(string html, string text) => Assert.Equal(text, HtmlText.Of(html, 1_000));

    [Fact]
    public void come_with_text_that_is_cut_between_letters() => Assert.Equal("ab…", HtmlText.Of("ab🎉cd", 4));
}
