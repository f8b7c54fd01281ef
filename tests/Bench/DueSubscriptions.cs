using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Subscriptions;

namespace Billing.Testing;

/// <summary>Subscriptions that began some time ago and whose further periods nobody billed, as if the product had been off: made by the decisions that it takes, past its clock.</summary>
internal static class DueSubscriptions
{
    private const int Together = 500;

    /// <summary>What a product is asked for before: the plan that they are subscribed to.</summary>
    public static object Plan { get; } = new { code = "pro", terms = new { name = "Pro", interval = new { unit = "month" }, components = new[] { new { code = "base", name = "Pro", kind = "fixed", prices = new[] { new { amount = "29.00", currency = "USD" } } } }, entitlements = Array.Empty<object>() } };

    /// <summary>Subscribes each client, with one period billed that no invoice is asked for, and tells of the next border.</summary>
    /// <param name="database">Of a product whose only plan is <see cref="Plan"/>; best of one that does not run.</param>
    /// <param name="plan">Its id.</param>
    /// <param name="tenant">Whose.</param>
    /// <param name="clients">Their ids.</param>
    /// <param name="since">How long ago they began.</param>
    /// <param name="times">How often each is told of.</param>
    public static async Task Make(Database database, string tenant, Guid plan, IEnumerable<Guid> clients, TimeSpan since, int times = 1)
    {
        var model = new StoreModel();
        new SubscriptionsModule().AddToStore(model);
        await using var store = new EventStore.EventStore(database, model, TimeProvider.System);
        var session = store.Open(new TenantId(tenant), Actor.System, correlationId: "due"); // as the job tells of them: in one act, so that they are handled together
        var planId = new PlanId(plan);
        var offered = (await session.Streams<Plan>().Load(plan, CancellationToken.None)).State;
        foreach (var some in clients.Chunk(Together))
        {
            var work = session.Begin();
            foreach (var client in some)
            {
                var id = session.NewId();
                work.New<Subscription>(id);
                if (work.Decide<Subscription, SubscriptionEvent>(id, _ => Begun(planId, offered, client, work.At - since)) is { } refused) throw new InvalidOperationException(refused.Sentence);
                for (var n = 0; n < times; n++) work.Send(SubscriptionDue.Message, new SubscriptionDue(id));
            }
            await work.Commit();
        }
    }

    private static Decision<SubscriptionEvent> Begun(PlanId planId, Plan plan, Guid client, DateTimeOffset start)
    {
        var started = new StartSubscription(new ClientId(client), "pro", StartAt: start).Decide(planId, plan, new BilledClient(client, "", Currency.Parse("USD"), true), "UTC", start);
        if (started.Refusal is not null) return started;
        var ground = new SubscriptionGround(new Dictionary<PlanId, Plan> { [planId] = plan }, ProrationRule.Usual);
        return started.Events.Concat(Renewal.CatchUp(started.Events.Aggregate(Subscription.Initial, (so, one) => so.Apply(one)), ground, start).Happened).ToList();
    }
}
