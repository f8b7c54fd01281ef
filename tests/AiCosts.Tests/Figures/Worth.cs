using System.Globalization;

namespace Billing.AiCosts.Tests;

/// <summary>Amounts, days and prices that figures are about, short to write.</summary>
internal static class Worth
{
    public static readonly Currency Dollar = Currency.Parse("USD");
    public static readonly Currency Euro = Currency.Parse("EUR");

    public static Cost Usd(decimal amount) => new(amount, Dollar);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Noon(string day) => new(Day(day).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    public static UnitPrice Price(string text) => new(decimal.Parse(text, CultureInfo.InvariantCulture));

    /// <summary>Days one after the other from a first one.</summary>
    public static Dictionary<DateOnly, Cost> Days(string first, params decimal[] costs) => costs.Index().ToDictionary(day => Day(first).AddDays(day.Index), day => Usd(day.Item));
}
