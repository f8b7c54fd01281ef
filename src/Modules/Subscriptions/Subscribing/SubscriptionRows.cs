using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>A subscription as it is found.</summary>
/// <param name="NextAt">When the next period is to be billed, UTC; null when none is.</param>
/// <param name="Missed">Invoices that could not be collected, and still ask for money.</param>
/// <param name="Unpaid">Whether one of them was not paid until the end of the schedule.</param>
/// <param name="LeftUnpaid">Those that were not.</param>
/// <param name="Held">The family that the client can have no other subscription of; null for none.</param>
internal sealed record SubscriptionRow(
    Guid Id, Guid ClientId, Guid PlanId, int PlanVersion, int Quantity, string Currency, string TimeZone, DateTimeOffset StartAt, DateTimeOffset TrialEnds, DateTimeOffset? NextAt, bool Ends, bool Paused, DateTimeOffset? CanceledAt,
    string? Held, string? OutsideId, [property: Jsonb] SubscriptionTimes Times, long Version, [property: Jsonb] ValueList<Guid> Missed, bool Unpaid, [property: Jsonb] ValueList<Guid> LeftUnpaid);

/// <summary>What the next border of a subscription follows from.</summary>
internal sealed record SubscriptionTimes(SubscriptionCalendar Calendar, DateOnly NextFrom, bool Billed);

internal sealed class SubscriptionRows : Projection<SubscriptionRow>
{
    public SubscriptionRows() : base("subscriptions.subscriptions", new RowTable<SubscriptionRow>("subscriptions_subscriptions"), Lifecycle.Inline, version: 2, inlineStream: Subscription.Alias)
    {
        CoversAll<SubscriptionEvent>();
        Uses<SubscriptionStarted>((_, e, at) => Timed(
            new SubscriptionRow(at.StreamId, e.ClientId.Value, e.PlanId.Value, e.PlanVersion, e.Quantity, e.Currency.Code, e.TimeZone, e.StartAt, e.StartAt.AddHours(24 * e.TrialDays), null, false, false, null, e.AlongOthers ? null : e.Family, e.OutsideId, new(e.Calendar, e.Calendar.Start, false), at.Version, [], false, []), at));
        Uses<TrialEndTold>((row, _, at) => row! with { Version = at.Version });
        Uses<TrialEnded>((row, _, at) => row! with { Version = at.Version });
        Uses<PeriodBilled>((row, e, at) => Timed(row! with { Times = row.Times with { NextFrom = e.Span.To, Billed = true } }, at));
        Uses<SubscriptionSwitched>((row, e, at) => Timed(
            row! with
            {
                PlanId = e.PlanId.Value, PlanVersion = e.PlanVersion, Quantity = e.Quantity,
                Times = e.Calendar is { } calendar ? new SubscriptionTimes(calendar, e.Billed?.To ?? calendar.Start, row.Times.Billed || e.Billed is not null) : row.Times,
            }, at));
        Uses<SwitchAgreed>((row, _, at) => row! with { Version = at.Version });
        Uses<SwitchDropped>((row, _, at) => row! with { Version = at.Version });
        Uses<CouponTaken>((row, _, at) => row! with { Version = at.Version });
        Uses<CouponDropped>((row, _, at) => row! with { Version = at.Version });
        Uses<CancellationAgreed>((row, _, at) => row! with { Ends = true, Version = at.Version });
        Uses<CancellationDropped>((row, _, at) => row! with { Ends = false, Version = at.Version });
        Uses<SubscriptionCanceled>((row, e, at) => Timed(row! with { CanceledAt = e.At, Held = null }, at));
        Uses<PaymentMissed>((row, e, at) => row! with { Missed = [.. row.Missed, e.InvoiceId], Version = at.Version });
        Uses<PaymentCaughtUp>((row, e, at) => row!.LeftUnpaid.Where(invoice => invoice != e.InvoiceId).ToValueList() is var unpaid
            ? row with { Missed = [.. row.Missed.Where(invoice => invoice != e.InvoiceId)], Unpaid = unpaid.Count > 0, LeftUnpaid = unpaid, Version = at.Version } : row);
        Uses<SubscriptionLeftUnpaid>((row, e, at) => row! with { Unpaid = true, LeftUnpaid = [.. row.LeftUnpaid, e.InvoiceId], Version = at.Version });
        Uses<SubscriptionPaused>((row, _, at) => Timed(row! with { Paused = true }, at));
        Uses<SubscriptionResumed>((row, e, at) => Timed(row! with { Paused = false, Times = row.Times with { NextFrom = e.From > row.Times.NextFrom ? e.From : row.Times.NextFrom } }, at));
    }

    private static SubscriptionRow Timed(SubscriptionRow row, StoredEvent at)
    {
        if (row.CanceledAt is not null || row.Paused) return row with { NextAt = null, Version = at.Version };
        var border = LocalDay.StartOf(row.Times.NextFrom, TimeZoneInfo.FindSystemTimeZoneById(row.TimeZone));
        return row with { NextAt = !row.Times.Billed && row.TrialEnds > border ? row.TrialEnds : border, Version = at.Version };
    }
}
