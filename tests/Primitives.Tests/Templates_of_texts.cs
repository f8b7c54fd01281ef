using FsCheck;
using FsCheck.Fluent;

namespace Billing.Primitives.Tests;

public class Templates_of_texts
{
    private static readonly TemplateField[] Fields =
    [
        new("client", TemplateKind.Text), new("note", TemplateKind.Text), new("days", TemplateKind.Number), new("due", TemplateKind.Day), new("fee", TemplateKind.Amount), new("secret", TemplateKind.Text),
        new("lines", TemplateKind.List, [new("text", TemplateKind.Text), new("amount", TemplateKind.Amount), new("parts", TemplateKind.List, [new("text", TemplateKind.Text)])]),
    ];

    private static TemplateValue Euro(decimal amount) => TemplateValue.Amount($"{amount} EUR", $"{amount}", new Money(amount, Currency.Parse("EUR")));

    private static Dictionary<string, TemplateValue> Values(params Dictionary<string, TemplateValue>[] lines) => new()
    {
        ["client"] = TemplateValue.Words("Meadow {days}"), ["note"] = TemplateValue.Words(""), ["days"] = TemplateValue.Number("3", 3),
        ["due"] = TemplateValue.Day("02.03.2026", "2. März 2026", new(2026, 3, 2)), ["fee"] = Euro(0), ["lines"] = TemplateValue.List(lines),
    };

    private static Dictionary<string, TemplateValue> Line(string text, decimal amount, params string[] parts) => new()
    {
        ["text"] = TemplateValue.Words(text), ["amount"] = Euro(amount), ["parts"] = TemplateValue.List([.. parts.Select(part => new Dictionary<string, TemplateValue> { ["text"] = TemplateValue.Words(part) })]),
    };

    private static string Write(string text, params Dictionary<string, TemplateValue>[] lines) => Template.Read(text, Fields).Value.Write(Values(lines), 4_000);

    [Theory]
    [InlineData("To {client}, {{ client }}.", "To Meadow {days}, Meadow {days}.")]
    [InlineData("{{due}} {{due | long}} {{due|iso}} {{fee | plain}}", "02.03.2026 2. März 2026 2026-03-02 0")]
    [InlineData("{{client | truncate: 4 | upper}}", "MEA…")]
    [InlineData("{{note | default: \"a | b\"}}{{client | default: \"-\" | lower}}", "a | bmeadow {days}")]
    [InlineData("{{#if fee}}A fee{{else}}No fee{{/if}}, {{#if days}}late{{/if}}{{#if note}}: {{note}}{{/if}}", "No fee, late")]
    [InlineData("{{#if lines}}x{{else}}nothing{{/if}} {{#each lines}}x{{else}}none{{/each}}", "nothing none")]
    [InlineData("Pay: {secret} {{secret | upper}}{{#if secret}}!{{/if}}", "Pay: {secret} {secret}!")]
    [InlineData("a { b } c", null)]
    [InlineData("one } and two }}", "one } and two }}")]
    [InlineData("", "")]
    public void put_values_in_and_write_them_otherwise(string text, string? expected)
    {
        if (expected is null) Assert.Equal("unknown-placeholder", Template.Read(text, Fields).Refusal?.Code);
        else Assert.Equal(expected, Write(text));
    }

    [Fact]
    public void say_something_for_each_of_a_list_and_leave_no_empty_lines()
    {
        const string Text = "Dear {client}:\n{{#each lines}}\n- {{text}} {{amount}} ({{days}})\n  {{#if parts}}\n  with {{#each parts}}[{{text}}]{{/each}}\n  {{/if}}\n{{/each}}\nBye";
        Assert.Equal("Dear Meadow {days}:\n- one 1 EUR (3)\n  with [a][b]\n- two 2 EUR (3)\nBye", Write(Text, Line("one", 1, "a", "b"), Line("two", 2)));
        Assert.Equal("Dear Meadow {days}:\nBye", Write(Text));
    }

    [Theory]
    [InlineData("{{nothing}}", "unknown-placeholder", null)]
    [InlineData("{{}}", "unknown-placeholder", null)]
    [InlineData("{{text}}", "unknown-placeholder", null)] // belongs to a line
    [InlineData("a\n{{#if note}}\nb", "template-block-open", 2)]
    [InlineData("a\n\n{{#each lines}}{{else}}", "template-block-open", 3)]
    [InlineData("a\nb {{/if}}", "template-tag-unexpected", 2)]
    [InlineData("{{#if note}}\n{{/each}}", "template-tag-unexpected", 2)]
    [InlineData("{{#if note}}{{else}}\n{{else}}{{/if}}", "template-tag-unexpected", 2)]
    [InlineData("{{else}}", "template-tag-unexpected", 1)]
    [InlineData("a\nb {{note", "template-tag-unfinished", 2)]
    [InlineData("{{due | shout}}", "template-filter-unknown", null)]
    [InlineData("{{client | long}}", "template-filter-unfit", null)]
    [InlineData("{{due | plain}}", "template-filter-unfit", null)]
    [InlineData("{{client | truncate}}", "template-filter-wrong", null)]
    [InlineData("{{client | truncate: 0}}", "template-filter-wrong", null)]
    [InlineData("{{client | default}}", "template-filter-wrong", null)]
    [InlineData("{{client | upper: 2}}", "template-filter-wrong", null)]
    [InlineData("{{lines}}", "template-is-list", null)]
    [InlineData("{{#each due}}{{/each}}", "template-is-no-list", null)]
    [InlineData("{{#if note}}{{#if note}}{{#if note}}{{#if note}}\n{{#if note}}x{{/if}}{{/if}}{{/if}}{{/if}}{{/if}}", "template-too-deep", 2)]
    [InlineData("{{#while note}}{{/while}}", "unknown-placeholder", null)]
    public void that_cannot_be_read_say_where(string text, string code, int? line)
    {
        var refusal = Template.Read(text, Fields).Refusal;
        Assert.Equal(code, refusal?.Code);
        if (line is not null) Assert.Equal(line, refusal!.Details!["line"]);
    }

    [Fact]
    public void end_however_long_a_list_is()
    {
        var lines = Enumerable.Range(1, 5_000).Select(n => Line($"line {n}", n, [.. Enumerable.Repeat("part", 50)])).ToArray();
        var long_ = Write("{{#each lines}}\n{{text}} {{amount}}\n{{/each}}", lines);
        Assert.InRange(long_.Length, 3_900, 4_000);
        Assert.EndsWith("\n…", long_, StringComparison.Ordinal);
        Assert.Equal("\n…", Write("{{#each lines}}{{#each parts}}{{#if note}}x{{/if}}{{/each}}{{/each}}", lines)); // nothing is written, and it ends all the same
        Assert.Equal("\n…", Template.Read("😀😀", []).Value.Write(new Dictionary<string, TemplateValue>(), 3)); // no half of a sign
    }

    [Fact]
    public void are_read_or_refused_whatever_is_typed() =>
        Prop.ForAll(Gen.Elements("{{", "}}", "{", "}", "#if", "#each", "/if", "/each", "else", " ", "\n", "note", "lines", "|", "upper", "\"", ":", "x").ListOf().Select(string.Concat).ToArbitrary(),
            text => Template.Read(text, Fields) is var read && (read.Refusal is not null || read.Value.Write(Values(), 4_000).Length <= 4_000)).QuickCheckThrowOnFailure();
}
