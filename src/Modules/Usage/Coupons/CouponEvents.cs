using Billing.EventStore;

namespace Billing.Usage;

/// <summary>Something that happened to a coupon.</summary>
internal abstract record CouponEvent;

/// <summary>There is a coupon from now on; it takes nothing off until it is given to a client.</summary>
/// <param name="Code">As people write it; once in the organisation.</param>
/// <param name="Name">As it stands on invoices.</param>
/// <param name="Off">A fixed amount that it takes off; null for a share.</param>
/// <param name="Share">The share that it takes off; null for an amount.</param>
/// <param name="Periods">For how many periods it holds: once is 1; null is forever.</param>
/// <param name="Most">To so many it is given or redeemed at most; null for any number.</param>
/// <param name="ValidUntil">The last day on which it is given or redeemed; null for ever.</param>
[Event("usage.coupon_offered")]
internal sealed record CouponOffered(string Code, string Name, Money? Off, Percentage? Share, int? Periods, int? Most = null, DateOnly? ValidUntil = null) : CouponEvent;

/// <summary>A client has the coupon from now on.</summary>
/// <param name="ClientId">Who.</param>
/// <param name="On">The day on which it was given.</param>
[Event("usage.coupon_given")]
internal sealed record CouponGiven(ClientId ClientId, DateOnly On) : CouponEvent;

/// <summary>A client has the coupon no longer; what it took off stays off.</summary>
/// <param name="ClientId">Who.</param>
[Event("usage.coupon_taken_away")]
internal sealed record CouponTakenAway(ClientId ClientId) : CouponEvent;

/// <summary>The coupon took something off for a period.</summary>
/// <param name="ClientId">Whose.</param>
/// <param name="Source">What it took off from; one source is discounted once.</param>
/// <param name="Amount">How much.</param>
[Event("usage.coupon_used")]
internal sealed record CouponUsed(ClientId ClientId, string Source, Money Amount) : CouponEvent;

/// <summary>The coupon was redeemed for something that another module bills, such as a subscription: what it takes off there is told there.</summary>
/// <param name="ClientId">Whose.</param>
/// <param name="Source">For what; one source redeems it once.</param>
/// <param name="On">The day.</param>
[Event("usage.coupon_redeemed"), Announced]
internal sealed record CouponRedeemed(ClientId ClientId, string Source, DateOnly On) : CouponEvent;

/// <summary>The coupon is given to nobody any more, and takes nothing off.</summary>
[Event("usage.coupon_withdrawn")]
internal sealed record CouponWithdrawn : CouponEvent;
