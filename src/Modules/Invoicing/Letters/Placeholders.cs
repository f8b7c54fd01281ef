using System.Text.RegularExpressions;

namespace Billing.Invoicing;

/// <summary>What stands in braces in an organisation's own mail texts, and is put in when a mail is written.</summary>
internal static partial class Placeholders
{
    /// <summary>Stands for the client link. Its secret lies nowhere but in the mail, so it is put in last, and never into a subject.</summary>
    public const string Link = "link";

    /// <summary>What the mail with an invoice knows.</summary>
    public static readonly IReadOnlyList<string> OfInvoice = ["number", "client", "amount", "total", "due", Link, "sender"];

    /// <summary>What the mail with a quote knows; it brings no link.</summary>
    public static readonly IReadOnlyList<string> OfQuote = ["number", "client", "total", "until", "sender"];

    /// <summary>What a reminder knows besides: by how many days it comes before or after the due date, and the fee that it brings.</summary>
    public static readonly IReadOnlyList<string> OfReminder = [.. OfInvoice, "days", "fee"];

    /// <summary>The first one in a text that nobody knows; null when all are known.</summary>
    public static Refusal? Unknown(string text, IReadOnlyList<string> known) =>
        InBraces().Matches(text).Select(match => match.Groups[1].Value).FirstOrDefault(name => !known.Contains(name)) is { } name
            ? new Refusal("unknown-placeholder", $"There is no placeholder {PlainText.Quote("{" + name + "}")}. Write one of {string.Join(", ", known.Select(one => "{" + one + "}"))}.").With("placeholder", PlainText.Shown(name)).With("known", known)
            : null;

    /// <summary>Puts values in, once: what a value says in braces stays as it is. What has no value stays, too.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => InBraces().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value, match.Value));

    [GeneratedRegex(@"\{([^{}]{0,100})\}")]
    private static partial Regex InBraces();
}
