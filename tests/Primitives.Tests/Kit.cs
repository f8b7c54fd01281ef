using System.Globalization;
using System.Text.Json;

namespace Billing.Primitives.Tests;

/// <summary>Short words for the tests of this project.</summary>
internal static class Kit
{
    public static readonly DateOnly Wednesday = new(2025, 11, 19);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Period Days(string from, string through) => new(Day(from), Day(through));

    public static Schedule Schedule(string json) => JsonSerializer.Deserialize<Schedule>(json)!;

    /// <summary>A cycle as the specification prints it, with years: <c>2025-11-14 (2025-11-07…2025-11-13)</c>.</summary>
    public static string Text(this Cycle cycle) => $"{cycle.BillingDate:yyyy-MM-dd} ({cycle.From:yyyy-MM-dd}…{cycle.Through:yyyy-MM-dd})";

    public static string Refused<T>(Result<T> result) where T : notnull
    {
        Assert.NotNull(result.Refusal);
        Assert.EndsWith(".", result.Refusal.Sentence, StringComparison.Ordinal);
        return result.Refusal.Code;
    }

    public static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);
}
