using System.Text;

namespace Billing;

/// <summary>
/// A text with fields that an organisation writes itself. <c>{number}</c> and <c>{{number}}</c> put a value in, <c>{{due | long}}</c> writes it otherwise;
/// <c>{{#if fee}}…{{else}}…{{/if}}</c> says something only where there is something, <c>{{#each lines}}…{{/each}}</c> says it for each of a list, and
/// <c>{{else}}</c> in it where the list is empty. It can do nothing else: no sums, no calls, nothing but the fields that it is given; what a value says in
/// braces stays as it is; and what it makes ends, however long a list is. A tag for a block that stands alone on its line leaves no empty line behind.
/// </summary>
public sealed class Template
{
    /// <summary>How deep blocks may lie in each other.</summary>
    public const int Deepest = 4;

    /// <summary>Most parts that are written for one text.</summary>
    public const int MostSteps = 10_000;

    private readonly IReadOnlyList<TemplatePart> _parts;

    private Template(IReadOnlyList<TemplatePart> parts) => _parts = parts;

    /// <summary>Reads a text; refused when it names what there is not, or a block of it is not closed.</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="fields">What it may use.</param>
    public static Result<Template> Read(string text, IReadOnlyList<TemplateField> fields)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fields);
        return new TemplateReader(text).Read(fields).TryGet(out var parts, out var refused) ? new Template(parts) : refused;
    }

    /// <summary>Why a text that names a field which there is not is refused.</summary>
    /// <param name="name">As it was written.</param>
    /// <param name="known">What could be written.</param>
    public static Refusal Unknown(string name, IReadOnlyList<string> known) =>
        new Refusal("unknown-placeholder", $"There is no placeholder {PlainText.Quote("{" + name + "}")}. Write one of {string.Join(", ", known.Select(one => "{" + one + "}"))}.").With("placeholder", PlainText.Shown(name)).With("known", known);

    /// <summary>Whether it uses a field anywhere, at the top or in a list.</summary>
    public bool Uses(string name) => _parts.Any(part => part.Uses(name));

    /// <summary>Puts values in. A field without a value stays as <c>{name}</c>, for whoever puts it in later.</summary>
    /// <param name="values">By name.</param>
    /// <param name="longest">The longest text that is made, in UTF-16 units.</param>
    /// <returns>The text; where it would grow longer, or has more than <see cref="MostSteps"/> parts, it ends in a line that holds nothing but an ellipsis.</returns>
    public string Write(IReadOnlyDictionary<string, TemplateValue> values, int longest)
    {
        ArgumentNullException.ThrowIfNull(values);
        var writing = new TemplateWriting(longest);
        foreach (var part in _parts) part.Write(writing, [values]);
        return writing.Text();
    }
}

/// <summary>A text that is being made, and how much of it may still be.</summary>
internal sealed class TemplateWriting(int longest)
{
    private const string Cut = "\n…";

    private readonly StringBuilder _text = new();
    private int _steps;
    private bool _full;

    /// <summary>Whether there is room for one more part.</summary>
    public bool GoesOn() => !_full && !(_full = ++_steps > Template.MostSteps);

    public void Add(string text)
    {
        if (_full) return;
        _text.Append(text);
        _full = _text.Length > longest;
    }

    public string Text()
    {
        if (!_full) return _text.ToString();
        _text.Length = Math.Min(_text.Length, Math.Max(0, longest - Cut.Length));
        if (_text.Length > 0 && char.IsHighSurrogate(_text[^1])) _text.Length--;
        return _text.Append(Cut).ToString();
    }
}

/// <summary>A piece of a template.</summary>
internal abstract record TemplatePart
{
    public abstract void Write(TemplateWriting into, IReadOnlyList<IReadOnlyDictionary<string, TemplateValue>> values);

    public abstract bool Uses(string name);

    /// <summary>The value of a name, of the innermost list first; null where it has none yet.</summary>
    protected static TemplateValue? Find(string name, IReadOnlyList<IReadOnlyDictionary<string, TemplateValue>> values)
    {
        for (var n = values.Count - 1; n >= 0; n--)
            if (values[n].TryGetValue(name, out var value)) return value;
        return null;
    }

    /// <summary>What stands there as it is.</summary>
    public sealed record Words(string Text) : TemplatePart
    {
        public override void Write(TemplateWriting into, IReadOnlyList<IReadOnlyDictionary<string, TemplateValue>> values)
        {
            if (into.GoesOn()) into.Add(Text);
        }

        public override bool Uses(string name) => false;
    }

    /// <summary>A value, written as filters want it.</summary>
    public sealed record Field(string Name, IReadOnlyList<TemplateFilter> Filters) : TemplatePart
    {
        public override void Write(TemplateWriting into, IReadOnlyList<IReadOnlyDictionary<string, TemplateValue>> values)
        {
            if (!into.GoesOn()) return;
            var value = Find(Name, values);
            into.Add(value is null ? "{" + Name + "}" : Filters.Aggregate(value.Text, (text, filter) => TemplateFilters.Apply(text, value, filter)));
        }

        public override bool Uses(string name) => name == Name;
    }

    /// <summary>Something that is said only where there is something; what has no value yet counts as there.</summary>
    public sealed record If(string Name, IReadOnlyList<TemplatePart> Then, IReadOnlyList<TemplatePart> Else) : TemplatePart
    {
        public override void Write(TemplateWriting into, IReadOnlyList<IReadOnlyDictionary<string, TemplateValue>> values)
        {
            if (!into.GoesOn()) return;
            foreach (var part in Find(Name, values) is { IsThere: false } ? Else : Then) part.Write(into, values);
        }

        public override bool Uses(string name) => name == Name || Then.Concat(Else).Any(part => part.Uses(name));
    }

    /// <summary>Something that is said for each of a list.</summary>
    public sealed record Each(string Name, IReadOnlyList<TemplatePart> Body, IReadOnlyList<TemplatePart> Else) : TemplatePart
    {
        public override void Write(TemplateWriting into, IReadOnlyList<IReadOnlyDictionary<string, TemplateValue>> values)
        {
            var items = Find(Name, values)?.Items ?? [];
            if (items.Count == 0) foreach (var part in Else) part.Write(into, values);
            foreach (var item in items)
            {
                if (!into.GoesOn()) return;
                foreach (var part in Body) part.Write(into, [.. values, item]);
            }
        }

        public override bool Uses(string name) => name == Name || Body.Concat(Else).Any(part => part.Uses(name));
    }
}
