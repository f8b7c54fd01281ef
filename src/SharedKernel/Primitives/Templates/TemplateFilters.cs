using System.Globalization;

namespace Billing;

/// <summary>The ways in which a template can write a value otherwise: <c>{{name | filter}}</c>, <c>{{name | filter: argument}}</c>.</summary>
internal static class TemplateFilters
{
    private const string Upper = "upper";
    private const string Lower = "lower";
    private const string Truncate = "truncate";
    private const string Default = "default";
    private const string Long = "long";
    private const string Iso = "iso";
    private const string Plain = "plain";

    private static readonly string[] All = [Upper, Lower, Truncate, Default, Long, Iso, Plain];

    /// <summary>A filter as it can be used; what is wrong with it otherwise.</summary>
    public static Result<TemplateFilter> Read(string name, string? argument, TemplateField of)
    {
        switch (name)
        {
            case Upper or Lower:
                return argument is null ? new TemplateFilter(name, "") : No.NoArgument(name);
            case Truncate:
                return int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is > 0 and < 10_000 ? new TemplateFilter(name, argument!) : No.Length;
            case Default:
                return argument is null ? No.Words : new TemplateFilter(name, argument);
            case Long or Iso or Plain:
                if (of.Kind != (name == Plain ? TemplateKind.Amount : TemplateKind.Day)) return No.Unfit(name, of);
                return argument is null ? new TemplateFilter(name, "") : No.NoArgument(name);
            default:
                return No.Unknown(name);
        }
    }

    /// <param name="text">As the filters before made it.</param>
    /// <param name="value">What it was made of.</param>
    /// <param name="filter">The next one.</param>
    public static string Apply(string text, TemplateValue value, TemplateFilter filter) => filter.Name switch
    {
        Upper => text.ToUpperInvariant(),
        Lower => text.ToLowerInvariant(),
        Truncate => Cut(text, int.Parse(filter.Argument, CultureInfo.InvariantCulture)),
        Default => value.IsThere ? text : filter.Argument,
        _ => value.Forms.GetValueOrDefault(filter.Name, text),
    };

    /// <summary>At most so many characters as people count them, the last an ellipsis where something was cut.</summary>
    private static string Cut(string text, int most)
    {
        var whole = new StringInfo(text);
        return whole.LengthInTextElements <= most ? text : whole.SubstringByTextElements(0, most - 1).TrimEnd() + "…";
    }

    private static class No
    {
        public static readonly Refusal Length = new("template-filter-wrong", "“truncate” says after how many characters a text is cut: {{client | truncate: 40}}, 1 to 9999.");
        public static readonly Refusal Words = new("template-filter-wrong", "“default” says what stands where there is nothing: {{reference | default: \"none\"}}.");
        public static Refusal NoArgument(string name) => new("template-filter-wrong", $"“{name}” stands alone. Take away what follows it.");
        public static Refusal Unknown(string name) => new Refusal("template-filter-unknown", $"There is no filter {PlainText.Quote(name)}. Write one of {string.Join(", ", All)}.").With("filter", PlainText.Shown(name)).With("known", All);
        public static Refusal Unfit(string name, TemplateField of) => new Refusal("template-filter-unfit", $"“{name}” is for {(name == Plain ? "amounts" : "days")}, and {of.Name} is none. Take it away, or choose another field.").With("filter", name).With("placeholder", of.Name);
    }
}

/// <summary>A filter with what it was told.</summary>
internal sealed record TemplateFilter(string Name, string Argument);
