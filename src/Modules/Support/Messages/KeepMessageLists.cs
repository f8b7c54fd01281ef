using System.Text.Json.Serialization;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>A kind of request as it is written down.</summary>
/// <param name="Type">As people call it.</param>
/// <param name="Category">By its code.</param>
/// <param name="Effort">How much work it is thought to be.</param>
/// <param name="Patterns">Any one of them is enough: <c>can you add|can you fix</c>, <c>migrat* … site</c>, <c>webhook &amp; form</c>.</param>
internal sealed record WrittenKind(string Type, string Category, Effort Effort, IReadOnlyList<string> Patterns)
{
    public static WrittenKind Of(MessageKind kind) => new(kind.Type, kind.Category, kind.Effort, kind.Patterns);

    [JsonIgnore]
    public MessageKind Kind => new(Type, Category, Effort, [.. Patterns ?? []]);
}

/// <summary>By which words messages are told apart, as they are written down.</summary>
/// <param name="Senders">Whose messages may be requests; empty: everybody's.</param>
/// <param name="Reactions">Messages that begin so are reactions to others.</param>
/// <param name="Courtesies">Messages of these words alone ask for nothing.</param>
/// <param name="Asides">Messages that have this tell something, and ask for nothing.</param>
/// <param name="ShortRequests">Messages of two words or fewer that are requests all the same.</param>
/// <param name="Kinds">Kinds of requests; the first whose words are there is the one.</param>
/// <param name="Otherwise">The kind of a request that has a word of work and one of action, and nothing that tells more.</param>
/// <param name="WorkWords">What is worked on.</param>
/// <param name="ActionWords">What is done to it.</param>
/// <param name="Urgent">Words of haste.</param>
/// <param name="Unhurried">Words of patience, where there are none of haste.</param>
internal sealed record WrittenLists(
    IReadOnlyList<string> Senders, IReadOnlyList<string> Reactions, IReadOnlyList<string> Courtesies, IReadOnlyList<string> Asides, IReadOnlyList<string> ShortRequests, IReadOnlyList<WrittenKind> Kinds, WrittenKind Otherwise,
    IReadOnlyList<string> WorkWords, IReadOnlyList<string> ActionWords, IReadOnlyList<string> Urgent, IReadOnlyList<string> Unhurried)
{
    public static WrittenLists Of(MessageLists lists) => new(
        lists.Senders, lists.Reactions, lists.Courtesies, lists.Asides, lists.ShortRequests, [.. lists.Kinds.Select(WrittenKind.Of)], WrittenKind.Of(lists.Otherwise), lists.WorkWords, lists.ActionWords, lists.Urgent, lists.Unhurried);

    [JsonIgnore]
    public MessageLists Lists => new(
        [.. Senders ?? []], [.. Reactions ?? []], [.. Courtesies ?? []], [.. Asides ?? []], [.. ShortRequests ?? []], [.. (Kinds ?? []).OfType<WrittenKind>().Select(kind => kind.Kind)], Otherwise?.Kind ?? MessageLists.Usual.Otherwise,
        [.. WorkWords ?? []], [.. ActionWords ?? []], [.. Urgent ?? []], [.. Unhurried ?? []]);
}

/// <summary>By which words messages are told apart, as the page shows it.</summary>
/// <param name="Lists">All of them.</param>
/// <param name="Usual">Whether nobody has edited any.</param>
internal sealed record MessageListsPage(WrittenLists Lists, bool Usual, long Version)
{
    public static MessageListsPage Of(Versioned<MessageSorting> now) => new(WrittenLists.Of(now.State.Lists), now.State.Lists == MessageLists.Usual, now.Version);
}

/// <summary>Messages are told apart by these words from now on.</summary>
/// <param name="Lists">All lists; null: the usual ones.</param>
internal sealed record KeepMessageLists(WrittenLists? Lists = null)
{
    private const int MostWords = 500, MostKinds = 50, LongestWord = 300, LongestType = SupportRequest.LongestType;

    public Decision<MessageSortingEvent> Decide(MessageSorting now, SupportTerms terms)
    {
        var wanted = Lists?.Lists ?? MessageLists.Usual;
        List<MessageSortingEvent> happened = [];
        foreach (var list in Enum.GetValues<MessageList>())
        {
            if (!Words(wanted.Of(list), list is MessageList.Senders or MessageList.Reactions).TryGet(out var words, out var refused)) return refused;
            if (!words.Equals(now.Lists.Of(list))) happened.Add(new MessageWordsChosen(list, words));
        }
        if (wanted.Kinds.Count > MostKinds) return No.TooManyKinds;
        List<MessageKind> kinds = [];
        foreach (var kind in wanted.Kinds.Append(wanted.Otherwise))
        {
            if (PlainText.Line(kind.Type, LongestType) is not { Length: > 0 } type) return No.TypeMissing;
            if (!RequestTerms.Category(terms, kind.Category, kind.Category).TryGet(out var category, out var unknown)) return unknown;
            if (!Words(kind.Patterns, false).TryGet(out var patterns, out unknown)) return unknown;
            kinds.Add(kind with { Type = type, Category = category, Patterns = patterns });
        }
        if (!kinds.SequenceEqual(now.Lists.Kinds.Append(now.Lists.Otherwise))) happened.Add(new MessageKindsChosen([.. kinds[..^1]], kinds[^1]));
        return happened;
    }

    private static Result<ValueList<string>> Words(ValueList<string>? wanted, bool isPlain)
    {
        List<string> words = [];
        foreach (var typed in wanted ?? [])
        {
            var word = PlainText.Line(typed, LongestWord);
            if (!isPlain)
            {
                if (!WordPattern.Read(typed).TryGet(out var pattern, out var refused)) return refused;
                word = pattern.Text;
            }
            if (word.Length > 0 && !words.Contains(word)) words.Add(word);
        }
        return words.Count > MostWords ? No.TooManyWords : words.ToValueList();
    }

    private static class No
    {
        public static readonly Refusal TooManyWords = new("too-many-words", $"A list has at most {MostWords} entries. Drop those that are never found.");
        public static readonly Refusal TooManyKinds = new("too-many-kinds", $"There are at most {MostKinds} kinds of requests, and one for what no kind says more about.");
        public static readonly Refusal TypeMissing = new("kind-type-missing", "Each kind of request has a name, such as Form Removal. Write it.");
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/support/message-lists", async (Streams<MessageSorting> sorting, CancellationToken stop) => await sorting.Load(MessageSorting.Id, stop) is var now ? Answer.Of(MessageListsPage.Of(now), now.Version) : null!)
            .Produces<MessageListsPage>().Requires(Permission.SeeSupport).WithSummary("By which words text messages are sorted into requests");

        app.MapPut("/api/support/message-lists", async (KeepMessageLists command, Streams<SupportTerms> terms, Commands<MessageSorting> sorting, CancellationToken stop) =>
        {
            var agreed = (await terms.Peek(SupportTerms.Id, stop)).State;
            return await sorting.DecideOrStart(MessageSorting.Id, now => command.Decide(now, agreed), MessageListsPage.Of, stop);
        })
        .Produces<MessageListsPage>().Requires(Permission.ArrangeSupport).WithSummary("Choose by which words text messages are sorted into requests; without lists, the usual ones");
    }
}
