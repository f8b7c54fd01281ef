using System.Security.Cryptography;
using System.Text;
using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>Something that Stripe told of one of its objects.</summary>
internal abstract record StripeObjectEvent;

/// <summary>Stripe told how one of its objects looks.</summary>
/// <param name="Id">The object's.</param>
/// <param name="Kind">As Stripe calls it.</param>
/// <param name="At">When it looked so, UTC, by Stripe's clock.</param>
/// <param name="Look">How.</param>
[Event("subscriptions.stripe_told")]
internal sealed record StripeTold(string Id, string Kind, DateTimeOffset At, StripeLook Look) : StripeObjectEvent;

/// <summary>
/// One of Stripe's objects, as far as Stripe told of it. Events come in any order, twice, under two ids, or not at all; whatever the order, it ends as Stripe sees it:
/// the later one counts, what only grows never falls, an ended life stays ended, and where two of one second contradict each other Stripe is asked.
/// </summary>
/// <param name="At">When it looked so; null: nothing was told yet.</param>
internal sealed record StripeObject(string Id, string Kind, DateTimeOffset? At, StripeLook Look) : IAggregate<StripeObject>
{
    private static readonly StripeLook Nothing = new("", null, null, 0, 0, 0, 0);

    public static string Alias => "subscriptions.stripe_object";

    public static StripeObject Initial { get; } = new("", "", null, Nothing);

    /// <summary>The stream of an object.</summary>
    public static Guid Stream(string id) => new(SHA256.HashData(Encoding.UTF8.GetBytes("stripe " + id)).AsSpan(0, 16), bigEndian: true);

    public StripeObject Apply(object happened) => happened switch
    {
        StripeTold e => new StripeObject(e.Id, e.Kind, e.At, e.Look),
        _ => throw new UnknownEventException(nameof(StripeObject), happened),
    };

    private bool IsOver => StripeTelling.IsOver(Kind, Look.Status);

    /// <summary>Whether what is told leaves open how the object looks, so that Stripe must be asked: two looks of one second, neither of which ends a life.</summary>
    public bool IsDoubtful(StripeTelling told) => At == told.At && Look != told.Look && !IsOver && !StripeTelling.IsOver(told.Kind, told.Look.Status);

    /// <summary>Takes what an event tells.</summary>
    public Decision<StripeObjectEvent> Take(StripeTelling told)
    {
        var later = At is null || told.At > At || (told.At == At && StripeTelling.IsOver(told.Kind, told.Look.Status));
        // a life that is over goes on in nobody's telling; what only grows may
        if (IsOver && Look.Status != told.Look.Status) later = false;
        return Tell(told, later ? told.Look.AtLeast(Look) : Look.AtLeast(told.Look));
    }

    /// <summary>Takes what Stripe answers when it is asked: so it is now.</summary>
    public Decision<StripeObjectEvent> Set(StripeTelling answered) => Tell(answered, answered.Look.AtLeast(Look));

    // The same look at a later moment is news, too: what is told of the time between must not count afterwards.
    private Decision<StripeObjectEvent> Tell(StripeTelling told, StripeLook look)
    {
        var at = At is { } before && before > told.At ? before : told.At;
        return (look, at) == (Look, At) ? Decision.Nothing : new StripeTold(told.Id, told.Kind, at, look);
    }
}

/// <summary>One of Stripe's objects as it last told of it. Amounts are in Stripe's unit.</summary>
internal sealed record StripeObjectRow(Guid Id, string ObjectId, string Kind, string Status, string? Customer, string? Currency, long Amount, long Paid, long Refunded, int Attempts, DateTimeOffset At, long Version);

internal sealed class StripeObjectRows : Projection<StripeObjectRow>
{
    public StripeObjectRows() : base("subscriptions.stripe_objects", new RowTable<StripeObjectRow>("stripe_objects"), Lifecycle.Inline, inlineStream: StripeObject.Alias)
    {
        CoversAll<StripeObjectEvent>();
        Uses<StripeTold>((_, e, at) => new StripeObjectRow(at.StreamId, e.Id, e.Kind, e.Look.Status, e.Look.Customer, e.Look.Currency, e.Look.Amount, e.Look.Paid, e.Look.Refunded, e.Look.Attempts, e.At, at.Version));
    }
}
