using System.Text.RegularExpressions;

namespace Billing.Invoicing;

/// <summary>Where a client is billed. Every part may be missing.</summary>
/// <param name="Line1">Street and number, or a post box.</param>
/// <param name="Line2">What stands beside the street.</param>
/// <param name="State">State, province, county.</param>
/// <param name="Country">Two letters of ISO 3166.</param>
internal sealed partial record BillingAddress(string? Line1 = null, string? Line2 = null, string? City = null, string? State = null, string? PostalCode = null, string? Country = null)
{
    public static BillingAddress None { get; } = new();

    /// <summary>Without what cannot be printed: trimmed, blank parts as none.</summary>
    public Result<BillingAddress> Read()
    {
        var parts = new string?[5];
        foreach (var (i, part) in new[] { Line1, Line2, City, State, PostalCode }.Index())
        {
            if (!OneLine.Read(part, "A line of an address", PlainText.LongestName).TryGet(out var line, out var refused)) return refused;
            parts[i] = line.Length == 0 ? null : line;
        }
        var country = string.IsNullOrWhiteSpace(Country) ? null : Country.Trim().ToUpperInvariant();
        if (country is not null && !TwoLetters().IsMatch(country)) return BadCountry;
        return new BillingAddress(parts[0], parts[1], parts[2], parts[3], parts[4], country);
    }

    private static readonly Refusal BadCountry = new("bad-country", "A country is two letters of ISO 3166, such as DE.");

    [GeneratedRegex("^[A-Z]{2}\\z")]
    private static partial Regex TwoLetters();
}
