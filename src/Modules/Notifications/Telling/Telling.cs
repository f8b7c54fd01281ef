using Billing.EventStore;
using Billing.Web;

namespace Billing.Notifications;

/// <summary>Something that happened to the telling of one event.</summary>
internal abstract record TellingEvent;

/// <summary>People are told of something that happened.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Priority">How much it matters.</param>
/// <param name="People">Whom, by their ids.</param>
[Event("notifications.people_told")]
internal sealed record PeopleTold(NotificationKind Kind, NotificationPriority Priority, ValueList<Guid> People) : TellingEvent;

/// <summary>The telling of one event, whose id is its own: people are told once, whoever comes to it first.</summary>
internal sealed record Telling(PeopleTold? Told) : IAggregate<Telling>
{
    public static string Alias => "notifications.telling";

    public static Telling Initial { get; } = new((PeopleTold?)null);

    public Telling Apply(object happened) => happened switch
    {
        PeopleTold e => new(e),
        _ => throw new UnknownEventException(nameof(Telling), happened),
    };
}
