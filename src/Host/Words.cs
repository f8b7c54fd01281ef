namespace Billing.Host;

/// <summary>What was said behind a command makes no sense; the message says what would.</summary>
internal sealed class WordsException(string message) : Exception(message);

/// <summary>What is said behind a command: plain words, options, and settings, which stand as <c>Name=value</c> and are not looked at here.</summary>
internal sealed class Words
{
    private readonly List<string> _plain = [];
    private readonly Dictionary<string, string> _options = [];

    /// <param name="said">As it came.</param>
    /// <param name="known">The options: <c>json</c> stands alone, <c>tenant=</c> has a value behind a space or an equals sign.</param>
    /// <exception cref="WordsException">There is no such option, or it lacks its value.</exception>
    public Words(string[] said, params string[] known)
    {
        for (var at = 0; at < said.Length; at++)
        {
            var (word, value) = said[at].Split('=', 2) is [var name, var given] ? (name, given) : (said[at], null);
            if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                if (value is null) _plain.Add(word);
                continue;
            }
            word = word[2..];
            if (known.Contains(word + "=")) _options[word] = value ?? (++at < said.Length ? said[at] : throw new WordsException($"--{word} needs a value behind it."));
            else if (value is null) _options[word] = known.Contains(word) ? "" : throw new WordsException($"There is no --{word} here{(known.Length == 0 ? "" : $"; there is {string.Join(", ", known.Select(option => "--" + option.TrimEnd('=')))}")}.");
        }
    }

    /// <summary>What is neither an option nor a setting.</summary>
    public IReadOnlyList<string> Plain => _plain;

    /// <summary>An option's value; null when it was not said.</summary>
    public string? this[string option] => _options.GetValueOrDefault(option);

    /// <summary>Whether an option was said.</summary>
    public bool Has(string option) => _options.ContainsKey(option);
}
