using System.Text.RegularExpressions;

namespace Billing.Invoicing;

/// <summary>Mail addresses as people type them, safe to put into a mail's head.</summary>
internal static partial class MailAddresses
{
    /// <summary>Most addresses of one kind.</summary>
    public const int Most = 20;

    /// <summary>Each once, in whatever case; blank ones are left out.</summary>
    public static Result<ValueList<string>> Read(IReadOnlyList<string> typed)
    {
        List<string> read = [];
        foreach (var text in typed)
        {
            var address = (text ?? "").Trim().Normalize();
            if (address.Length == 0 || read.Contains(address, StringComparer.OrdinalIgnoreCase)) continue;
            if (address.Length > 254 || !Shape().IsMatch(address)) return new Refusal("bad-email", $"{PlainText.Quote(text)} is not a mail address; write one such as bills@client.example.test.").With("given", PlainText.Shown(text));
            read.Add(address);
        }
        return read.Count <= Most ? read.ToValueList() : new Refusal("too-many-emails", $"A client has at most {Most} addresses for its invoices, and as many for copies.").With("most", Most);
    }

    [GeneratedRegex("""^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,63}\z""", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
