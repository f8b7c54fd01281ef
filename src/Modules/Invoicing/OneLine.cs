namespace Billing.Invoicing;

/// <summary>A short text on one line, such as a telephone number.</summary>
internal static class OneLine
{
    /// <summary>Trimmed, with runs of spaces as one; empty for blank text.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="what">What it is, as a sentence begins: "A telephone number".</param>
    /// <param name="longest">Longest accepted, in UTF-16 units.</param>
    public static Result<string> Read(string? text, string what, int longest)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        if (!PlainText.Name(text, what, int.MaxValue).TryGet(out var line, out _)) return new Refusal("text-has-hidden-characters", $"{what} has characters that cannot be seen (control, zero-width or direction marks). Please type it again.");
        return line.Length <= longest ? line : new Refusal("text-too-long", $"{what} has at most {longest} characters.").With("longest", longest);
    }
}
