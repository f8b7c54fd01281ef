using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>From an instant on a subscription is of this plan, and is paid for or is not.</summary>
/// <param name="At">UTC.</param>
/// <param name="Counts">Whether it is paid for: neither tried, paused nor canceled.</param>
/// <param name="Off">The coupons that take something off period after period, in order; null for none.</param>
internal sealed record LifeStep(DateTimeOffset At, Guid PlanId, int PlanVersion, int Quantity, bool Counts, ValueList<LifeCoupon>? Off = null);

/// <summary>A coupon that takes something off again and again.</summary>
/// <param name="Off">A fixed amount of each period; null for a share.</param>
/// <param name="Share">The share of what is due; null for an amount.</param>
internal sealed record LifeCoupon(string Code, Money? Off, Percentage? Share);

/// <summary>What a subscription was worth, and when: what the figures of any day follow from.</summary>
/// <param name="TrialEnds">UTC; the start where there is no trial.</param>
/// <param name="Tried">Whether there is a trial.</param>
/// <param name="CanceledAt">UTC; null while it is not canceled.</param>
/// <param name="Steps">Oldest first.</param>
/// <param name="TimeZone">Whose days its periods are made of.</param>
internal sealed record SubscriptionLife(Guid Id, Guid ClientId, string Currency, DateTimeOffset TrialEnds, bool Tried, DateTimeOffset? CanceledAt, [property: Jsonb] ValueList<LifeStep> Steps, long Version, string TimeZone)
{
    /// <summary>Of this plan from an instant on; what is agreed before it is paid for holds from then on.</summary>
    public SubscriptionLife With(LifeStep step)
    {
        var before = Steps.Where(one => one.At < step.At);
        return this with { Steps = [.. before, step.At <= TrialEnds && step.Counts ? step with { At = TrialEnds } : step] };
    }

    /// <summary>With other coupons from an instant on, or from its start.</summary>
    public SubscriptionLife Less(IEnumerable<LifeCoupon> off, DateTimeOffset at) =>
        With(Steps[^1] with { At = Version <= 2 ? Steps[^1].At : at, Off = off.ToValueList() is { Count: > 0 } some ? some : null });

    /// <summary>A coupon whose periods are over, or that was withdrawn, takes nothing off from the first period on that it is missing from, whenever that was billed.</summary>
    public SubscriptionLife Billed(PeriodBilled period)
    {
        if (Steps[^1].Off is not { } off || period.Lines.Count == 0) return this;
        List<LifeCoupon> left = [.. off.Where(coupon => period.Lines.Any(line => line.Component == SubscriptionCoupon.ComponentOf(coupon.Code)))];
        var begins = LocalDay.StartOf(period.Span.From, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
        return left.Count == off.Count ? this : Less(left, begins > Steps[^1].At ? begins : Steps[^1].At); // one that was resumed begins in the midst of its day
    }

    /// <summary>Paid for from an instant on, or not.</summary>
    public SubscriptionLife Counting(bool counts, DateTimeOffset at) => With(Steps[^1] with { At = at, Counts = counts });
}

internal sealed class SubscriptionLives : Projection<SubscriptionLife>
{
    public SubscriptionLives() : base("subscriptions.lives", new RowTable<SubscriptionLife>("subscriptions_lives"), Lifecycle.Inline, version: 3, inlineStream: Subscription.Alias)
    {
        CoversAll<SubscriptionEvent>();
        Uses<SubscriptionStarted>((_, e, at) => e.StartAt.AddHours(24 * e.TrialDays) is var paid
            ? new SubscriptionLife(at.StreamId, e.ClientId.Value, e.Currency.Code, paid, e.TrialDays > 0, null, [new LifeStep(paid, e.PlanId.Value, e.PlanVersion, e.Quantity, true)], at.Version, e.TimeZone) : null);
        Uses<SubscriptionSwitched>((row, e, at) => row!.With(new LifeStep(e.From.Instant, e.PlanId.Value, e.PlanVersion, e.Quantity, row.Steps[^1].Counts, row.Steps[^1].Off)) with { Version = at.Version });
        Uses<SubscriptionCanceled>((row, e, at) => row!.Counting(false, e.At) with { CanceledAt = e.At, Version = at.Version });
        Uses<SubscriptionPaused>((row, _, at) => row!.Counting(false, at.At) with { Version = at.Version });
        Uses<SubscriptionResumed>((row, _, at) => row!.Counting(true, at.At) with { Version = at.Version });
        // Once is no part of what comes in again and again.
        Uses<CouponTaken>((row, e, at) => e.Periods == 1 ? row! with { Version = at.Version } : (row! with { Version = at.Version }).Less([.. row!.Steps[^1].Off ?? [], new LifeCoupon(e.Code, e.Off, e.Share)], at.At));
        Uses<CouponDropped>((row, e, at) => (row! with { Version = at.Version }).Less((row!.Steps[^1].Off ?? []).Where(coupon => coupon.Code != e.Code), at.At));
        Uses<PeriodBilled>((row, e, at) => (row! with { Version = at.Version }).Billed(e));
        Ignores<TrialEndTold>();
        Ignores<TrialEnded>();
        Ignores<SwitchAgreed>();
        Ignores<SwitchDropped>();
        Ignores<CancellationAgreed>();
        Ignores<CancellationDropped>();
        Ignores<PaymentMissed>();
        Ignores<PaymentCaughtUp>();
        Ignores<SubscriptionLeftUnpaid>();
    }
}
