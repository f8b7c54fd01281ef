using Billing.Usage.Contracts;

namespace Billing.Subscriptions;

/// <summary>When a change holds.</summary>
internal enum Effective
{
    /// <summary>At once; what is left of the period is credited and charged anew.</summary>
    Now,

    /// <summary>With the next period.</summary>
    PeriodEnd,
}

/// <summary>A subscription gets another plan or quantity, or ends with its period, or does not.</summary>
/// <param name="PlanCode">The plan; its newest version. Left out: as before.</param>
/// <param name="Quantity">How many seats; left out: as before, or 1 where the new plan has none.</param>
/// <param name="Effective">When; left out: an upgrade at once, anything else with the next period.</param>
/// <param name="CancelAtPeriodEnd">Whether it ends with the period that is paid for; left out: as before.</param>
/// <param name="Coupon">The code of a coupon that takes something off from the next period on.</param>
/// <param name="DropCoupon">The code of one that takes nothing off any more.</param>
internal sealed record ChangeSubscription(string? PlanCode = null, int? Quantity = null, Effective? Effective = null, bool? CancelAtPeriodEnd = null, string? Coupon = null, string? DropCoupon = null)
{
    /// <summary>Whether nothing is to change.</summary>
    public bool IsEmpty() => PlanCode is null && Quantity is null && CancelAtPeriodEnd is null && Coupon is null && DropCoupon is null;

    /// <param name="subscription">As it stands.</param>
    /// <param name="plan">The plan that is wanted; null: as before.</param>
    /// <param name="ground">Plans and settings.</param>
    /// <param name="at">When.</param>
    /// <param name="offered">The coupon that is wanted, or null.</param>
    public Decision<SubscriptionEvent> Decide(Subscription subscription, PlanId? plan, SubscriptionGround ground, DateTimeOffset at, OfferedCoupon? offered = null)
    {
        if (IsEmpty()) return SubscriptionNo.NothingWanted;
        var (now, happened) = Renewal.CatchUp(subscription, ground, at);
        if (now.CanceledAt is not null) return SubscriptionNo.Canceled;
        if (plan is not null || Quantity is not null)
        {
            if (!Wanted(now, plan, ground).TryGet(out var wanted, out var refused)) return refused;
            if (Switch(now, wanted, ground, at) is { } switched) happened.Add(switched);
        }
        if (DropCoupon is { } code && now.Coupons.Exists(coupon => coupon.Code == code)) happened.Add(new CouponDropped(code));
        if (Coupon is not null)
        {
            if (TakeCoupon.Of(now, offered).TryGet(out var taken, out var no) is false) return no;
            happened.AddRange(taken);
        }
        if (CancelAtPeriodEnd is { } ends && ends != now.Ends) happened.Add(ends ? new CancellationAgreed() : new CancellationDropped());
        return happened;
    }

    private Result<Subscribed> Wanted(Subscription subscription, PlanId? planId, SubscriptionGround ground)
    {
        if (subscription.IsPaused) return SubscriptionNo.Paused;
        var has = subscription.Has;
        var changes = planId is not null && planId != has.PlanId;
        var plan = ground.Plans[planId ?? has.PlanId];
        if (changes && plan.IsArchived) return SubscriptionNo.PlanArchived;
        var version = changes ? plan.Newest.Number : has.Version;
        var terms = plan.Terms(version);
        if (terms.Family != ground.Terms(has).Family) return SubscriptionNo.OtherFamily;
        if (!terms.IsPricedIn(subscription.Currency)) return SubscriptionNo.NotPricedIn(subscription.Currency);
        var quantity = Quantity ?? (terms.HasSeats() ? has.Quantity : 1);
        return StartSubscription.Seats(terms, quantity) is { } odd ? odd : new Subscribed(planId ?? has.PlanId, version, quantity);
    }

    private SubscriptionEvent? Switch(Subscription subscription, Subscribed wanted, SubscriptionGround ground, DateTimeOffset at)
    {
        if (wanted == subscription.Has) return subscription.Next is null ? null : new SwitchDropped();
        var atOnce = Effective is { } when ? when == Subscriptions.Effective.Now : IsUpgrade(subscription, wanted, ground);
        if (!atOnce) return wanted == subscription.Next ? null : new SwitchAgreed(wanted.PlanId, wanted.Version, wanted.Quantity);
        return PlanSwitch.AtOnce(subscription, wanted, ground, at);
    }

    /// <summary>A higher tier; within one, more money at a time.</summary>
    public static bool IsUpgrade(Subscription subscription, Subscribed wanted, SubscriptionGround ground)
    {
        var (before, after) = (ground.Terms(subscription.Has), ground.Terms(wanted));
        if (after.Tier != before.Tier) return after.Tier > before.Tier;
        return after.Recurring(subscription.Currency, wanted.Quantity) > before.Recurring(subscription.Currency, subscription.Has.Quantity);
    }
}
