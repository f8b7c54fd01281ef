using Billing.EventStore;

namespace Billing.Support;

/// <summary>A list of words that messages are told apart by.</summary>
internal enum MessageList
{
    /// <summary>Whose messages may be requests.</summary>
    Senders,

    /// <summary>How reactions begin.</summary>
    Reactions,

    /// <summary>Words that alone ask for nothing.</summary>
    Courtesies,

    /// <summary>Words of messages that tell something, and ask for nothing.</summary>
    Asides,

    /// <summary>Short messages that are requests all the same.</summary>
    ShortRequests,

    /// <summary>What is worked on.</summary>
    WorkWords,

    /// <summary>What is done to it.</summary>
    ActionWords,

    /// <summary>Words of haste.</summary>
    Urgent,

    /// <summary>Words of patience.</summary>
    Unhurried,
}

/// <summary>Something that was said about how messages are told apart.</summary>
internal abstract record MessageSortingEvent;

/// <summary>A list has these words from now on. What was sorted stays.</summary>
/// <param name="List">Which.</param>
/// <param name="Words">All of them, in order.</param>
[Event("support.message_words_chosen")]
internal sealed record MessageWordsChosen(MessageList List, ValueList<string> Words) : MessageSortingEvent;

/// <summary>Requests in messages are of these kinds from now on. What was sorted stays.</summary>
/// <param name="Kinds">In the order in which they are tried.</param>
/// <param name="Otherwise">The kind of a request that has a word of work and one of action, and nothing that tells more.</param>
[Event("support.message_kinds_chosen")]
internal sealed record MessageKindsChosen(ValueList<MessageKind> Kinds, MessageKind Otherwise) : MessageSortingEvent;

/// <summary>By which words an organisation tells messages apart; one stream, under the same id in every organisation.</summary>
internal sealed record MessageSorting(MessageLists Lists) : IAggregate<MessageSorting>
{
    /// <summary>The stream's id.</summary>
    public static readonly Guid Id = new("0193e0c0-0000-7000-8000-000000000072");

    public static string Alias => "support.message_sorting";

    public static MessageSorting Initial { get; } = new(MessageLists.Usual);

    public MessageSorting Apply(object happened) => happened switch
    {
        MessageWordsChosen e => new(Lists.With(e.List, e.Words)),
        MessageKindsChosen e => new(Lists with { Kinds = e.Kinds, Otherwise = e.Otherwise }),
        _ => throw new UnknownEventException(nameof(MessageSorting), happened),
    };
}
