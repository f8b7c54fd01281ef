using System.Text.Json.Serialization;

namespace Billing.Invoicing;

/// <summary>What is charged.</summary>
/// <param name="Description">As it will stand on the invoice.</param>
/// <param name="Quantity">How much of it.</param>
/// <param name="UnitPrice">What one costs, in the charge's currency.</param>
/// <param name="Currency">Of the unit price.</param>
/// <param name="Period">What days it is for; none where it is for none.</param>
/// <param name="TaxCategory">One of the settings'; none: the first.</param>
/// <param name="Group">Under which heading it stands on the invoice, such as Support; none for no heading.</param>
internal sealed record ChargeTerms(string Description, Quantity Quantity, UnitPrice UnitPrice, Currency Currency, Period? Period = null, string? TaxCategory = null, string? Group = null)
{
    /// <summary>The longest description, in UTF-16 units.</summary>
    public const int LongestDescription = 500;

    /// <summary>Quantity × unit price, rounded once.</summary>
    [JsonIgnore]
    public Money Amount => UnitPrice.For(Quantity, Currency).Value;

    /// <summary>As they can be charged: with words that can be printed and an amount that fits.</summary>
    public Result<ChargeTerms> Read()
    {
        if (!OneLine.Read(Description, "A description", LongestDescription).TryGet(out var description, out var refused)) return refused;
        if (description.Length == 0) return DescriptionMissing;
        if (!OneLine.Read(TaxCategory, "A tax category", 50).TryGet(out var category, out refused)) return refused;
        if (!OneLine.Read(Group, "A group of lines", 100).TryGet(out var group, out refused)) return refused;
        if (UnitPrice.For(Quantity, Currency).Refusal is { } tooLarge) return tooLarge;
        return this with { Description = description, TaxCategory = category.Length == 0 ? null : category, Group = group.Length == 0 ? null : group };
    }

    private static readonly Refusal DescriptionMissing = new("description-missing", "Say what is charged; it will stand on the invoice.");
}
