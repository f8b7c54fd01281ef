using System.Text;

namespace Billing.Support;

/// <summary>
/// Words that messages are looked through for, as people write them down: <c>can you add|can you fix</c> is one or the other, <c>migrat* … site</c> is one and somewhere behind it the other,
/// <c>webhook &amp; form</c> is both in whatever order. A star stands for any ending of a word. Case, accents of apostrophes and punctuation do not matter; a word is a whole word.
/// </summary>
internal sealed class WordPattern
{
    private const int Longest = 300;

    /// <summary>What must be there, each a sequence of alternatives, of which each is a phrase.</summary>
    private readonly IReadOnlyList<IReadOnlyList<IReadOnlyList<string[]>>> _needed;

    private WordPattern(string text, IReadOnlyList<IReadOnlyList<IReadOnlyList<string[]>>> needed)
    {
        Text = text;
        _needed = needed;
    }

    /// <summary>As it is written down.</summary>
    public string Text { get; }

    /// <summary>Reads one.</summary>
    /// <returns>It, or <c>pattern-wrong</c>.</returns>
    public static Result<WordPattern> Read(string? text)
    {
        var written = PlainText.Line(text, Longest + 1);
        if (written.Length is 0 or > Longest) return Wrong(text);
        var needed = written.Replace("...", "…", StringComparison.Ordinal).Split('&').Select(sequence => sequence.Split('…').Select(part => part.Split('|').Select(Phrase).ToArray()).ToArray()).ToArray();
        // A part without a word would be found everywhere.
        return needed.All(sequence => sequence.All(part => part.All(phrase => phrase.Length > 0 && phrase.All(word => word.TrimEnd('*').Length > 0)))) ? new WordPattern(written, needed) : Wrong(text);
    }

    /// <summary>The words of a text, in lower case.</summary>
    public static string[] Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) word.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (rune.Value is not ('\'' or '’') && word.Length > 0) End();
        }
        if (word.Length > 0) End();
        return [.. words];

        void End()
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>Whether the words of a text have it.</summary>
    public bool IsIn(string[] words) => _needed.All(sequence => sequence.Aggregate(0, (from, part) => from < 0 ? from : Behind(words, part, from)) >= 0);

    /// <summary>Whether the words of a text are it and nothing else.</summary>
    public bool IsAll(string[] words) => _needed is [[var part]] && part.Any(phrase => phrase.Length == words.Length && Stands(words, phrase, 0));

    public override string ToString() => Text;

    /// <summary>The place behind the first of the alternatives that ends; less than 0 where none is there.</summary>
    private static int Behind(string[] words, IReadOnlyList<string[]> part, int from)
    {
        var first = -1;
        foreach (var phrase in part)
            for (var at = from; at + phrase.Length <= words.Length && (first < 0 || at + phrase.Length < first); at++)
                if (Stands(words, phrase, at)) first = at + phrase.Length;
        return first;
    }

    private static bool Stands(string[] words, string[] phrase, int at)
    {
        if (at + phrase.Length > words.Length) return false;
        for (var i = 0; i < phrase.Length; i++)
            if (phrase[i].EndsWith('*') ? !words[at + i].AsSpan().StartsWith(phrase[i].AsSpan(0, phrase[i].Length - 1), StringComparison.Ordinal) : phrase[i] != words[at + i]) return false;
        return true;
    }

    private static string[] Phrase(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(typed => typed.EndsWith('*') ? [.. Words(typed)[..^Math.Min(1, Words(typed).Length)], $"{Words(typed).LastOrDefault()}*"] : Words(typed))];

    private static Refusal Wrong(string? text) => new Refusal("pattern-wrong", $"{PlainText.Quote(text)} is no pattern. Write words such as “can you add|can you fix”, “migrat* … site” or “webhook & form”, at most {Longest} characters.").With("pattern", PlainText.Shown(text)).With("longest", Longest);
}
