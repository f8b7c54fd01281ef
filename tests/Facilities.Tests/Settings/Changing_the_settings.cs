using Billing.Web;
using static Billing.Facilities.Tests.Some;
using static Billing.Stories.Story<Billing.Facilities.FacilitySettings, Billing.Facilities.FacilitySettingsEvent>;

namespace Billing.Facilities.Tests;

public class Changing_the_settings
{
    private static readonly Organisation Here = new(new TenantId("acme"), "Acme", TimeZoneInfo.Utc, "en-US", Usd);

    [Fact]
    public void is_one_fact_for_each_thing_said() => Given()
        .When(To(new(DayOfWeek.Sunday, "dd.MM.yyyy", Eur) { MonthEndUrl = "https://tracker.example.test/month-end?x=1" }))
        .Then(new MonthEndLinked("https://tracker.example.test/month-end?x=1"), new WeekStartChosen(DayOfWeek.Sunday), new DateFormatChosen("dd.MM.yyyy"), new DefaultCurrencyChosen(Eur));

    [Fact]
    public void again_changes_nothing()
    {
        var command = new ChangeSettings(DayOfWeek.Sunday, "yyyy-MM-dd", Eur, "UTC", "en-US", 4) { MonthEndUrl = "https://tracker.example.test" };
        Given([.. command.Decide(FacilitySettings.Initial, Here).Events]).When(To(command)).ThenNothing();
    }

    [Fact]
    public void leaves_what_is_not_said_as_it_is() =>
        Given(new MonthEndLinked("https://tracker.example.test/"), new WeekStartChosen(DayOfWeek.Sunday), new DateFormatChosen("yyyy-MM-dd"), new DefaultCurrencyChosen(Eur))
            .When(To(new(DateFormat: "dd.MM.yyyy"))).Then(new DateFormatChosen("dd.MM.yyyy"));

    [Fact]
    public void to_nothing_in_particular_changes_nothing() => Given(new MonthEndLinked("https://tracker.example.test/")).When(To(new())).ThenNothing();

    [Theory, InlineData(null), InlineData(" ")]
    public void takes_the_link_off(string? url) => Given(new MonthEndLinked("https://tracker.example.test/")).When(To(new() { MonthEndUrl = url is null ? Change<string>.Cleared : url })).Then(new MonthEndUnlinked());

    [Theory]
    [InlineData("javascript:alert(1)"), InlineData("data:text/html,x"), InlineData("ftp://tracker.example.test"), InlineData("tracker.example.test"), InlineData("/month-end"), InlineData("https://"), InlineData("file:///etc/passwd")]
    [InlineData("https://me:secret@tracker.example.test"), InlineData("https://tracker.example.test/\r\nSet-Cookie: a"), InlineData("https://tracker.example.test/\"><script>"), InlineData("https://tracker.example.test/\u202Efdp")]
    public void to_a_link_that_nobody_should_follow_is_refused(string url) => Given().When(To(new() { MonthEndUrl = url })).ThenRefused("bad-url");

    [Theory, InlineData("MM.dd.yy"), InlineData("")]
    public void to_no_date_format_is_refused(string format) => Given().When(To(new(DateFormat: format))).ThenRefused("bad-date-format");

    [Fact]
    public void of_the_organisation_is_refused()
    {
        Given().When(To(new(TimeZone: "Europe/Berlin"))).ThenRefused("organisation-setting");
        Given().When(To(new(Locale: "de-DE"))).ThenRefused("organisation-setting");
    }

    private static Func<FacilitySettings, Decision<FacilitySettingsEvent>> To(ChangeSettings command) => settings => command.Decide(settings, Here);
}
