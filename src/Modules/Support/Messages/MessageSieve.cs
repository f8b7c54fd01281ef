namespace Billing.Support;

/// <summary>By which rule a message was taken for a request, or left out.</summary>
internal enum MessageRule
{
    /// <summary>Left out: its sender is not one whose messages may be requests.</summary>
    OtherSender,

    /// <summary>Left out: nothing is left of it, or only what cannot be read.</summary>
    Empty,

    /// <summary>Left out: a reaction to another message.</summary>
    Reaction,

    /// <summary>Left out: thanks, yes or no, and nothing else.</summary>
    Courtesy,

    /// <summary>Left out: it tells something, and asks for nothing.</summary>
    Aside,

    /// <summary>Left out: two words or fewer.</summary>
    TooShort,

    /// <summary>Left out: none of the words of requests is there.</summary>
    NotARequest,

    /// <summary>A request: the words of a kind are there.</summary>
    Kind,

    /// <summary>A request: short, and one all the same.</summary>
    ShortRequest,

    /// <summary>A request: a word of work and one of action are there.</summary>
    WorkAndAction,
}

/// <summary>What a message was taken for.</summary>
/// <param name="Rule">By which rule.</param>
/// <param name="Because">The entry of a list that decided; null where none did.</param>
/// <param name="Kind">Of a request, which.</param>
/// <param name="Urgency">Of a request, how urgent.</param>
/// <param name="UrgencyBecause">The entry that decided that; null: there is none, so it is medium.</param>
internal sealed record MessageVerdict(MessageRule Rule, string? Because, MessageKind? Kind, Urgency Urgency, string? UrgencyBecause)
{
    /// <summary>Whether it is a request.</summary>
    public bool IsRequest => Kind is not null;

    public static MessageVerdict LeftOut(MessageRule rule, string? because = null) => new(rule, because, null, Urgency.Medium, null);
}

/// <summary>Tells requests from other messages, by lists of words.</summary>
internal sealed class MessageSieve
{
    private const int FewWords = 2;

    private readonly MessageLists _lists;
    private readonly WordPattern[] _courtesies, _asides, _short, _work, _action, _urgent, _unhurried;
    private readonly (MessageKind Kind, WordPattern[] Patterns)[] _kinds;
    private readonly HashSet<string> _senders;

    /// <param name="lists">Whose patterns can all be read.</param>
    public MessageSieve(MessageLists lists)
    {
        _lists = lists;
        _senders = [.. lists.Senders.Select(PlainText.Key)];
        (_courtesies, _asides, _short) = (Read(lists.Courtesies), Read(lists.Asides), Read(lists.ShortRequests));
        (_work, _action, _urgent, _unhurried) = (Read(lists.WorkWords), Read(lists.ActionWords), Read(lists.Urgent), Read(lists.Unhurried));
        _kinds = [.. lists.Kinds.Select(kind => (kind, Read(kind.Patterns)))];
    }

    /// <summary>The lists.</summary>
    public MessageLists Lists => _lists;

    /// <summary>Whether messages of a sender may be requests.</summary>
    public bool Hears(string sender) => _senders.Count == 0 || _senders.Contains(PlainText.Key(sender.Trim()));

    /// <summary>Judges a message.</summary>
    /// <param name="sender">As the file has it.</param>
    /// <param name="text">Cleaned.</param>
    public MessageVerdict Judge(string sender, string text)
    {
        if (!Hears(sender)) return MessageVerdict.LeftOut(MessageRule.OtherSender, sender.Trim());
        var words = WordPattern.Words(text);
        if (words.Length == 0) return MessageVerdict.LeftOut(MessageRule.Empty);
        if (Reaction(text) is { } reaction) return MessageVerdict.LeftOut(MessageRule.Reaction, reaction);
        if (words.All(word => Array.Exists(_courtesies, one => one.IsAll([word])))) return MessageVerdict.LeftOut(MessageRule.Courtesy, Array.Find(_courtesies, one => one.IsAll([words[0]]))!.Text);
        if (Array.Find(_asides, one => one.IsIn(words)) is { } aside) return MessageVerdict.LeftOut(MessageRule.Aside, aside.Text);
        var shortRequest = Array.Find(_short, one => one.IsAll(words));
        if (Count(text) <= FewWords && shortRequest is null) return MessageVerdict.LeftOut(MessageRule.TooShort);
        foreach (var (kind, patterns) in _kinds)
            if (Array.Find(patterns, one => one.IsIn(words)) is { } found) return Request(MessageRule.Kind, found.Text, kind, words);
        if (shortRequest is not null) return Request(MessageRule.ShortRequest, shortRequest.Text, _lists.Otherwise, words);
        if (Array.Find(_work, one => one.IsIn(words)) is { } work && Array.Find(_action, one => one.IsIn(words)) is { } action) return Request(MessageRule.WorkAndAction, $"{work.Text} & {action.Text}", _lists.Otherwise, words);
        return MessageVerdict.LeftOut(MessageRule.NotARequest);
    }

    private MessageVerdict Request(MessageRule rule, string because, MessageKind kind, string[] words)
    {
        if (Array.Find(_urgent, one => one.IsIn(words)) is { } urgent) return new(rule, because, kind, Urgency.High, urgent.Text);
        return Array.Find(_unhurried, one => one.IsIn(words)) is { } unhurried ? new(rule, because, kind, Urgency.Low, unhurried.Text) : new(rule, because, kind, Urgency.Medium, null);
    }

    private string? Reaction(string text)
    {
        var plain = text.TrimStart().Replace('“', '"').Replace('”', '"').Replace('„', '"').Replace('«', '"').Replace('»', '"');
        return _lists.Reactions.FirstOrDefault(one => plain.StartsWith(one, StringComparison.OrdinalIgnoreCase) && (!char.IsLetterOrDigit(one[^1]) || plain.Length == one.Length || !char.IsLetterOrDigit(plain[one.Length])));
    }

    /// <summary>Words as people count them: what stands between spaces and has a letter or a digit.</summary>
    private static int Count(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    private static WordPattern[] Read(IEnumerable<string> patterns) => [.. patterns.Select(text => WordPattern.Read(text).Value)];
}
