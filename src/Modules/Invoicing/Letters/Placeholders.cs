using System.Text.RegularExpressions;

namespace Billing.Invoicing;

/// <summary>What stands in braces in an organisation's own texts, and is put in when one is written.</summary>
internal static partial class Placeholders
{
    /// <summary>Stands for the client link. Its secret lies nowhere but in the mail, so it is put in last, and never into a subject.</summary>
    public const string Link = "link";

    /// <summary>What a line of a document knows.</summary>
    private static readonly IReadOnlyList<TemplateField> OfLine = [Words("description"), new("quantity", TemplateKind.Number), new("price", TemplateKind.Number), Money("amount")];

    /// <summary>What the mail with any document knows.</summary>
    private static readonly IReadOnlyList<TemplateField> OfDocument = [Words("number"), Words("client"), Words("purchaseOrder"), Money("total"), Day("issued"), Words("sender"), new("lines", TemplateKind.List, OfLine)];

    /// <summary>What the mail with an invoice knows.</summary>
    public static readonly IReadOnlyList<TemplateField> OfInvoice = [.. OfDocument, Money("amount"), Day("due"), Words(Link)];

    /// <summary>What the mail with a quote knows; it brings no link.</summary>
    public static readonly IReadOnlyList<TemplateField> OfQuote = [.. OfDocument, Day("until")];

    /// <summary>What a reminder knows besides: by how many days it comes before or after the due date, and the fee that it brings.</summary>
    public static readonly IReadOnlyList<TemplateField> OfReminder = [.. OfInvoice, new("days", TemplateKind.Number), Money("fee")];

    /// <summary>What any mail about an invoice or a quote knows; what other modules say about an invoice has a day besides.</summary>
    public static readonly IReadOnlyList<TemplateField> OfAny = [.. OfReminder, Day("until"), Day("day")];

    /// <summary>Those that stand for one value.</summary>
    public static IReadOnlyList<string> Single(IReadOnlyList<TemplateField> fields) => [.. fields.Where(field => field.Kind != TemplateKind.List).Select(field => field.Name)];

    /// <summary>Those that stand for several.</summary>
    public static IReadOnlyList<PlaceholderList> Lists(IReadOnlyList<TemplateField> fields) => [.. fields.Where(field => field.Kind == TemplateKind.List).Select(field => new PlaceholderList(field.Name, Single(field.Of ?? [])))];

    private static TemplateField Words(string name) => new(name, TemplateKind.Text);

    private static TemplateField Day(string name) => new(name, TemplateKind.Day);

    private static TemplateField Money(string name) => new(name, TemplateKind.Amount);

    /// <summary>The first one in a text that nobody knows; null when all are known.</summary>
    public static Refusal? Unknown(string text, IReadOnlyList<string> known) =>
        InBraces().Matches(text).Select(match => match.Groups[1].Value).FirstOrDefault(name => !known.Contains(name)) is { } name
            ? Template.Unknown(name, known)
            : null;

    /// <summary>Puts values in, once: what a value says in braces stays as it is. What has no value stays, too.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => InBraces().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value, match.Value));

    [GeneratedRegex(@"\{([^{}]{0,100})\}")]
    private static partial Regex InBraces();
}

/// <summary>A placeholder that stands for several, and what each of them has: <c>{{#each lines}}{{description}}{{/each}}</c>.</summary>
internal sealed record PlaceholderList(string Name, IReadOnlyList<string> Fields);
