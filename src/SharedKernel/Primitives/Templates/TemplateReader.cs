using System.Text.RegularExpressions;

namespace Billing;

/// <summary>Reads the text of a <see cref="Template"/> once, and says in which line something is wrong.</summary>
internal sealed partial class TemplateReader(string text)
{
    private readonly List<Token> _tokens = WithoutLinesOfBlocks(text, Tokens(text));
    private int _next;
    private Refusal? _wrong;

    /// <param name="fields">What the text may use.</param>
    public Result<TemplatePart[]> Read(IReadOnlyList<TemplateField> fields)
    {
        var parts = Block(null, [fields], 0);
        if (_wrong is null && _next < _tokens.Count) _wrong = No.ClosesNothing(_tokens[_next].Tag, Line(_tokens[_next]));
        return _wrong is { } wrong ? wrong : parts;
    }

    /// <summary>Up to the tag that ends a block, which stays to be read; at the top, up to the end.</summary>
    private TemplatePart[] Block(Token? within, IReadOnlyList<IReadOnlyList<TemplateField>> known, int depth)
    {
        if (depth > Template.Deepest) _wrong ??= No.TooDeep(Line(within!));
        List<TemplatePart> parts = [];
        while (_wrong is null && _next < _tokens.Count)
        {
            var token = _tokens[_next];
            if (token.Kind is TokenKind.Else or TokenKind.Close) return [.. parts];
            _next++;
            var part = token.Kind switch
            {
                TokenKind.Words => token.Text.Contains("{{", StringComparison.Ordinal) ? Wrong(No.Unfinished(Line(token, token.Text.IndexOf("{{", StringComparison.Ordinal)))) : new TemplatePart.Words(token.Text),
                TokenKind.Field => Field(token, known),
                _ => Opened(token, known, depth),
            };
            if (part is not null) parts.Add(part);
        }
        if (within is not null) _wrong ??= No.NotClosed(within.Tag, Line(within));
        return [.. parts];
    }

    private TemplatePart? Field(Token token, IReadOnlyList<IReadOnlyList<TemplateField>> known)
    {
        var pieces = Pieces().Matches(token.Text).Select(piece => piece.Value.Trim()).ToArray();
        if (Find(pieces.FirstOrDefault() ?? "", known) is not { } field) return null;
        if (field.Kind == TemplateKind.List) return Wrong(No.IsList(field.Name));
        List<TemplateFilter> filters = [];
        foreach (var piece in pieces.Skip(1))
        {
            var words = FilterWords().Match(piece);
            var argument = words.Groups["words"] is { Success: true } quoted ? quoted.Value : words.Groups["number"] is { Success: true } number ? number.Value : null;
            if (!TemplateFilters.Read(words.Success ? words.Groups["name"].Value : piece, argument, field).TryGet(out var filter, out var refused)) return Wrong(refused);
            filters.Add(filter);
        }
        return new TemplatePart.Field(field.Name, filters);
    }

    private TemplatePart? Opened(Token token, IReadOnlyList<IReadOnlyList<TemplateField>> known, int depth)
    {
        if (Find(token.Text, known) is not { } field) return null;
        var each = token.Kind == TokenKind.Each;
        if (each && field.Kind != TemplateKind.List) return Wrong(No.IsNoList(field.Name));
        var body = Block(token, each ? [.. known, field.Of ?? []] : known, depth + 1);
        TemplatePart[] otherwise = [];
        if (_wrong is null && _tokens[_next].Kind == TokenKind.Else)
        {
            _next++;
            otherwise = Block(token, known, depth + 1);
        }
        if (_wrong is not null) return null;
        var end = _tokens[_next++];
        if (end.Kind != TokenKind.Close || end.Text != (each ? "each" : "if")) return Wrong(No.ClosesNothing(end.Tag, Line(end)));
        return each ? new TemplatePart.Each(field.Name, body, otherwise) : new TemplatePart.If(field.Name, body, otherwise);
    }

    /// <summary>A field by its name, of the innermost list first.</summary>
    private TemplateField? Find(string name, IReadOnlyList<IReadOnlyList<TemplateField>> known)
    {
        if (known.Reverse().SelectMany(fields => fields).FirstOrDefault(field => field.Name == name) is { } field) return field;
        _wrong ??= Template.Unknown(name, [.. known.SelectMany(fields => fields).Select(one => one.Name).Distinct()]);
        return null;
    }

    private TemplatePart? Wrong(Refusal refusal)
    {
        _wrong ??= refusal;
        return null;
    }

    private int Line(Token token, int after = 0) => text.AsSpan(0, token.At + after).Count('\n') + 1;

    private static List<Token> Tokens(string text)
    {
        List<Token> tokens = [];
        var at = 0;
        foreach (Match tag in Tags().Matches(text))
        {
            if (tag.Index > at) tokens.Add(new(TokenKind.Words, text[at..tag.Index], "", at));
            var (kind, says) = tag.Groups["field"] is { Success: true } plain ? (TokenKind.Field, plain.Value) : KindOf(tag.Groups["tag"].Value.Trim());
            tokens.Add(new(kind, says, tag.Value, tag.Index));
            at = tag.Index + tag.Length;
        }
        if (at < text.Length) tokens.Add(new(TokenKind.Words, text[at..], "", at));
        return tokens;
    }

    private static (TokenKind Kind, string Says) KindOf(string tag) =>
        tag == "else" ? (TokenKind.Else, "")
        : tag.StartsWith("#if ", StringComparison.Ordinal) ? (TokenKind.If, tag[4..].Trim())
        : tag.StartsWith("#each ", StringComparison.Ordinal) ? (TokenKind.Each, tag[6..].Trim())
        : tag.StartsWith('/') ? (TokenKind.Close, tag[1..].Trim())
        : (TokenKind.Field, tag);

    /// <summary>A tag of a block alone on its line takes the line with it.</summary>
    private static List<Token> WithoutLinesOfBlocks(string text, List<Token> tokens)
    {
        for (var n = 0; n < tokens.Count; n++)
        {
            var (kind, _, tag, at) = tokens[n];
            if (kind is TokenKind.Words or TokenKind.Field) continue;
            var (after, end) = (at + tag.Length, text.IndexOf('\n', at + tag.Length));
            if (!string.IsNullOrWhiteSpace(text[(text.LastIndexOf('\n', at) + 1)..at]) || !string.IsNullOrWhiteSpace(text[after..(end < 0 ? text.Length : end)])) continue;
            if (n > 0 && tokens[n - 1] is { Kind: TokenKind.Words } before) tokens[n - 1] = before with { Text = before.Text.TrimEnd(' ', '\t') };
            if (n < tokens.Count - 1 && tokens[n + 1] is { Kind: TokenKind.Words } rest) tokens[n + 1] = end < 0 ? rest with { Text = "" } : rest with { Text = rest.Text[(end + 1 - after)..], At = end + 1 };
        }
        return tokens;
    }

    private enum TokenKind
    {
        Words,
        Field,
        If,
        Each,
        Else,
        Close,
    }

    /// <param name="Text">Words as they stand; of a tag, what it names.</param>
    /// <param name="Tag">As it stands, with its braces.</param>
    /// <param name="At">Where it begins.</param>
    private sealed record Token(TokenKind Kind, string Text, string Tag, int At);

    [GeneratedRegex(@"\{\{(?<tag>[^{}]{0,200})\}\}|\{(?<field>[^{}]{0,100})\}")]
    private static partial Regex Tags();

    [GeneratedRegex("""(?:[^|"]|"[^"]*")+""")]
    private static partial Regex Pieces();

    [GeneratedRegex("""^(?<name>[A-Za-z]+)(?:\s*:\s*(?:"(?<words>[^"]*)"|(?<number>[0-9]{1,6})))?$""")]
    private static partial Regex FilterWords();

    private static class No
    {
        public static Refusal Unfinished(int line) => new Refusal("template-tag-unfinished", $"The braces that open in line {line} do not close. Write {{{{ and }}}} around a field, or one brace where none is meant.").With("line", line);
        public static Refusal NotClosed(string tag, int line) => new Refusal("template-block-open", $"{tag} in line {line} is never closed. Write {(tag.Contains("#each", StringComparison.Ordinal) ? "{{/each}}" : "{{/if}}")} where it ends.").With("tag", tag).With("line", line);
        public static Refusal ClosesNothing(string tag, int line) => new Refusal("template-tag-unexpected", $"{tag} in line {line} ends nothing that is open there. Take it away, or open the block before it.").With("tag", tag).With("line", line);
        public static Refusal TooDeep(int line) => new Refusal("template-too-deep", $"Blocks lie at most {Template.Deepest} deep in each other; the one in line {line} is deeper. Write it more simply.").With("line", line).With("deepest", Template.Deepest);
        public static Refusal IsList(string name) => new Refusal("template-is-list", $"{name} is a list. Write {{{{#each {name}}}}} … {{{{/each}}}} around what is to be said for each of it.").With("placeholder", name);
        public static Refusal IsNoList(string name) => new Refusal("template-is-no-list", $"{name} is no list. Write {{{{#if {name}}}}} … {{{{/if}}}}, or {{{{{name}}}}}.").With("placeholder", name);
    }
}
