using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Billing.Subscriptions;

/// <summary>What an organisation's subscriptions allow, and by which plan.</summary>
/// <param name="Plan">As people call it.</param>
/// <param name="Limits">By name; null without limit.</param>
internal sealed record OrganisationMay(string Plan, IReadOnlyDictionary<string, long?> Limits)
{
    /// <summary>
    /// What subscriptions of a client allow at an instant: of several the largest limit. One that gives no access, because it is over or stands still, allows nothing of
    /// what it limited; without any there is nothing that limits.
    /// </summary>
    /// <param name="pastDue">Whether one gives access whose payment failed, as long as it is tried again.</param>
    /// <param name="mirrored">What it has and had that Stripe bills.</param>
    public static OrganisationMay? Of(IReadOnlyList<(Subscription Subscription, PlanOffer Terms)> subscriptions, DateTimeOffset at, bool pastDue = true, IReadOnlyList<SoldPlan>? mirrored = null) =>
        Of([.. subscriptions.Where(one => one.Subscription.StatusAt(at) != SubscriptionStatus.Incomplete).Select(one => new SoldPlan(one.Terms, one.Subscription.HasAccess(at, pastDue), one.Subscription.CanceledAt)), .. mirrored ?? []]);

    /// <summary>The same of whatever it has and had.</summary>
    /// <param name="begun">What it has and had, whoever bills it.</param>
    private static OrganisationMay? Of(IReadOnlyList<SoldPlan> begun)
    {
        if (begun.Count == 0) return null;
        var open = begun.Where(one => one.IsOpen).ToList();
        var limits = new Dictionary<string, long?>(StringComparer.Ordinal);
        if (open.Count == 0)
        {
            var last = begun.MaxBy(one => one.EndedAt ?? DateTimeOffset.MaxValue)!;
            foreach (var one in last.Terms.Entitlements) limits[one.Name] = 0;
            return new OrganisationMay(last.Terms.Name, limits);
        }
        foreach (var one in open.SelectMany(one => one.Terms.Entitlements))
            limits[one.Name] = !limits.TryGetValue(one.Name, out var other) ? one.Limit : other is null || one.Limit is null ? null : Math.Max(other.Value, one.Limit.Value);
        return new OrganisationMay(open.MaxBy(one => one.Terms.Tier)!.Terms.Name, limits);
    }
}

/// <summary>A plan that somebody has or had.</summary>
/// <param name="IsOpen">Whether they may use what it gives.</param>
/// <param name="EndedAt">UTC; null while it goes on.</param>
internal sealed record SoldPlan(PlanOffer Terms, bool IsOpen, DateTimeOffset? EndedAt);

/// <summary>
/// Says what the product's organisations may do that are clients of the operator's. Asked with every request, so it answers from memory, which is a few seconds old;
/// whoever is no client, or never subscribed, is limited by nothing.
/// </summary>
internal sealed class SoldEntitlements(EventStore.EventStore store, IEnumerable<IOrganisations> organisations, IInvoicing invoicing, ILogger<SoldEntitlements> log) : BackgroundService, IEntitlements
{
    // Of clients that were merged, those of all of them: $2 are the doubles, $3 who stays for each.
    private const string Subscribed = """
        with doubles as (select * from unnest($2::uuid[], $3::uuid[]) as d(id, stays))
        select o.organisation, s.id from subscriptions_organisations o
        left join doubles d on d.id = o.client_id
        join subscriptions_subscriptions s on s.tenant_id = o.tenant_id and (s.client_id = coalesce(d.stays, o.client_id) or s.client_id in (select id from doubles where stays = coalesce(d.stays, o.client_id)))
        where o.tenant_id = $1 and o.client_id is not null order by o.organisation, s.id
        """;

    // The same of what Stripe bills, as far as one of its prices stands for a plan.
    private const string Mirrored = """
        with doubles as (select * from unnest($2::uuid[], $3::uuid[]) as d(id, stays))
        select o.organisation, p.id, m.status, m.ended_at from subscriptions_organisations o
        left join doubles d on d.id = o.client_id
        join subscriptions_mirrored m on m.tenant_id = o.tenant_id and (m.client_id = coalesce(d.stays, o.client_id) or m.client_id in (select id from doubles where stays = coalesce(d.stays, o.client_id)))
        join subscriptions_plans p on p.tenant_id = m.tenant_id and exists (select from jsonb_array_elements_text(m.prices) as mine (price) where jsonb_exists(p.outside_prices, mine.price))
        where o.tenant_id = $1 and o.client_id is not null and m.status <> 'incomplete' and (m.ended_at is null or m.ended_at > m.start_at) order by o.organisation, m.id, p.sort_order, p.code
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private volatile IReadOnlyDictionary<string, OrganisationMay> _may = new Dictionary<string, OrganisationMay>(StringComparer.Ordinal);

    public long? Limit(TenantId organisation, string name) => _may.TryGetValue(organisation.Value, out var may) && may.Limits.TryGetValue(name, out var limit) ? limit : null;

    public string? Plan(TenantId organisation) => _may.TryGetValue(organisation.Value, out var may) ? may.Plan : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (organisations.FirstOrDefault() is not { } known) return;
        using var timer = new PeriodicTimer(Pause);
        try
        {
            do
            {
                try
                {
                    _may = await Read(store.Open(known.Operator, Actor.System), invoicing, stoppingToken);
                }
                catch (Exception failed) when (failed is not OperationCanceledException)
                {
                    log.LogWarning(failed, "What organisations may do could not be read; it is read again");
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the process ends
        }
    }

    private static async Task<IReadOnlyDictionary<string, OrganisationMay>> Read(Session session, IInvoicing invoicing, CancellationToken stop)
    {
        var merged = await invoicing.Merged(session, stop);
        NpgsqlParameter[] Doubles() => [new NpgsqlParameter<Guid[]> { TypedValue = [.. merged.Keys] }, new NpgsqlParameter<Guid[]> { TypedValue = [.. merged.Values] }];
        var mirrored = await session.Read(Mirrored, Doubles(), async reader =>
        {
            var found = new List<(string Organisation, Guid Plan, SubscriptionStatus Status, DateTimeOffset? EndedAt)>();
            while (await reader.ReadAsync(stop)) found.Add((reader.GetString(0), reader.GetGuid(1), MirroredSubscriptionRows.Read(reader.GetString(2)), reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3)));
            return found;
        }, stop);
        var ids = await session.Read(Subscribed, Doubles(), async reader =>
        {
            var found = new List<(string Organisation, Guid Id)>();
            while (await reader.ReadAsync(stop)) found.Add((reader.GetString(0), reader.GetGuid(1)));
            return found;
        }, stop);
        if (ids.Count == 0 && mirrored.Count == 0) return new Dictionary<string, OrganisationMay>(StringComparer.Ordinal);
        var pastDue = (await session.Begin().Load<SubscriptionSettings>(SubscriptionSettings.Id, stop, fresh: true)).State.Dunning.PastDueHasAccess;
        var may = new Dictionary<string, OrganisationMay>(StringComparer.Ordinal);
        foreach (var organisation in ids.Select(one => one.Organisation).Concat(mirrored.Select(one => one.Organisation)).Distinct(StringComparer.Ordinal))
        {
            var subscriptions = new List<(Subscription, PlanOffer)>();
            foreach (var (_, id) in ids.Where(one => one.Organisation == organisation))
            {
                var subscription = (await session.Streams<Subscription>().Load(id, stop)).State;
                subscriptions.Add((subscription, (await session.Streams<Plan>().Load(subscription.Has.PlanId.Value, stop)).State.Terms(subscription.Has.Version)));
            }
            var theirs = new List<SoldPlan>();
            foreach (var (_, plan, status, ended) in mirrored.Where(one => one.Organisation == organisation))
                theirs.Add(new SoldPlan((await session.Streams<Plan>().Load(plan, stop)).State.Newest.Terms, status is SubscriptionStatus.Trialing or SubscriptionStatus.Active || (status == SubscriptionStatus.PastDue && pastDue), ended));
            if (OrganisationMay.Of(subscriptions, session.Now, pastDue, theirs) is { } allowed) may[organisation] = allowed;
        }
        return may;
    }
}
