using System.Reflection;
using System.Text;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Host;

/// <summary>The page of all events in Markdown: what each means to the business, what it holds, whose it is and who reads it.</summary>
internal sealed class EventsPage(EventStore.EventStore store, IReadOnlyList<MessageHandler> handlers, DocComments comments)
{
    private const string Head = """
        # Events

        Every fact that the product stores, under the stream it belongs to. Written by `./dev events` from the code and its comments: change those, not this.

        The *alias* is an event's name in the log; it is never changed and never used twice. An event's meaning is never changed either: a new event takes
        over, and an upcaster reads the old one. Besides its own fields each event carries what the store adds: its number in the log and in its stream, the
        tenant, the moment of recording, who did it from where, the request, and the correlation of everything that one outside act set off. A field that
        may be missing is left out of the JSON when there is nothing to say. The *sample* is the JSON as stored, and a test holds it still.

        *Inline* rows are there when the click is answered; *async* rows follow behind the high-water mark.


        """;

    private readonly StringBuilder _text = new();

    public string Write()
    {
        var streams = store.Registry.Describe().GroupBy(one => Stream.Of(one.Type)).OrderBy(stream => stream.Key.Alias, StringComparer.Ordinal).ToList();
        _text.Append(Head);
        Table(["stream", "what it is", "events"], streams.Select(stream => new[] { Link(stream.Key.Alias), comments.Of(stream.Key.Aggregate), $"{stream.Count()}" }));
        Line("## How values are written");
        Table(["word", "in JSON"], FieldWords.Legend(streams.SelectMany(stream => stream).SelectMany(one => one.Fields).Select(field => field.Property.PropertyType)).Select(entry => new[] { entry.Word, $"`{entry.Example}`" }));
        foreach (var stream in streams) Write(stream.Key, [.. stream.OrderBy(one => one.Type.MetadataToken)]);
        Line("## Messages");
        Line("Work that follows a commit and was written with it; jobs are messages that come again.");
        Table(["message", "handled by", "what it does"], handlers.OrderBy(handler => handler.Type, StringComparer.Ordinal).Select(handler => new[] { $"`{handler.Type}`", $"`{handler.GetType().Name}`", comments.Of(handler.GetType()) }));
        return _text.ToString().ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    private void Write(Stream stream, List<KnownEvent> events)
    {
        Line($"## {stream.Alias}");
        Line($"{comments.Of(stream.Aggregate)} Folded into `{stream.Aggregate.Name}`.");
        foreach (var one in events)
        {
            Line($"### {one.Alias}");
            Line(comments.Of(one.Type));
            if (one.Fields.Count > 0)
                Table(["field", "type", "meaning"], one.Fields.Select(field => new[] { $"`{field.Name}`", FieldWords.Of(field.Property.PropertyType) + (field.MayBeMissing ? ", may be missing" : ""), comments.Of(one.Type, field.Property.Name) }));
            Line($"Since {one.Since}. {(one.IsAnnounced ? "Announced to webhooks. " : "")}{Readers(one.Type)} {(one.OldAliases.Count > 0 ? $"Also read from {Names(one.OldAliases)}. " : "")}[Sample]({Sample(one)}).");
        }
    }

    private string Readers(Type happened)
    {
        var known = store.Model.Projections.Where(projection => projection.Knows.Contains(happened)).ToLookup(projection => projection.Uses(happened), projection => $"{projection.Name} ({projection.Lifecycle.ToString().ToLowerInvariant()})");
        return (known[true].Any() ? $"Read by {Names(known[true])}." : "Read by no projection.") + (known[false].Any() ? $" Ignored by {Names(known[false])}." : "");
    }

    private void Line(string text) => _text.Append(text).Append("\n\n");

    private void Table(string[] head, IEnumerable<string[]> rows)
    {
        foreach (var row in rows.Prepend([.. head.Select(_ => "---")]).Prepend(head)) _text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        _text.Append('\n');
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => name.Split(' ', 2) is [var first, var rest] ? $"`{first}` {rest}" : $"`{name}`"));

    private static string Link(string alias) => $"[{alias}](#{alias.Replace(".", "", StringComparison.Ordinal)})";

    /// <summary>A module is written in its namespace as in its folder; an alias knows only lower case.</summary>
    private static string Sample(KnownEvent one)
    {
        var module = one.Alias[..one.Alias.IndexOf('.', StringComparison.Ordinal)];
        var folder = one.Type.Namespace!.Split('.').FirstOrDefault(part => part.Equals(module, StringComparison.OrdinalIgnoreCase)) ?? char.ToUpperInvariant(module[0]) + module[1..];
        return $"../tests/{folder}.Tests/Data/events/{one.Alias}.json";
    }

    /// <summary>A kind of stream and what folds it.</summary>
    private sealed record Stream(string Alias, Type Aggregate)
    {
        /// <summary>An event's base is the union of its stream, named after the aggregate: <c>InvoiceEvent</c>, <c>Invoice</c>.</summary>
        public static Stream Of(Type happened)
        {
            var aggregate = happened.Assembly.GetTypes().SingleOrDefault(type => type.Name + "Event" == happened.BaseType!.Name && type.Namespace == happened.Namespace && IsAggregate(type))
                ?? throw new InvalidOperationException($"{happened.Name} derives from {happened.BaseType!.Name}; no aggregate has that name without 'Event'.");
            return new((string)aggregate.GetProperty("Alias", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!, aggregate);
        }

        private static bool IsAggregate(Type type) => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IAggregate<>));
    }
}
