using System.Globalization;
using System.Text.RegularExpressions;

namespace Billing.Invoicing;

/// <summary>
/// How numbers look: letters, digits and signs, {yyyy} or {yy}, {MM}, and one counter such as {0000}, as long as it has zeros at least.
/// Where the pattern shows the year, or the month of it, counting begins anew with each.
/// </summary>
internal sealed partial record NumberPattern
{
    private const int Longest = 60;

    private NumberPattern(string text) => Text = text;

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Reads a pattern.</summary>
    public static Result<NumberPattern> Of(string? text)
    {
        var pattern = (text ?? "").Trim();
        if (pattern.Length is 0 or > Longest) return No.Unreadable;
        var rest = Tokens().Replace(pattern, "");
        if (rest.Contains('{') || rest.Contains('}') || !Literals().IsMatch(rest)) return No.Unreadable;
        if (Counters().Count(pattern) != 1) return No.OneCounter;
        if (pattern.Contains("{MM}", StringComparison.Ordinal) && !pattern.Contains("{yy", StringComparison.Ordinal)) return No.MonthWithoutYear;
        return new NumberPattern(pattern);
    }

    /// <summary>What is counted together: "2026", "2026-03", or all.</summary>
    public string PeriodOf(DateOnly day) => day.ToString(Text.Contains("{MM}", StringComparison.Ordinal) ? "yyyy-MM" : Text.Contains("{yy", StringComparison.Ordinal) ? "yyyy" : "'all'", CultureInfo.InvariantCulture);

    /// <summary>The number as printed.</summary>
    /// <param name="count">From 1.</param>
    /// <param name="day">The day it is issued on.</param>
    public string Write(long count, DateOnly day) => Tokens().Replace(Text, token => token.Value switch
    {
        "{yyyy}" or "{yy}" or "{MM}" => day.ToString(token.Value[1..^1], CultureInfo.InvariantCulture),
        var zeros => count.ToString(new string('0', zeros.Length - 2), CultureInfo.InvariantCulture),
    });

    internal static class No
    {
        public static readonly Refusal Unreadable = new("pattern-unreadable", "A pattern has letters, digits, spaces and - _ . / #, {yyyy} or {yy}, {MM} and a counter such as {0000}; at most 60 characters.");
        public static readonly Refusal OneCounter = new("pattern-needs-counter", "A pattern has exactly one counter, such as {0000}. Add it where the number shall stand.");
        public static readonly Refusal MonthWithoutYear = new("pattern-needs-year", "A pattern with {MM} shows the year too, or numbers would come again. Add {yyyy} or {yy}.");
    }

    [GeneratedRegex(@"\{(yyyy|yy|MM|0{1,12})\}")]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\{0{1,12}\}")]
    private static partial Regex Counters();

    [GeneratedRegex(@"^[\p{L}\p{Nd} \-_./#]*$")]
    private static partial Regex Literals();
}
