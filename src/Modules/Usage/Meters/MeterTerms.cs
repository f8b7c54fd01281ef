using System.Text.RegularExpressions;

namespace Billing.Usage;

/// <summary>How events become an amount, as somebody wants it.</summary>
/// <param name="Aggregation">What is made of the events' values.</param>
/// <param name="Property">What a unique count counts; only there.</param>
/// <param name="Filters">What an event must have to count; left out: every event counts.</param>
/// <param name="GroupBy">By which properties amounts can be told apart; at most 5.</param>
/// <param name="Rounding">How an amount is rounded when it is read; left out: not at all.</param>
/// <param name="Places">To how many decimal places, 0 to 12.</param>
internal sealed record WantedRule(Aggregation Aggregation, string? Property = null, IReadOnlyList<PropertyFilter>? Filters = null, IReadOnlyList<string>? GroupBy = null, UsageRounding Rounding = UsageRounding.None, int Places = 0);

/// <summary>Reads what a meter is to be.</summary>
internal static partial class MeterTerms
{
    public static Result<string> Code(string? code) =>
        code is not null && CodePattern().IsMatch(code) ? code : new Refusal("bad-meter-code", "A meter's code is 1 to 64 lower-case letters, digits, hyphens, dots and underscores, and begins with a letter.");

    public static Result<MeterRule> Rule(WantedRule wanted)
    {
        var filters = wanted.Filters ?? [];
        var groupBy = wanted.GroupBy ?? [];
        if (wanted.Aggregation == Aggregation.UniqueCount != wanted.Property is not null)
            return new Refusal("property-of-unique-count", wanted.Property is null ? "Say which property a unique count counts." : "Only a unique count counts a property. Leave it out.");
        if (wanted.Property is { } counted && !IsProperty(counted)) return BadProperty(counted);
        if (filters.Count > 10) return new Refusal("too-many-filters", "A meter has at most 10 filters.");
        if (groupBy.Count > 5) return new Refusal("too-many-groupings", "A meter groups by at most 5 properties.");
        if (groupBy.Distinct(StringComparer.Ordinal).Count() < groupBy.Count) return new Refusal("grouping-twice", "A property stands among the groupings twice.");
        if (groupBy.FirstOrDefault(p => !IsProperty(p)) is { } odd) return BadProperty(odd);
        foreach (var filter in filters)
        {
            if (!IsProperty(filter.Property)) return BadProperty(filter.Property);
            if (filter.Values.Count is 0 or > 100 || filter.Values.Any(v => v.Length > UsageEvent.LongestText)) return new Refusal("bad-filter-values", $"A filter has 1 to 100 values of at most {UsageEvent.LongestText} characters.");
        }
        if (wanted.Places is < 0 or > 12) return new Refusal("bad-places", "An amount is rounded to 0 to 12 decimal places.");
        return new MeterRule(wanted.Aggregation, wanted.Property, filters, groupBy, wanted.Rounding, wanted.Rounding == UsageRounding.None ? 0 : wanted.Places);
    }

    public static Result<LateUsage> Late(LateUsage wanted) => wanted switch
    {
        { Then: LatePolicy.Freeze, AfterHours: < 1 or > 8760 } => new Refusal("bad-freeze", "Usage is frozen 1 to 8760 hours after the end of its period. Enter another number."),
        { Then: LatePolicy.Freeze } => wanted,
        _ => wanted with { AfterHours = 0 },
    };

    private static bool IsProperty(string name) => name.Length is > 0 and <= UsageEvent.LongestProperty && !name.Any(char.IsControl);

    private static Refusal BadProperty(string name) => new Refusal("bad-property", $"{PlainText.Quote(name)} is not the name of a property: 1 to {UsageEvent.LongestProperty} characters that can be seen.").With("given", PlainText.Shown(name));

    [GeneratedRegex(@"^[a-z][a-z0-9_.-]{0,63}\z")]
    private static partial Regex CodePattern();
}
