using System.Text.Json;
using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>From an instant on a subscription of Stripe's comes to so much in a month.</summary>
/// <param name="At">UTC.</param>
/// <param name="Monthly">Nothing while it is not paid for.</param>
internal sealed record MirroredStep(DateTimeOffset At, UnitPrice Monthly);

/// <summary>A subscription that Stripe bills, as it is found.</summary>
/// <param name="Status">As <see cref="SubscriptionStatus"/>.</param>
/// <param name="Prices">What Stripe calls the prices of its items.</param>
/// <param name="Steps">What it was worth, and when; oldest first.</param>
internal sealed record MirroredSubscriptionRow(
    Guid Id, string OutsideId, Guid ClientId, string Status, string Currency, [property: Jsonb] ValueList<MirroredItem> Items, [property: Jsonb] ValueList<string> Prices, DateTimeOffset StartAt, DateTimeOffset PeriodFrom, DateTimeOffset PeriodTo,
    DateTimeOffset? TrialEnds, bool Ends, DateTimeOffset? EndedAt, [property: Jsonb] ValueList<MirroredStep> Steps, long Version);

internal sealed class MirroredSubscriptionRows : Projection<MirroredSubscriptionRow>
{
    public MirroredSubscriptionRows() : base("subscriptions.mirrored_subscriptions", new RowTable<MirroredSubscriptionRow>("subscriptions_mirrored"), Lifecycle.Inline, inlineStream: MirroredSubscription.Alias)
    {
        CoversAll<MirroredSubscriptionEvent>();
        Uses<SubscriptionMirrored>((_, e, at) => Looking(new MirroredSubscriptionRow(at.StreamId, e.OutsideId, e.ClientId.Value, "", e.Look.Currency.Code, [], [], e.StartAt, default, default, null, false, null, First(e), at.Version), e.Look, at));
        Uses<MirrorFollowed>((row, e, at) => Looking(row! with { Steps = Next(row.Steps, e.Look, e.Look.EndedAt ?? at.At) }, e.Look, at));
    }

    /// <summary>A status as rows have it.</summary>
    public static string Text(SubscriptionStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());

    /// <summary>Reads what <see cref="Text"/> wrote.</summary>
    public static SubscriptionStatus Read(string status) => Enum.Parse<SubscriptionStatus>(status, ignoreCase: true);

    private static MirroredSubscriptionRow Looking(MirroredSubscriptionRow row, MirroredLook look, StoredEvent at) => row with
    {
        Status = Text(look.Status), Currency = look.Currency.Code, Items = look.Items, Prices = look.Items.Select(item => item.Price).ToValueList(), PeriodFrom = look.PeriodFrom, PeriodTo = look.PeriodTo, TrialEnds = look.TrialEnds,
        Ends = look.CancelAtPeriodEnd, EndedAt = look.EndedAt, Version = at.Version,
    };

    /// <summary>One that was there before anybody looked was worth the same since it is paid for, and nothing from its end on.</summary>
    private static ValueList<MirroredStep> First(SubscriptionMirrored e)
    {
        var since = e.Look.TrialEnds is { } trial && trial > e.StartAt ? trial : e.StartAt;
        if (e.Look.EndedAt is not { } ended) return Next([], e.Look, since);
        return ended <= since ? [] : Next(Next([], e.Look with { Status = SubscriptionStatus.Active }, since), e.Look, ended);
    }

    private static ValueList<MirroredStep> Next(ValueList<MirroredStep> steps, MirroredLook look, DateTimeOffset at)
    {
        var monthly = look.Monthly();
        if ((steps.Count == 0 ? default : steps[^1].Monthly) == monthly) return steps;
        // Stripe's end may lie before a step that was seen here: no step goes back in time.
        if (steps.Count > 0 && at < steps[^1].At) at = steps[^1].At;
        return [.. steps, new MirroredStep(at, monthly)];
    }
}
