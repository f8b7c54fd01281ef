using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;

namespace Billing.Subscriptions;

/// <summary>A subscription as its page shows it.</summary>
/// <param name="Plan">The code of its plan.</param>
/// <param name="PlanName">As people call it.</param>
/// <param name="Status">What it is now.</param>
/// <param name="TimeZone">Whose days its periods are made of.</param>
/// <param name="TrialEndsAt">UTC; null where there is no trial.</param>
/// <param name="CurrentPeriod">The period billed last; null before the first.</param>
/// <param name="NextFrom">The first day that is not billed.</param>
/// <param name="RenewsAt">When the next period is billed, UTC; null when none is.</param>
/// <param name="AnchorDay">The day of the month on which it is billed; null where that is not counted.</param>
/// <param name="Next">What was agreed for the next period.</param>
/// <param name="CancelAtPeriodEnd">Whether it ends with the period that is paid for.</param>
/// <param name="HasAccess">Whether the client may use now what the plan gives.</param>
/// <param name="Entitlements">What the plan gives.</param>
/// <param name="Coupons">What takes something off, each with how many periods it did.</param>
/// <param name="GivenBack">What came off its invoices and was refunded as far as it was paid, when it ended.</param>
/// <param name="Bills">What was billed, oldest first.</param>
internal sealed record SubscriptionCard(
    SubscriptionId Id, ClientId ClientId, string Plan, string PlanName, int PlanVersion, int Quantity, SubscriptionStatus Status, Currency Currency, string TimeZone, DateTimeOffset StartAt, DateTimeOffset? TrialEndsAt, Period? CurrentPeriod,
    DateOnly NextFrom, DateTimeOffset? RenewsAt, int? AnchorDay, SubscriptionNext? Next, bool CancelAtPeriodEnd, DateTimeOffset? CanceledAt, bool HasAccess, string? OutsideId, IReadOnlyList<PlanEntitlement> Entitlements,
    IReadOnlyList<SubscriptionCoupon> Coupons, IReadOnlyList<SubscriptionLine> GivenBack, IReadOnlyList<SubscriptionBillCard> Bills, long Version)
{
    public static SubscriptionCard Of(SubscriptionId id, Versioned<Subscription> now, SubscriptionGround ground, DateTimeOffset at, IReadOnlyDictionary<string, WantedInvoiceAnswer>? invoices = null)
    {
        var (subscription, terms) = (now.State, ground.Terms(now.State.Has));
        var status = subscription.StatusAt(at);
        return new SubscriptionCard(
            id, subscription.ClientId, ground.Plans[subscription.Has.PlanId].Code, terms.Name, subscription.Has.Version, subscription.Has.Quantity, status, subscription.Currency, subscription.TimeZone, subscription.StartAt,
            subscription.TrialDays > 0 ? subscription.TrialEnds : null, subscription.Current?.Days(), subscription.NextFrom, subscription.DueAt,
            subscription.Calendar.Anchor == BillingAnchor.Calendar || subscription.Calendar.Interval.Unit == IntervalUnit.Week ? null : subscription.Calendar.Day?.Day ?? subscription.Calendar.Start.Day,
            subscription.Next is { } next ? new(ground.Plans[next.PlanId].Code, next.Version, next.Quantity, subscription.NextFrom) : null,
            subscription.Ends, subscription.CanceledAt, subscription.HasAccess(at, ground.PastDueHasAccess), subscription.OutsideId, terms.Entitlements,
            subscription.Coupons, subscription.GivenBack, [.. subscription.Bills.Select(bill => SubscriptionBillCard.Of(bill, subscription.Currency, invoices?.GetValueOrDefault(SubscriptionFact.Reference(id, bill.Number))))], now.Version);
    }
}

/// <summary>What a subscription will be with its next period.</summary>
/// <param name="From">The first day of that period.</param>
internal sealed record SubscriptionNext(string Plan, int PlanVersion, int Quantity, DateOnly From);

/// <summary>What was billed at once.</summary>
/// <param name="Invoice">How far its invoice is; null in the answer to a command, where it is on its way, and where it only notes what was used.</param>
internal sealed record SubscriptionBillCard(int Number, BillReason Reason, DateOnly On, IReadOnlyList<SubscriptionLine> Lines, Money Amount, WantedInvoiceAnswer? Invoice)
{
    public static SubscriptionBillCard Of(SubscriptionBill bill, Currency currency, WantedInvoiceAnswer? invoice) => new(bill.Number, bill.Reason, bill.On, bill.Lines, bill.Amount(currency), invoice);
}
