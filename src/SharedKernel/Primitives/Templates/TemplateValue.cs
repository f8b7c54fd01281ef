using System.Collections.ObjectModel;
using System.Globalization;

namespace Billing;

/// <summary>What is put in for a field, written already in the language of the text.</summary>
/// <param name="Text">As it is written unless a filter wants it otherwise.</param>
/// <param name="IsThere">Whether <c>#if</c> finds something: words that are not empty, a number or an amount other than 0, a list that is not empty.</param>
public sealed record TemplateValue(string Text, bool IsThere)
{
    /// <summary>How else it can be written, by the name of the filter.</summary>
    public IReadOnlyDictionary<string, string> Forms { get; private init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Of a list, the fields of each.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, TemplateValue>> Items { get; private init; } = [];

    /// <summary>Words; empty ones are not there.</summary>
    public static TemplateValue Words(string? text) => new(text ?? "", !string.IsNullOrEmpty(text));

    /// <summary>A number.</summary>
    /// <param name="written">In the language of the text.</param>
    /// <param name="number">Itself.</param>
    public static TemplateValue Number(string written, decimal number) => new(written, number != 0);

    /// <summary>A day.</summary>
    /// <param name="written">In the language of the text.</param>
    /// <param name="inWords">With the month in full.</param>
    /// <param name="day">Itself.</param>
    public static TemplateValue Day(string written, string inWords, DateOnly day) => new(written, true) { Forms = new Dictionary<string, string> { ["long"] = inWords, ["iso"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) } };

    /// <summary>An amount.</summary>
    /// <param name="written">In the language of the text, with its currency.</param>
    /// <param name="plain">Without it.</param>
    /// <param name="money">Itself.</param>
    public static TemplateValue Amount(string written, string plain, Money money) => new(written, !money.IsZero) { Forms = new Dictionary<string, string> { ["plain"] = plain } };

    /// <summary>Several of the same.</summary>
    public static TemplateValue List(IReadOnlyList<IReadOnlyDictionary<string, TemplateValue>> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new("", items.Count > 0) { Items = items };
    }
}
