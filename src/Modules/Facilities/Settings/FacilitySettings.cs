using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>Something that was set for all facilities of an organisation.</summary>
internal abstract record FacilitySettingsEvent;

/// <summary>People are led from here to the organisation's own month-end tracker.</summary>
/// <param name="Url">Its address, http or https.</param>
[Event("facilities.month_end_linked")]
internal sealed record MonthEndLinked(string Url) : FacilitySettingsEvent;

/// <summary>There is no month-end tracker to lead to any more.</summary>
[Event("facilities.month_end_unlinked")]
internal sealed record MonthEndUnlinked : FacilitySettingsEvent;

/// <summary>Calendars begin their weeks on this day.</summary>
/// <param name="Day">The weekday.</param>
[Event("facilities.week_start_chosen")]
internal sealed record WeekStartChosen(DayOfWeek Day) : FacilitySettingsEvent;

/// <summary>How dates are written and, where in doubt, read.</summary>
/// <param name="Format">Day, month and year in their order, such as <c>dd.MM.yyyy</c>.</param>
[Event("facilities.date_format_chosen")]
internal sealed record DateFormatChosen(string Format) : FacilitySettingsEvent;

/// <summary>New groups are billed in this currency unless they say otherwise.</summary>
/// <param name="Currency">The currency.</param>
[Event("facilities.default_currency_chosen")]
internal sealed record DefaultCurrencyChosen(Currency Currency) : FacilitySettingsEvent;

/// <summary>What holds for all facilities of an organisation; one stream, under the same id in every organisation.</summary>
/// <param name="MonthEndUrl">An external month-end tracker; null for none.</param>
/// <param name="WeekStart">First day of a week in calendars.</param>
/// <param name="DateFormat">How dates are written and, where in doubt, read; null until chosen: by the organisation's locale.</param>
/// <param name="Currency">For new groups; null until chosen: the organisation's.</param>
internal sealed record FacilitySettings(string? MonthEndUrl, DayOfWeek WeekStart, string? DateFormat, Currency? Currency) : IAggregate<FacilitySettings>
{
    /// <summary>The stream's id.</summary>
    public static readonly Guid Id = new("0193e0c0-0000-7000-8000-000000000002");

    /// <summary>The formats there are.</summary>
    public static readonly IReadOnlyList<string> DateFormats = ["MM/dd/yyyy", "dd.MM.yyyy", "dd/MM/yyyy", "yyyy-MM-dd"];

    public static string Alias => "facilities.settings";

    public static FacilitySettings Initial { get; } = new(null, DayOfWeek.Monday, null, null);

    public FacilitySettings Apply(object happened) => happened switch
    {
        MonthEndLinked e => this with { MonthEndUrl = e.Url },
        MonthEndUnlinked => this with { MonthEndUrl = null },
        WeekStartChosen e => this with { WeekStart = e.Day },
        DateFormatChosen e => this with { DateFormat = e.Format },
        DefaultCurrencyChosen e => this with { Currency = e.Currency },
        _ => throw new UnknownEventException(nameof(FacilitySettings), happened),
    };
}
