using System.Globalization;
using Billing.EventStore;
using Billing.Usage.Contracts;
using Npgsql;

namespace Billing.Subscriptions;

/// <summary>A subscription has a border to deal with.</summary>
internal sealed record SubscriptionDue(Guid Subscription)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "subscriptions.subscription_due";
}

/// <summary>
/// Deals with one border of a subscription: what it bills, the wish for its invoice, the end of this message and the message for the next border commit as one.
/// Periods that began while the product was off come one after the other, each with its own date. Told twice, or on many nodes at once, a border is dealt with
/// once: whoever comes second finds the subscription further on.
/// </summary>
internal sealed class When_a_period_begins(IMeteredUsage usage, ICoupons coupons) : MessageHandler<SubscriptionDue>(SubscriptionDue.Message)
{
    public override int Attempts => 100;

    public override int Together => 25;

    public override TimeSpan PauseAfter(int attempt) => AtMostAMinute(attempt);

    public override async Task Handle(Message<SubscriptionDue> message, Work work, CancellationToken stop)
    {
        var id = message.Body.Subscription;
        var before = await work.Load<Subscription>(id, stop, fresh: true);
        if (!before.Exists) return;
        var ground = await SubscriptionDesk.Whole(work, coupons, new(id), before.State, null, stop);
        // What cannot be priced stays due and is tried again; given up, it lies with the dead letters for somebody to see.
        if (await ground.Readings.For(work.Session, usage, ground, () => Renewal.Next(before.State, ground, work.At), stop) is { } unpriced) throw new InvalidOperationException($"{unpriced.Code}: {unpriced.Sentence}");
        work.Decide<Subscription, SubscriptionEvent>(id, subscription => Renewal.Next(subscription, ground, work.At).ToList());
        var after = await SubscriptionDesk.Ask(work, new(id), before.State, stop);
        if (after.Version > before.Version && after.State.DueAt <= work.At) work.Send(SubscriptionDue.Message, message.Body);
    }

    protected override Task Prepare(IReadOnlyList<SubscriptionDue> bodies, Work work, CancellationToken stop) => work.LoadMany<Subscription>([.. bodies.Select(due => due.Subscription)], stop);
}

/// <summary>Sees to it, every quarter of an hour, that subscriptions whose period has begun in their client's zone are billed: no zone's midnight lies between.</summary>
internal sealed class SubscriptionBorders() : Job("subscriptions.borders", Recurrence.Every(TimeSpan.FromMinutes(15)), perTenant: true)
{
    private const string Due = "select id, version from subscriptions_subscriptions where tenant_id = $1 and next_at <= $2 order by next_at, id";

    protected override async Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        var due = await work.Session.Read(Due, [new NpgsqlParameter<DateTimeOffset> { TypedValue = work.At }], async row =>
        {
            var found = new List<(Guid Id, long Version)>();
            while (await row.ReadAsync(stop)) found.Add((row.GetGuid(0), row.GetInt64(1)));
            return found;
        }, stop);
        // One that cannot be billed is tried for hours by its message; a further one each day is enough.
        foreach (var (id, version) in due) work.Send(SubscriptionDue.Message, new SubscriptionDue(id), key: string.Create(CultureInfo.InvariantCulture, $"{id}/{version}/{work.At.UtcDateTime:yyyy-MM-dd}"));
    }
}
