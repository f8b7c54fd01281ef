using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>What holds for all facilities, as the settings show it; time zone and locale are the organisation's.</summary>
internal sealed record SettingsPage(string? MonthEndUrl, DayOfWeek WeekStart, [property: AllowedValues("MM/dd/yyyy", "dd.MM.yyyy", "dd/MM/yyyy", "yyyy-MM-dd")] string DateFormat, Currency Currency, string TimeZone, string Locale, long Version)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/settings", async (Habits habits, Organisation here, Streams<FacilitySettings> settings, CancellationToken stop) =>
        {
            var now = await settings.Load(FacilitySettings.Id, stop);
            return Answer.Of(Of(now, habits, here), now.Version);
        })
        .Produces<SettingsPage>().Requires(Permission.SeeFacilities).WithSummary("What holds for all facilities");
        ChangeSettings.Map(app);
    }

    internal static SettingsPage Of(Versioned<FacilitySettings> settings, Habits habits, Organisation here) => new(
        settings.State.MonthEndUrl, settings.State.WeekStart, habits.DateFormat(settings.State), habits.Currency(settings.State), here.TimeZone.Id, here.Locale, settings.Version);
}

/// <summary>Settings become these. What is left out stays as it is.</summary>
/// <param name="DateFormat">One of <see cref="FacilitySettings.DateFormats"/>.</param>
/// <param name="TimeZone">The organisation's; may be repeated, not changed here.</param>
/// <param name="Locale">The organisation's; may be repeated, not changed here.</param>
/// <param name="Version">May be repeated; <c>If-Match</c> is what counts.</param>
internal sealed record ChangeSettings(
    DayOfWeek? WeekStart = null, [property: AllowedValues("MM/dd/yyyy", "dd.MM.yyyy", "dd/MM/yyyy", "yyyy-MM-dd")] string? DateFormat = null, Currency? Currency = null, string? TimeZone = null, string? Locale = null, long? Version = null)
{
    /// <summary>An http or https address; null or blank: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string> MonthEndUrl { get; init; }

    public Decision<FacilitySettingsEvent> Decide(FacilitySettings settings, Organisation here)
    {
        var url = MonthEndUrl.TryGet(out var typed) && !string.IsNullOrWhiteSpace(typed) ? typed.Trim() : null;
        if (url is not null && !MayBeFollowed(url)) return No.BadUrl;
        if (DateFormat is not null && !FacilitySettings.DateFormats.Contains(DateFormat)) return No.BadDateFormat(DateFormat);
        if ((TimeZone is not null && TimeZone != here.TimeZone.Id) || (Locale is not null && Locale != here.Locale)) return No.NotHere;

        List<FacilitySettingsEvent> happened = [];
        if (MonthEndUrl.IsSaid && url != settings.MonthEndUrl) happened.Add(url is null ? new MonthEndUnlinked() : new MonthEndLinked(url));
        if (WeekStart is { } day && day != settings.WeekStart) happened.Add(new WeekStartChosen(day));
        if (DateFormat is not null && DateFormat != settings.DateFormat) happened.Add(new DateFormatChosen(DateFormat));
        if (Currency is { } currency && currency != settings.Currency) happened.Add(new DefaultCurrencyChosen(currency));
        return happened;
    }

    // People will click it: no scripts, no passwords, nothing unseen, nothing that ends an attribute.
    private static bool MayBeFollowed(string url) =>
        url.Length <= 2000 && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0
        && !url.Any(c => char.IsWhiteSpace(c) || c is '<' or '>' or '"' or '\\') && PlainText.Name(url, "A link", 2000).TryGet(out _, out _);

    private static class No
    {
        public static readonly Refusal BadUrl = new("bad-url", "The month-end link must be an address that begins with http:// or https://, without a password or spaces.");
        public static readonly Refusal NotHere = new("organisation-setting", "Time zone and locale belong to the organisation and are not changed here.");
        public static Refusal BadDateFormat(string given) => new Refusal("bad-date-format", $"{PlainText.Quote(given)} is not offered; choose {string.Join(", ", FacilitySettings.DateFormats)}.").With("given", PlainText.Shown(given)).With("formats", FacilitySettings.DateFormats);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPut("/api/settings", (ChangeSettings command, Habits habits, Organisation here, Commands<FacilitySettings> settings, CancellationToken stop) =>
            settings.DecideOrStart(FacilitySettings.Id, s => command.Decide(s, here), now => SettingsPage.Of(now, habits, here), stop))
        .Produces<SettingsPage>().Requires(Permission.ArrangeFacilities).WithSummary("Change what holds for all facilities; what is left out stays as it is");
}
