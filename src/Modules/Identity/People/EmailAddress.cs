using System.Text.RegularExpressions;

namespace Billing.Identity;

/// <summary>A mail address as people type it, safe to put into a mail's head.</summary>
internal static partial class EmailAddress
{
    public static Result<string> Read(string? text)
    {
        var typed = (text ?? "").Trim().Normalize();
        return typed.Length <= 254 && Shape().IsMatch(typed) ? typed : new Refusal("bad-email", $"{PlainText.Quote(text)} is not a mail address; write one such as ann@example.test.");
    }

    [GeneratedRegex("""^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}\z""", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
