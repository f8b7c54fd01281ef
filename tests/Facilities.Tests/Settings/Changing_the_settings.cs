using Billing.Web;
using static Billing.Facilities.Tests.Some;
using static Billing.Facilities.Tests.Story<Billing.Facilities.FacilitySettings, Billing.Facilities.FacilitySettingsEvent>;

namespace Billing.Facilities.Tests;

public class Changing_the_settings
{
    private static readonly Organisation Here = new(new TenantId("acme"), "Acme", TimeZoneInfo.Utc, "en-US", Usd);

    [Fact]
    public void is_one_fact_for_each_thing_said() => Given()
        .When(To(new("https://tracker.example.test/month-end?x=1", DayOfWeek.Sunday, "dd.MM.yyyy", Eur)))
        .Then(new MonthEndLinked("https://tracker.example.test/month-end?x=1"), new WeekStartChosen(DayOfWeek.Sunday), new DateFormatChosen("dd.MM.yyyy"), new DefaultCurrencyChosen(Eur));

    [Fact]
    public void again_changes_nothing()
    {
        var command = new ChangeSettings("https://tracker.example.test", DayOfWeek.Sunday, "yyyy-MM-dd", Eur, "UTC", "en-US", 4);
        Given([.. command.Decide(FacilitySettings.Initial, Here).Events]).When(To(command)).ThenNothing();
    }

    [Theory, InlineData(null), InlineData(" ")]
    public void takes_the_link_off(string? url) => Given(new MonthEndLinked("https://tracker.example.test/"), new DateFormatChosen("yyyy-MM-dd"), new DefaultCurrencyChosen(Usd))
        .When(To(new(url, DayOfWeek.Monday, "yyyy-MM-dd", Usd))).Then(new MonthEndUnlinked());

    [Theory]
    [InlineData("javascript:alert(1)"), InlineData("data:text/html,x"), InlineData("ftp://tracker.example.test"), InlineData("tracker.example.test"), InlineData("/month-end"), InlineData("https://"), InlineData("file:///etc/passwd")]
    [InlineData("https://me:secret@tracker.example.test"), InlineData("https://tracker.example.test/\r\nSet-Cookie: a"), InlineData("https://tracker.example.test/\"><script>"), InlineData("https://tracker.example.test/\u202Efdp")]
    public void to_a_link_that_nobody_should_follow_is_refused(string url) => Given().When(To(new(url, DayOfWeek.Monday, "yyyy-MM-dd", Usd))).ThenRefused("bad-url");

    [Theory, InlineData("MM.dd.yy"), InlineData("")]
    public void to_no_date_format_is_refused(string format) => Given().When(To(new(null, DayOfWeek.Monday, format, Usd))).ThenRefused("bad-date-format");

    [Fact]
    public void of_the_organisation_is_refused()
    {
        Given().When(To(new(null, DayOfWeek.Monday, "yyyy-MM-dd", Usd, TimeZone: "Europe/Berlin"))).ThenRefused("organisation-setting");
        Given().When(To(new(null, DayOfWeek.Monday, "yyyy-MM-dd", Usd, Locale: "de-DE"))).ThenRefused("organisation-setting");
    }

    private static Func<FacilitySettings, Decision<FacilitySettingsEvent>> To(ChangeSettings command) => settings => command.Decide(settings, Here);
}
