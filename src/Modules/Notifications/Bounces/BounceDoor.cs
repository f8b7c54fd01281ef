using Billing.EventStore;

namespace Billing.Notifications;

/// <summary>Something that happened to the door through which mails that came back are told of.</summary>
internal abstract record BounceDoorEvent;

/// <summary>Mails that come back are told of, signed with a secret that was made for it and is in no event; an earlier one is good no more.</summary>
[Event("notifications.bounces_awaited")]
internal sealed record BouncesAwaited : BounceDoorEvent;

/// <summary>Mails that come back are not told of any more; the secret is forgotten.</summary>
[Event("notifications.bounces_unheard")]
internal sealed record BouncesUnheard : BounceDoorEvent;

/// <summary>Whether an organisation hears of mails that came back; one per tenant.</summary>
internal sealed record BounceDoor(bool IsOpen) : IAggregate<BounceDoor>
{
    /// <summary>The one stream of each tenant.</summary>
    public static Guid Id { get; } = new("0193e0c0-0000-7000-8000-00000000000d");

    public static string Alias => "notifications.bounce_door";

    public static BounceDoor Initial { get; } = new(false);

    public Decision<BounceDoorEvent> Close() => IsOpen ? new BouncesUnheard() : Decision.Nothing;

    public BounceDoor Apply(object happened) => happened switch
    {
        BouncesAwaited => new(true),
        BouncesUnheard => Initial,
        _ => throw new UnknownEventException(nameof(BounceDoor), happened),
    };
}
