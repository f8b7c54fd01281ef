using System.Text.Json.Serialization;

namespace Billing;

/// <summary>How the days billed on a custom date are found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CustomPeriod>))]
public enum CustomPeriod
{
    /// <summary>The 7 days before.</summary>
    [JsonStringEnumMemberName("weekly")] Weekly,

    /// <summary>The 14 days before.</summary>
    [JsonStringEnumMemberName("twoWeekly")] TwoWeekly,

    /// <summary>From the last 1st or 16th before it.</summary>
    [JsonStringEnumMemberName("semiMonthly")] SemiMonthly,

    /// <summary>From the same day one month earlier, clamped.</summary>
    [JsonStringEnumMemberName("monthly")] Monthly,

    /// <summary>The days are written beside the date.</summary>
    [JsonStringEnumMemberName("explicit")] Explicit,
}

/// <summary>One billing date of a custom schedule and the days it bills. Years 1900 to 2999.</summary>
[JsonConverter(typeof(CustomDateConverter))]
public sealed record CustomDate
{
    private CustomDate(DateOnly date, CustomPeriod rule, Period period) => (Date, Rule, Period) = (date, rule, period);

    /// <summary>The billing date.</summary>
    public DateOnly Date { get; }

    /// <summary>How the period was found.</summary>
    public CustomPeriod Rule { get; }

    /// <summary>The days billed.</summary>
    public Period Period { get; }

    /// <summary>Makes a custom date; <paramref name="from"/> and <paramref name="through"/> belong to <see cref="CustomPeriod.Explicit"/> alone.</summary>
    public static Result<CustomDate> Of(DateOnly date, CustomPeriod rule, DateOnly? from = null, DateOnly? through = null)
    {
        if (!InRange(date) || (from is { } f && !InRange(f)) || (through is { } t && !InRange(t))) return new Refusal("date-out-of-range", "A custom date lies in the years 1900 to 2999.");
        if (rule != CustomPeriod.Explicit)
            return from is null && through is null ? new CustomDate(date, rule, new Period(Start(date, rule), date.AddDays(-1))) : new Refusal("period-is-computed", $"{DateText.Write(date)}: from and through are given for an explicit period only.").With("date", DateText.Write(date));
        if (from is not { } first || through is not { } last) return new Refusal("explicit-period-missing", $"{DateText.Write(date)}: an explicit period needs from and through.").With("date", DateText.Write(date));
        return last < first ? new Refusal("ends-before-it-begins", $"{DateText.Write(date)}: the period ends before it begins.").With("date", DateText.Write(date)) : new CustomDate(date, rule, new Period(first, last));
    }

    private static DateOnly Start(DateOnly date, CustomPeriod rule) => rule switch
    {
        CustomPeriod.Weekly => date.AddDays(-7),
        CustomPeriod.TwoWeekly => date.AddDays(-14),
        CustomPeriod.Monthly => date.AddMonths(-1),
        _ => date.Day > 16 ? new DateOnly(date.Year, date.Month, 16) : date.Day > 1 ? new DateOnly(date.Year, date.Month, 1) : date.AddMonths(-1).AddDays(15),
    };

    private static bool InRange(DateOnly date) => date.Year is >= 1900 and <= 2999;
}
