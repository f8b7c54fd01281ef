using System.Security.Cryptography;
using System.Text;
using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>Something that happened to a subscription that Stripe bills, as far as it is known here.</summary>
internal abstract record MirroredSubscriptionEvent;

/// <summary>Stripe bills a subscription of a client's, and it is shown here from now on.</summary>
/// <param name="OutsideId">What Stripe calls it.</param>
/// <param name="ClientId">Who has it, and who pays.</param>
/// <param name="StartAt">From this instant on the client has it, UTC.</param>
/// <param name="Look">How it stands there.</param>
[Event("subscriptions.subscription_mirrored")]
internal sealed record SubscriptionMirrored(string OutsideId, ClientId ClientId, DateTimeOffset StartAt, MirroredLook Look) : MirroredSubscriptionEvent;

/// <summary>It stands otherwise at Stripe than was known here, and is shown so from now on.</summary>
/// <param name="Look">How it stands there, whole.</param>
[Event("subscriptions.mirror_followed")]
internal sealed record MirrorFollowed(MirroredLook Look) : MirroredSubscriptionEvent;

/// <summary>Something that a subscription of Stripe's asks money for.</summary>
/// <param name="Price">What Stripe calls the price; a plan that is linked with it is what the client has.</param>
/// <param name="Name">As Stripe's customers read it; null where nobody named it.</param>
/// <param name="UnitPrice">Of one, for each interval; null where Stripe computes it otherwise.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Interval">day, week, month or year.</param>
/// <param name="Every">So many intervals are a period.</param>
internal sealed record MirroredItem(string Price, string? Name, UnitPrice? UnitPrice, int Quantity, string Interval, int Every)
{
    private const decimal DaysOfYear = 365, WeeksOfYear = 52, MonthsOfYear = 12;

    /// <summary>What it comes to in a month: a year ÷ 12, a week × 52 ÷ 12, a day × 365 ÷ 12; nothing where the price is not known.</summary>
    public decimal Monthly() => (UnitPrice?.Value ?? 0) * Quantity / Every * Interval switch
    {
        "day" => DaysOfYear / MonthsOfYear,
        "week" => WeeksOfYear / MonthsOfYear,
        "year" => 1 / MonthsOfYear,
        _ => 1,
    };
}

/// <summary>How a subscription stands at Stripe.</summary>
/// <param name="Status">What it is.</param>
/// <param name="Currency">What it is billed in.</param>
/// <param name="Items">What it asks money for.</param>
/// <param name="PeriodFrom">Where the current period begins, UTC.</param>
/// <param name="PeriodTo">Where it ends, UTC.</param>
/// <param name="TrialEnds">UTC; null where there is no trial.</param>
/// <param name="CancelAtPeriodEnd">Whether it ends with the period that is paid for.</param>
/// <param name="EndedAt">UTC; null while it has not ended.</param>
internal sealed record MirroredLook(
    SubscriptionStatus Status, Currency Currency, ValueList<MirroredItem> Items, DateTimeOffset PeriodFrom, DateTimeOffset PeriodTo, DateTimeOffset? TrialEnds, bool CancelAtPeriodEnd, DateTimeOffset? EndedAt)
{
    /// <summary>What it comes to in a month while it is paid for, to four decimals; nothing while it is tried, stands still, or is over.</summary>
    public UnitPrice Monthly() => Status is SubscriptionStatus.Active or SubscriptionStatus.PastDue or SubscriptionStatus.Unpaid
        ? new(decimal.Round(Items.Sum(item => item.Monthly()), 4, MidpointRounding.AwayFromZero)) : default;
}

/// <summary>A subscription that Stripe bills, as it was seen there last.</summary>
/// <param name="Look">Null before anybody has looked.</param>
internal sealed record MirroredSubscription(string OutsideId, ClientId ClientId, DateTimeOffset StartAt, MirroredLook? Look) : IAggregate<MirroredSubscription>
{
    public static string Alias => "subscriptions.mirrored_subscription";

    public static MirroredSubscription Initial { get; } = new("", default, default, null);

    /// <summary>The stream of one of Stripe's subscriptions.</summary>
    public static Guid Of(string outsideId) => new(SHA256.HashData(Encoding.UTF8.GetBytes("mirrored subscription " + outsideId)).AsSpan(0, 16), bigEndian: true);

    public MirroredSubscription Apply(object happened) => happened switch
    {
        SubscriptionMirrored e => new MirroredSubscription(e.OutsideId, e.ClientId, e.StartAt, e.Look),
        MirrorFollowed e => this with { Look = e.Look },
        _ => throw new UnknownEventException(nameof(MirroredSubscription), happened),
    };

    /// <summary>Takes how it stands at Stripe now; the same again is no news.</summary>
    public Decision<MirroredSubscriptionEvent> Follow(MirroredSubscription now)
    {
        if (now.Look is not { } look || look == Look) return Decision.Nothing;
        return Look is null ? new SubscriptionMirrored(now.OutsideId, now.ClientId, now.StartAt, look) : new MirrorFollowed(look);
    }
}
