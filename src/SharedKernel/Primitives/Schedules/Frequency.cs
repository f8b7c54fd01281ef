using System.Text.Json.Serialization;

namespace Billing;

/// <summary>How often a schedule bills.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Frequency>))]
public enum Frequency
{
    /// <summary>Once a week.</summary>
    [JsonStringEnumMemberName("weekly")] Weekly,

    /// <summary>Every 14 days from an anchor.</summary>
    [JsonStringEnumMemberName("everyTwoWeeks")] EveryTwoWeeks,

    /// <summary>On two days of each month.</summary>
    [JsonStringEnumMemberName("semiMonthly")] SemiMonthly,

    /// <summary>Once a month.</summary>
    [JsonStringEnumMemberName("monthly")] Monthly,

    /// <summary>Once in two months.</summary>
    [JsonStringEnumMemberName("everyTwoMonths")] EveryTwoMonths,

    /// <summary>Once in three months.</summary>
    [JsonStringEnumMemberName("quarterly")] Quarterly,

    /// <summary>Once in twelve months.</summary>
    [JsonStringEnumMemberName("yearly")] Yearly,

    /// <summary>On dates from a list.</summary>
    [JsonStringEnumMemberName("custom")] Custom,
}

/// <summary>Where the bill lies relative to the days it bills.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PeriodRule>))]
public enum PeriodRule
{
    /// <summary>The bill follows its period.</summary>
    [JsonStringEnumMemberName("arrears")] Arrears,

    /// <summary>The bill lies in its period.</summary>
    [JsonStringEnumMemberName("current")] Current,
}
