using System.Globalization;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Usage.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Subscriptions;

/// <summary>Decides on a subscription with its plans, and asks for the invoice of whatever that bills, in one commit.</summary>
internal sealed class SubscriptionDesk(Session session, Organisation here, CommandEdge edge, IMeteredUsage usage, ICoupons coupons)
{
    private const int Tries = 20;

    /// <summary>The calendar day it is now where the organisation is.</summary>
    public DateOnly Today => LocalDay.Of(session.Now, here.TimeZone);

    /// <summary>The organisation's zone, by its name.</summary>
    public string Zone => here.TimeZone.Id;

    /// <summary>Starts one, with everything that is due of it by now.</summary>
    /// <param name="first">What is decided before it, in the same commit; it may be decided anew, and a refusal ends it.</param>
    public Task<IResult> Start(SubscriptionId id, PlanId plan, Func<Subscription, DateTimeOffset, Decision<SubscriptionEvent>> decide, CancellationToken stop, Func<Work, Task<Refusal?>>? first = null) => Run(id, starts: true, plan, (subscription, ground, at) =>
    {
        var decision = decide(subscription, at);
        if (decision.Refusal is not null) return decision;
        List<SubscriptionEvent> happened = [.. decision.Events];
        var started = happened.Aggregate(subscription, (so, one) => so.Apply(one));
        happened.AddRange(Renewal.CatchUp(started, ground, at).Happened);
        return happened;
    }, stop, first);

    /// <summary>Decides on one that is there.</summary>
    /// <param name="plan">A further plan that the decision looks at.</param>
    public Task<IResult> Decide(SubscriptionId id, PlanId? plan, Func<Subscription, SubscriptionGround, DateTimeOffset, Decision<SubscriptionEvent>> decide, CancellationToken stop) => Run(id, starts: false, plan, decide, stop);

    /// <summary>What a decision would come to; nothing is written.</summary>
    public async Task<IResult> Preview(SubscriptionId id, PlanId? plan, Func<Subscription, SubscriptionGround, DateTimeOffset, Decision<SubscriptionEvent>> decide, CancellationToken stop)
    {
        var work = session.Begin();
        var before = await work.Load<Subscription>(id.Value, stop, fresh: true);
        if (!before.Exists) return Problems.NotFound;
        var ground = await Whole(work, coupons, id, before.State, plan, stop);
        return Shown(await Previewed(ground, () => (before.State, decide(before.State, ground, work.At)), stop));
    }

    /// <summary>What starting one would bill by now, and its next invoice; nothing is written.</summary>
    public async Task<IResult> PreviewStart(PlanId plan, Func<DateTimeOffset, Decision<SubscriptionEvent>> decide, CancellationToken stop) => Shown(await ForeseeStart(plan, decide, stop));

    /// <summary>The same for a page of ours.</summary>
    public async Task<Result<SubscriptionPreview>> ForeseeStart(PlanId plan, Func<DateTimeOffset, Decision<SubscriptionEvent>> decide, CancellationToken stop)
    {
        var work = session.Begin();
        if ((await work.Load<SubscriptionSettings>(SubscriptionSettings.Id, stop, fresh: true)).State.StripeBills) return SubscriptionNo.StripeBills;
        var ground = await Whole(work, coupons, new SubscriptionId(session.NewId()), Subscription.Initial, plan, stop);
        return await Previewed(ground, () =>
        {
            var decision = decide(work.At);
            var started = decision.Events.Aggregate(Subscription.Initial, (so, one) => so.Apply(one));
            return (started, decision.Refusal is null ? Renewal.CatchUp(started, ground, work.At).Happened : decision);
        }, stop);
    }

    /// <summary>What a change of one that is there would come to, for a page of ours.</summary>
    public async Task<Result<SubscriptionPreview>> Foresee(SubscriptionId id, PlanId? plan, Func<Subscription, SubscriptionGround, DateTimeOffset, Decision<SubscriptionEvent>> decide, CancellationToken stop)
    {
        var work = session.Begin();
        var before = (await work.Load<Subscription>(id.Value, stop, fresh: true)).State;
        var ground = await Whole(work, coupons, id, before, plan, stop);
        return await Previewed(ground, () => (before, decide(before, ground, work.At)), stop);
    }

    /// <param name="decide">What it is decided on, and what would happen.</param>
    private async Task<Result<SubscriptionPreview>> Previewed(SubscriptionGround ground, Func<(Subscription Before, Decision<SubscriptionEvent> Decision)> decide, CancellationToken stop)
    {
        Result<SubscriptionPreview> came = default;
        var unpriced = await ground.Readings.For(session, usage, ground, () =>
        {
            var (before, decision) = decide();
            if (decision.Refusal is { } refused) came = refused;
            else came = SubscriptionPreview.Of(before, decision.Events, ground);
        }, stop);
        return unpriced is null ? came : unpriced;
    }

    private IResult Shown(Result<SubscriptionPreview> previewed) => previewed.TryGet(out var preview, out var refused) ? Answer.Of(preview) : edge.Refused(refused);

    private async Task<IResult> Run(SubscriptionId id, bool starts, PlanId? plan, Func<Subscription, SubscriptionGround, DateTimeOffset, Decision<SubscriptionEvent>> decide, CancellationToken stop, Func<Work, Task<Refusal?>>? first = null)
    {
        using var turn = await session.Turn(id.Value, stop);
        for (var tries = 1; ; tries++)
        {
            var work = session.Begin();
            var before = await work.Load<Subscription>(id.Value, stop, fresh: true);
            if (!before.Exists && !starts) return Problems.NotFound;
            if (!starts && edge.Expected is { } seen && seen != before.Version) return Problems.Conflict(SubscriptionCard.Of(id, before, await Ground(work, [before.State.Has.PlanId, before.State.Next?.PlanId], stop), work.At));
            if (starts)
            {
                var settings = await work.Load<SubscriptionSettings>(SubscriptionSettings.Id, stop, fresh: true);
                if (settings.State.StripeBills) return edge.Refused(SubscriptionNo.StripeBills);
                BillingWayGround.Begins(work, settings.Version);
            }
            if (first is not null && await first(work) is { } closed) return edge.Refused(closed);
            var ground = await Whole(work, coupons, id, before.State, plan, stop);
            if (await ground.Readings.For(session, usage, ground, () => decide(before.State, ground, work.At), stop) is { } unpriced) return edge.Refused(unpriced);
            if (work.Decide<Subscription, SubscriptionEvent>(id.Value, subscription => decide(subscription, ground, work.At)) is { } refused) return edge.Refused(refused);
            var after = await Ask(work, id, before.State, stop);
            TrialEndsSoon.With(work, id, starts ? null : before.State, after);
            foreach (var taken in after.State.Coupons.Where(coupon => !before.State.Coupons.Exists(had => had.Code == coupon.Code)))
                if (await coupons.Redeem(work, taken.Code, after.State.ClientId.Value, id.ToString(), Today, stop) is { } unredeemed) return edge.Refused(unredeemed);
            ground = await Ground(work, [after.State.Has.PlanId, after.State.Next?.PlanId], stop);
            var answer = Answer.Of(SubscriptionCard.Of(id, after, ground, work.At), after.Version, starts ? 201 : 200, starts ? $"/api/subscriptions/{id}" : null);
            try
            {
                await work.Commit(edge.Remember(answer));
                return edge.Kept(answer);
            }
            catch (ConcurrencyException) when (tries < Tries)
            {
                // decided anew on what is there now
            }
            catch (RowTakenException taken)
            {
                return await edge.Taken(taken, stop);
            }
        }
    }

    /// <summary>Loads plans and settings; both as they are now: another node may have revised them, and no version of theirs is checked.</summary>
    public static async Task<SubscriptionGround> Ground(Work work, IEnumerable<PlanId?> plans, CancellationToken stop)
    {
        var found = new Dictionary<PlanId, Plan>();
        foreach (var id in plans.OfType<PlanId>().Where(id => id.Value != default)) found[id] = (await work.Load<Plan>(id.Value, stop, fresh: true)).State;
        var settings = (await work.Load<SubscriptionSettings>(SubscriptionSettings.Id, stop, fresh: true)).State;
        return new SubscriptionGround(found, settings.Proration, settings.Dunning.PastDueHasAccess);
    }

    /// <summary>Everything that one is decided on, but for what it meters.</summary>
    /// <param name="plan">A further plan that the decision looks at.</param>
    public static async Task<SubscriptionGround> Whole(Work work, ICoupons coupons, SubscriptionId id, Subscription subscription, PlanId? plan, CancellationToken stop)
    {
        var withdrawn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var coupon in subscription.Coupons.Where(coupon => coupon.Holds))
            if (await coupons.Find(work.Session, coupon.Code, stop) is not { Withdrawn: false }) withdrawn.Add(coupon.Code);
        return await Ground(work, [.. subscription.PlanIds, plan], stop) with { Id = id, Withdrawn = withdrawn };
    }

    /// <summary>Asks for the invoices of what the work has billed so far.</summary>
    public static async Task<Versioned<Subscription>> Ask(Work work, SubscriptionId id, Subscription before, CancellationToken stop)
    {
        var after = await work.Load<Subscription>(id.Value, stop);
        var then = (await work.Load<SubscriptionSettings>(SubscriptionSettings.Id, stop, fresh: true)).State.Invoices;
        foreach (var bill in after.State.Bills.Skip(before.Bills.Count).Where(bill => bill.Lines.Any(SubscriptionFact.Costs))) SubscriptionFact.Invoice(id, after.State, bill, then).With(work);
        if (after.State.GivenBack.Count > 0 && before.CanceledAt is null) SubscriptionFact.Back(id, after.State, LocalDay.Of(work.At, after.State.Zone), then).With(work);
        return after;
    }
}

/// <summary>How a line of a subscription is called by those who bill it: subscription, bill, place on it.</summary>
internal readonly record struct SubscriptionFact(SubscriptionId Id, int Bill, int Line)
{
    public const string Module = "subscriptions";
    public const string Kind = "subscription_line";

    /// <summary>What a bill is called.</summary>
    public static string Reference(SubscriptionId id, int bill) => string.Create(CultureInfo.InvariantCulture, $"{id}/{bill}");

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static SubscriptionFact? Read(string text) =>
        text.Split('/') is [var id, var bill, var line] && Guid.TryParse(id, out var read) && int.TryParse(bill, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? new(new(read), number, place) : null;

    /// <summary>Whether a line is asked for: what was used and costs nothing is only noted.</summary>
    public static bool Costs(SubscriptionLine line) => line.Metered is null || !line.Amount.IsZero;

    /// <summary>The invoice of a bill.</summary>
    public static InvoiceCharges Invoice(SubscriptionId id, Subscription subscription, SubscriptionBill bill, InvoiceOutcome then) => new(
        Module, Reference(id, bill.Number), id.ToString(),
        [
            .. bill.Lines.Index().Where(one => Costs(one.Item)).Select(one => new PostCharge(
                Module, Kind, new SubscriptionFact(id, bill.Number, one.Index).ToString(), 1, subscription.ClientId.Value, one.Item.Description, one.Item.Quantity, one.Item.UnitPrice, subscription.Currency, bill.On, one.Item.Days, one.Item.TaxCategory)),
        ],
        bill.On, new Period(bill.Lines.Min(line => line.Days.From), bill.Lines.Max(line => line.Days.Through)), then);

    /// <summary>What is given back at its end, off the invoices of its last period, the latest first.</summary>
    public static GiveBack Back(SubscriptionId id, Subscription subscription, DateOnly on, InvoiceOutcome then)
    {
        var billed = subscription.Bills.Where(bill => bill.Reason != BillReason.End && bill.Lines.Any(Costs)).Reverse().ToList();
        var last = billed.FindIndex(bill => bill.Reason == BillReason.Period);
        return new GiveBack(
            Module, $"{id}/back", id.ToString(), [.. billed.Take(last < 0 ? billed.Count : last + 1).Select(bill => Reference(id, bill.Number))],
            [.. subscription.GivenBack.Select((line, place) => new PostCharge(Module, Kind, new SubscriptionFact(id, GivenBack, place).ToString(), 1, subscription.ClientId.Value, line.Description, line.Quantity, line.UnitPrice, subscription.Currency, on, line.Days, line.TaxCategory))],
            "The subscription has ended.", on, then);
    }

    /// <summary>In place of a bill's number: what is given back.</summary>
    public const int GivenBack = 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}/{Bill}/{Line}");
}
