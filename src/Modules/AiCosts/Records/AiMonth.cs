using System.Globalization;

namespace Billing.AiCosts;

/// <summary>A month as it is written, such as 2026-11.</summary>
internal static class AiMonth
{
    /// <summary>Its first day; null: it is written otherwise.</summary>
    public static DateOnly? Read(string text) => DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null;
}
