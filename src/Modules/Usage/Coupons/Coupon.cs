using System.Collections.Immutable;
using Billing.EventStore;

namespace Billing.Usage;

/// <summary>Takes something off what some clients owe, for one period, some, or all to come.</summary>
/// <param name="Given">The clients who have it, with the day since which they do.</param>
/// <param name="Uses">By client: each source with what was taken off.</param>
internal sealed record Coupon(string Code, string Name, Money? Off, Percentage? Share, int? Periods, ImmutableDictionary<ClientId, DateOnly> Given, ImmutableDictionary<ClientId, ImmutableDictionary<string, Money>> Uses, bool Withdrawn) : IAggregate<Coupon>
{
    public static string Alias => "usage.coupon";

    public static Coupon Initial { get; } = new("", "", null, null, null, ImmutableDictionary<ClientId, DateOnly>.Empty, ImmutableDictionary<ClientId, ImmutableDictionary<string, Money>>.Empty, false);

    /// <summary>To so many it is given or redeemed at most; null for any number.</summary>
    public int? Most { get; init; }

    /// <summary>The last day on which it is given or redeemed; null for ever.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>What it was redeemed for, by its source.</summary>
    public ImmutableDictionary<string, ClientId> Redeemed { get; init; } = ImmutableDictionary.Create<string, ClientId>(StringComparer.Ordinal);

    /// <summary>Why it is given to and redeemed by nobody any more, or null.</summary>
    public Refusal? Over(DateOnly today)
    {
        if (Withdrawn) return CouponNo.Withdrawn;
        if (ValidUntil < today) return CouponNo.Expired;
        return Given.Count + Redeemed.Count >= Most ? CouponNo.AllTaken : null;
    }

    /// <summary>As what is taken off a price.</summary>
    public CouponValue Value => new(Off is { } amount ? amount : (Exact?)null, Share is { } share ? Exact.Of(share.Value) : null);

    /// <summary>How often a client used it.</summary>
    public int UsedBy(ClientId client) => Uses.TryGetValue(client, out var uses) ? uses.Count : 0;

    /// <summary>What it took off for a source; null for nothing yet.</summary>
    public Money? UsedFor(ClientId client, string source) => Uses.TryGetValue(client, out var uses) && uses.TryGetValue(source, out var amount) ? amount : null;

    public Coupon Apply(object happened) => happened switch
    {
        CouponOffered e => this with { Code = e.Code, Name = e.Name, Off = e.Off, Share = e.Share, Periods = e.Periods, Most = e.Most, ValidUntil = e.ValidUntil },
        CouponGiven e => this with { Given = Given.SetItem(e.ClientId, e.On) },
        CouponTakenAway e => this with { Given = Given.Remove(e.ClientId) },
        CouponUsed e => this with { Uses = Uses.SetItem(e.ClientId, Uses.GetValueOrDefault(e.ClientId, ImmutableDictionary.Create<string, Money>(StringComparer.Ordinal)).SetItem(e.Source, e.Amount)) },
        CouponRedeemed e => this with { Redeemed = Redeemed.SetItem(e.Source, e.ClientId) },
        CouponWithdrawn => this with { Withdrawn = true },
        _ => throw new UnknownEventException(nameof(Coupon), happened),
    };
}
