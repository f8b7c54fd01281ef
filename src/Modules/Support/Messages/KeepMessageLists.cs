using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>By which words messages are told apart, as the page shows it.</summary>
/// <param name="Lists">All of them.</param>
/// <param name="Usual">Whether nobody has edited any.</param>
internal sealed record MessageListsPage(MessageLists Lists, bool Usual, long Version)
{
    public static MessageListsPage Of(Versioned<MessageSorting> now) => new(now.State.Lists, now.State.Lists == MessageLists.Usual, now.Version);
}

/// <summary>Messages are told apart by these words from now on.</summary>
/// <param name="Lists">All lists; null: the usual ones.</param>
internal sealed record KeepMessageLists(MessageLists? Lists = null)
{
    private const int MostWords = 500, MostKinds = 50, LongestWord = 300, LongestType = SupportRequest.LongestType;

    public Decision<MessageSortingEvent> Decide(MessageSorting now, SupportTerms terms)
    {
        var wanted = Lists ?? MessageLists.Usual;
        List<MessageSortingEvent> happened = [];
        foreach (var list in Enum.GetValues<MessageList>())
        {
            if (!Words(wanted.Of(list), list is MessageList.Senders or MessageList.Reactions).TryGet(out var words, out var refused)) return refused;
            if (!words.Equals(now.Lists.Of(list))) happened.Add(new MessageWordsChosen(list, words));
        }
        if (wanted.Kinds is null || wanted.Otherwise is null || wanted.Kinds.Count > MostKinds) return No.TooManyKinds;
        List<MessageKind> kinds = [];
        foreach (var kind in wanted.Kinds.Append(wanted.Otherwise))
        {
            if (kind is null || PlainText.Line(kind.Type, LongestType) is not { Length: > 0 } type) return No.TypeMissing;
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
