using System.Text.RegularExpressions;

namespace Billing.Identity;

/// <summary>Names of organisations in addresses.</summary>
internal static partial class Slugs
{
    private static readonly HashSet<string> Ours = ["api", "app", "admin", "www", "mail", "billing", "support", "help", "status", "static", "assets"];

    public static Result<string> Read(string? text) =>
        text is null || !Shape().IsMatch(text) ? new Refusal("bad-slug", "A name in addresses is 3 to 100 lower-case letters, digits and hyphens.")
        : Ours.Contains(text) || text.StartsWith("billing-", StringComparison.Ordinal) ? new Refusal("bad-slug", $"{PlainText.Quote(text)} is kept for the product. Choose another name in addresses.")
        : text;

    [GeneratedRegex(@"^[a-z0-9-]{3,100}\z")]
    private static partial Regex Shape();
}
