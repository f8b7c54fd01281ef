namespace Billing.Subscriptions;

/// <summary>What is done with what was paid for and will not be used.</summary>
internal enum Unused
{
    /// <summary>It is credited: the client's next invoice is so much less.</summary>
    Credit,

    /// <summary>Nothing.</summary>
    Keep,

    /// <summary>It is given back: a credit note takes it off its invoice, and of what was paid a refund is noted.</summary>
    Refund,
}

/// <summary>How somebody ends, stops and restarts a subscription.</summary>
internal static class EndSubscription
{
    /// <summary>The client has it no longer, from now on.</summary>
    public static Decision<SubscriptionEvent> Now(Subscription subscription, Unused unused, SubscriptionGround ground, DateTimeOffset at)
    {
        var (now, happened) = Renewal.CatchUp(subscription, ground, at);
        if (now.CanceledAt is not null) return happened;
        var cut = ground.Rule.At(at, now.Zone);
        List<SubscriptionLine> arrears = [.. Renewal.Arrears(now, ground, cut)], lines = [.. arrears];
        ValueList<SubscriptionLine>? back = null;
        if (now.Current is { } period)
        {
            var end = Cut.StartOf(period.To, now.Zone);
            var share = ground.Rule.Between((Cut.StartOf(period.Begins, now.Zone), Cut.StartOf(period.Ends, now.Zone)), cut, end);
            List<SubscriptionLine> credit = unused == Unused.Keep ? [] : [.. ground.Priced(now, now.Has).Unused(period, cut, end)];
            lines.AddRange(CouponLines.Within(now, arrears, period.Days()));
            List<SubscriptionLine> given = [.. credit, .. CouponLines.Within(now, credit, period.Days(), share)];
            if (unused == Unused.Refund && credit.Count > 0) back = [.. given];
            else lines.AddRange(given);
        }
        happened.Add(new SubscriptionCanceled(at, [.. lines], back));
        return happened;
    }

    /// <summary>No further period is billed until somebody resumes it; what is billed stays billed.</summary>
    public static Decision<SubscriptionEvent> Pause(Subscription subscription, bool keepsAccess, SubscriptionGround ground, DateTimeOffset at)
    {
        var (now, happened) = Renewal.CatchUp(subscription, ground, at);
        if (now.CanceledAt is not null) return SubscriptionNo.Canceled;
        if (at < now.StartAt) return SubscriptionNo.NotBegun;
        if (!now.IsPaused) happened.Add(new SubscriptionPaused(keepsAccess));
        return happened;
    }

    /// <summary>Periods are billed again; of one that has begun without being billed, what is left of it.</summary>
    public static Decision<SubscriptionEvent> Resume(Subscription subscription, DateTimeOffset at)
    {
        if (subscription.CanceledAt is not null) return SubscriptionNo.Canceled;
        return subscription.IsPaused ? new SubscriptionResumed(LocalDay.Of(at, subscription.Zone)) : SubscriptionNo.NotPaused;
    }
}
