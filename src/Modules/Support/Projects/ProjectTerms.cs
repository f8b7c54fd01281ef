using System.Text;

namespace Billing.Support;

/// <summary>Reads what was typed, or told, of a project.</summary>
internal static class ProjectTerms
{
    private const int LongestCategory = 60;

    /// <summary>A category's code: one of those with a meaning, or an own word in small letters with hyphens, however it was written.</summary>
    public static Result<string> ReadCategory(string? typed)
    {
        var code = new StringBuilder();
        foreach (var letter in PlainText.Line(typed, LongestCategory).ToLowerInvariant()) code.Append(letter is ' ' or '_' ? '-' : letter);
        return code.ToString().Trim('-') is { Length: > 0 } made ? made : ProjectNo.CategoryMissing;
    }

    public static Result<Money> Price(Money price, Currency client) => price.IsNegative ? ProjectNo.PriceNegative : price.Currency != client ? ProjectNo.OtherCurrency(client) : price;
}

/// <summary>Why something cannot be done with a project.</summary>
internal static class ProjectNo
{
    /// <summary>The code of what stands on an invoice; the edge answers it with 409.</summary>
    public const string LockedCode = "project-locked";

    public static readonly Refusal CategoryMissing = new("project-category-missing", "Write a category, such as website, landing-page or one of your own.");
    public static readonly Refusal PriceNegative = new("project-price-negative", "A project costs nothing or more. Write another price.");
    public static readonly Refusal OutsideIdTaken = new("project-known", "There is a project of this outside id already. Change that one.");
    public static readonly Refusal Locked = new(LockedCode, "This project stands on an invoice, or went into the close of a month, and does not change any more. Correct it by a charge.");

    public static Refusal OtherCurrency(Currency client) => new Refusal("wrong-client-currency", $"This client is billed in {client}. Write the amount in that currency.").With("currency", client.Code);
}
