using System.Text.RegularExpressions;

namespace Billing;

/// <summary>A mail address as people type it, safe to put into a mail's head.</summary>
public static partial class EmailAddress
{
    /// <summary>Reads one.</summary>
    /// <param name="text">As typed.</param>
    /// <returns>The address without what surrounds it, at most 254 characters; or <c>bad-email</c>.</returns>
    public static Result<string> Read(string? text)
    {
        var typed = (text ?? "").Trim().Normalize();
        return typed.Length <= 254 && Shape().IsMatch(typed) ? typed : new Refusal("bad-email", $"{PlainText.Quote(text)} is not a mail address; write one such as ann@example.test.");
    }

    [GeneratedRegex("""^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}\z""", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
