namespace Billing.AiCosts;

/// <summary>Which models a price is for: a name, or a name with <c>*</c> for any characters, such as <c>claude-sonnet-4-5-*</c>. Case does not matter.</summary>
internal sealed record ModelPattern
{
    private const int Longest = 200;

    private ModelPattern(string text) => Text = text;

    public string Text { get; }

    /// <summary>Names a single model.</summary>
    public bool IsName => !Text.Contains('*');

    /// <summary>How much of a name it says: the pattern that says most of it is meant.</summary>
    public int Says => IsName ? int.MaxValue : Text.Count(letter => letter != '*');

    /// <returns>The pattern, or <c>pattern-unclear</c>.</returns>
    public static Result<ModelPattern> Read(string? text)
    {
        var typed = (text ?? "").Trim();
        if (typed.Length is 0 or > Longest || typed.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)))
            return new Refusal("pattern-unclear", $"{PlainText.Quote(text)} names no model; write its id as the provider does, with * for any characters, at most {Longest} and without spaces.").With("given", PlainText.Shown(text));
        return typed.All(letter => letter == '*') ? new Refusal("pattern-unclear", "A price for every model there is cannot be right; write at least the beginning of a model's id.").With("given", typed) : new ModelPattern(typed);
    }

    public bool Covers(string model)
    {
        var parts = Text.Split('*');
        if (IsName) return model.Equals(Text, StringComparison.OrdinalIgnoreCase);
        var (first, last) = (parts[0], parts[^1]);
        if (model.Length < first.Length + last.Length || !model.StartsWith(first, StringComparison.OrdinalIgnoreCase) || !model.EndsWith(last, StringComparison.OrdinalIgnoreCase)) return false;
        var (at, end) = (first.Length, model.Length - last.Length);
        foreach (var part in parts[1..^1])
        {
            var found = model.IndexOf(part, at, end - at, StringComparison.OrdinalIgnoreCase);
            if (found < 0) return false;
            at = found + part.Length;
        }
        return true;
    }

    public override string ToString() => Text;
}
