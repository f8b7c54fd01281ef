namespace Billing.Invoicing;

/// <summary>The languages that documents and mails to clients are written in.</summary>
internal static class Languages
{
    public static readonly IReadOnlyList<string> Offered = ["en", "de", "fr", "es"];

    public static Refusal NotOffered(string given) => new Refusal("language-not-offered", $"{PlainText.Quote(given)} is no language of our documents; choose {string.Join(", ", Offered)}.").With("given", PlainText.Shown(given)).With("languages", Offered);
}
