using System.Globalization;
using Billing.Web;

namespace Billing.Usage;

/// <summary>Reads what is written down, field by field, and notes everything that is wrong with its place, so that a person mends it in one go.</summary>
internal sealed class TermsReading
{
    /// <summary>A list has at most so many items.</summary>
    public const int LongestList = 1000;

    private readonly string _at;
    private readonly string _what;
    private readonly IReadOnlyDictionary<string, object?> _fields;
    private readonly List<Fault> _faults;
    private readonly List<TermsReading> _parts = [];
    private readonly HashSet<string> _asked = [];

    /// <param name="at">Where it stands, as a JSON pointer.</param>
    /// <param name="what">What it is, as a sentence begins: "A volume price".</param>
    public TermsReading(ITerms terms, string at, string what, List<Fault> faults) => (_fields, _at, _what, _faults) = (terms.Fields(), at, what, faults);

    public bool Has(string name) => _fields[name] is not null;

    /// <summary>A number of at least nothing.</summary>
    public Exact Number(string name) => Bound(name) ?? Missing(name, Exact.Zero);

    /// <summary>A number of at least nothing; another one when it is not given.</summary>
    public Exact NumberOr(string name, Exact otherwise) => Bound(name) ?? otherwise;

    /// <summary>A number of at least nothing; null when it is not given.</summary>
    public Exact? Bound(string name)
    {
        _asked.Add(name);
        return _fields[name] is not string text ? null : Numbers(text, name, 0);
    }

    /// <summary>A number of more than nothing.</summary>
    public Exact Size(string name) => SizeOrNull(name) ?? Missing(name, 1);

    /// <summary>A number of more than nothing; null when it is not given.</summary>
    public Exact? SizeOrNull(string name)
    {
        if (Bound(name) is not { } size) return null;
        if (size.IsPositive) return size;
        if (!_faults.Any(fault => fault.Pointer == $"{_at}/{name}")) Wrong(name, "This is more than 0.");
        return 1;
    }

    /// <summary>A whole number of at least nothing; null when it is not given.</summary>
    public int? Count(string name)
    {
        _asked.Add(name);
        if (_fields[name] is int and < 0) Wrong(name, "This is not less than 0.");
        return _fields[name] as int?;
    }

    /// <summary>One of some words.</summary>
    public string Word(string name, params ReadOnlySpan<string> words)
    {
        _asked.Add(name);
        var word = _fields[name] as string;
        if (word is null) return Missing(name, words[0]);
        if (!words.Contains(word)) Wrong(name, $"This is one of {string.Join(", ", words!)}.");
        return word;
    }

    /// <summary>A name.</summary>
    public string Text(string name)
    {
        _asked.Add(name);
        if (PlainText.Name(_fields[name] as string, "A unit").TryGet(out var text, out var refusal)) return text;
        Wrong(name, refusal.Sentence);
        return "";
    }

    /// <summary>Numbers by name.</summary>
    public IReadOnlyDictionary<string, Exact> Numbers(string name)
    {
        _asked.Add(name);
        if (_fields[name] is not IReadOnlyDictionary<string, string> { Count: > 0 and <= LongestList } numbers) return Missing(name, new Dictionary<string, Exact>());
        return numbers.ToDictionary(one => one.Key, one => Numbers(one.Value, $"{name}/{JsonPath(one.Key)}", 0));
    }

    /// <summary>The items of a list, in order; there is at least one.</summary>
    public IReadOnlyList<TermsReading> Each(string name)
    {
        _asked.Add(name);
        if (_fields[name] is not IReadOnlyList<ITerms> { Count: > 0 } items) return Missing(name, Array.Empty<TermsReading>());
        if (items.Count > LongestList)
        {
            Wrong(name, $"These are at most {LongestList.ToString(CultureInfo.InvariantCulture)}.");
            return [];
        }
        TermsReading[] parts = [.. items.Select((item, index) => new TermsReading(item, $"{_at}/{name}/{index}", _what, _faults))];
        _parts.AddRange(parts);
        return parts;
    }

    /// <summary>Notes what is wrong with a field.</summary>
    public void Wrong(string name, string sentence) => _faults.Add(new(name.Length == 0 ? _at : $"{_at}/{name}", sentence));

    /// <summary>When all is read: what nobody asked for does not belong there.</summary>
    public void End()
    {
        foreach (var (name, _) in _fields.Where(field => field.Value is not null && !_asked.Contains(field.Key))) Wrong(name, $"{_what} has no such field.");
        foreach (var part in _parts) part.End();
    }

    /// <summary>A number as people give it; null, with a fault noted, when it is none.</summary>
    public static Exact? Number(string? text, string at, List<Fault> faults, bool negative = false)
    {
        if (!Exact.TryRead(text, out var number)) faults.Add(new(at, "A number is text such as \"0.0025\": at most 18 digits before and 12 after the point, no exponent."));
        else if (number.IsNegative && !negative) faults.Add(new(at, "This is not less than 0."));
        else return number;
        return null;
    }

    private Exact Numbers(string text, string name, Exact otherwise) => Number(text, $"{_at}/{name}", _faults) ?? otherwise;

    private T Missing<T>(string name, T otherwise)
    {
        Wrong(name, "This is missing.");
        return otherwise;
    }

    private static string JsonPath(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
