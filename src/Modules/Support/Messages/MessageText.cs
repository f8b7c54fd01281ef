using System.Text;
using System.Text.RegularExpressions;

namespace Billing.Support;

/// <summary>Cleans the text of a message as telephones' backups spell it: what cannot be seen goes, and so does what a backup wrapped around it.</summary>
internal static partial class MessageText
{
    /// <summary>The longest description of a request, in UTF-16 units.</summary>
    public const int Longest = 10_000;

    private const string Wrapped = "streamtyped";
    private const char ObjectReplacement = '\uFFFC';

    /// <summary>The text as a person wrote it, on as many lines.</summary>
    /// <returns>It, empty where nothing is left, or <c>note-too-long</c>.</returns>
    public static Result<string> Clean(string? text)
    {
        var said = text ?? "";
        if (said.Contains(Wrapped, StringComparison.Ordinal)) said = Unwrapped(said);
        said = said.Replace(ObjectReplacement, ' ').Replace('\uFFFD', ' ');
        while (said.Contains("\"\"", StringComparison.Ordinal)) said = said.Replace("\"\"", "\"", StringComparison.Ordinal);
        return PlainText.Note(Spaces().Replace(Controls().Replace(said, " "), " ").Replace(" \n", "\n", StringComparison.Ordinal).Replace("\n ", "\n", StringComparison.Ordinal), Longest);
    }

    /// <summary>The first address of a site that a text names; null where it names none.</summary>
    public static string? Address(string text) => Addresses().Match(text) is { Success: true } found ? found.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')') : null;

    /// <summary>
    /// The message out of an attributed body: <c>streamtyped … NSString … +</c>, its length in bytes, itself, <c>iI … NSDictionary …</c>. Lengths below 128 are one character, which may be one that can be seen.
    /// </summary>
    private static string Unwrapped(string body)
    {
        var start = body.IndexOf("NSString", StringComparison.Ordinal);
        var plus = start < 0 ? -1 : body.IndexOf('+', start);
        // Between the name of the class and the plus there are a few bytes that cannot be seen; a plus further on is the message's own.
        if (plus < 0 || plus - start > 16) return Leftovers().Replace(body, " ");
        var said = body[(plus + 1)..];
        if (Ends().Match(said) is { Success: true } end) said = said[..end.Index];
        if (said.Length > 1 && said[0] < 0x80 && Encoding.UTF8.GetByteCount(said.AsSpan(1)) == said[0]) return said[1..];
        if (said.Length > 3 && said[0] is '\u0081' or '\uFFFD') said = said[1..];
        return Leftovers().Replace(said, " ");
    }

    [GeneratedRegex(@"[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]+")]
    private static partial Regex Controls();

    [GeneratedRegex(@"[^\S\r\n]+")]
    private static partial Regex Spaces();

    /// <summary>What follows a message in an attributed body.</summary>
    [GeneratedRegex(@"[\u0000-\u001F\u0080-\u009F\uFFFD„†]*(?:iI[^\r\n]{0,12}?NSDictionary|iI[\u0000-\u001F\u0080-\u009F\uFFFD]|NSDictionary|__kIM|iI$)", RegexOptions.Singleline)]
    private static partial Regex Ends();

    /// <summary>Names of classes and attributes that an attributed body is made of.</summary>
    [GeneratedRegex(@"streamtyped|NS(?:Mutable)?AttributedString|NS(?:Mutable)?String|NSObject|NSDictionary|NSNumber|NSValue|NSData|__kIM\w*")]
    private static partial Regex Leftovers();

    [GeneratedRegex(@"(?<![@\w.-])(?:https?://[^\s""“”<>]+|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|net|org|info|biz|io|co|app|dev|shop|store|site|online|us|ca|uk|de|at|ch|fr|nl|eu|au|nz|example|test)\b(?:/[^\s""“”<>]*)?)", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();
}
