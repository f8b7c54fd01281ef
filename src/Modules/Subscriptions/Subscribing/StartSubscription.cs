using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Usage.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Billing.Subscriptions;

/// <summary>A client subscribes to a plan.</summary>
/// <param name="ClientId">Who, and who pays.</param>
/// <param name="PlanCode">The plan; its newest version.</param>
/// <param name="Quantity">How many seats.</param>
/// <param name="StartAt">From this instant on; left out: now. One that is past is caught up with, period by period.</param>
/// <param name="TrialDays">For so many times 24 hours nothing is asked for; left out: as the plan has it.</param>
/// <param name="AnchorDay">The day of the month on which it is billed; left out: the day on which what is paid for begins.</param>
/// <param name="Anchor">What billing days count from; left out: the start.</param>
/// <param name="Currency">What it is billed in; left out: the client's.</param>
/// <param name="TimeZone">Whose days its periods are made of; left out: the organisation's.</param>
/// <param name="AlongOthers">Whether the client may have another one of the family beside it.</param>
/// <param name="OutsideId">Under which another system knows it.</param>
/// <param name="Coupon">The code of a coupon that takes something off from the first period on.</param>
/// <param name="Backdate">Whether it may begin longer ago than the settings let it: then every period since is billed at once.</param>
internal sealed record StartSubscription(
    ClientId ClientId, string PlanCode, int Quantity = 1, DateTimeOffset? StartAt = null, int? TrialDays = null, int? AnchorDay = null, BillingAnchor Anchor = BillingAnchor.Anniversary, Currency? Currency = null, string? TimeZone = null,
    bool AlongOthers = false, string? OutsideId = null, string? Coupon = null, bool Backdate = false)
{
    /// <param name="furthest">How many of the plan's periods back it may begin.</param>
    /// <param name="offered">The coupon that is wanted, or null.</param>
    public Decision<SubscriptionEvent> Decide(PlanId planId, Plan plan, BilledClient? client, string usualZone, DateTimeOffset now, int furthest = SubscriptionSettings.UsuallyBack, OfferedCoupon? offered = null)
    {
        if (client is null) return SubscriptionNo.UnknownClient;
        if (!client.IsActive) return SubscriptionNo.ClientNotActive(client.Name);
        if (plan.IsArchived) return SubscriptionNo.PlanArchived;
        var terms = plan.Newest.Terms;
        if (Seats(terms, Quantity) is { } odd) return odd;
        if ((Currency ?? client.Currency) is var currency && !terms.IsPricedIn(currency)) return SubscriptionNo.NotPricedIn(currency);
        var start = (StartAt ?? now).ToUniversalTime();
        if (start.Year is < 2000 or > 2999) return SubscriptionNo.BadStart;
        if (!Backdate && start < terms.Interval.Before(now, furthest)) return SubscriptionNo.LongPast(furthest);
        var trial = TrialDays ?? terms.TrialDays;
        if (trial is < 0 or > PlanOffer.LongestTrial) return new Refusal("bad-trial", $"A trial is 0 to {PlanOffer.LongestTrial} days.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone ?? usualZone, out var zone)) return SubscriptionNo.UnknownZone;
        if (AnchorDay is < 1 or > 31 || (AnchorDay is not null && (Anchor == BillingAnchor.Calendar || terms.Interval.Unit == IntervalUnit.Week))) return SubscriptionNo.BadAnchor;
        if (!PlainText.Note(OutsideId, 200).TryGet(out var outside, out var refused)) return refused;
        // Days of a trial are days on the wall, too: hours that clocks gain or lose within it move no billing day.
        var calendar = new SubscriptionCalendar(LocalDay.Of(start, zone).AddDays(trial), terms.Interval, Anchor, AnchorDay is { } day ? new BillingDay(day) : null);
        var started = new SubscriptionStarted(new(client.Id), planId, plan.Newest.Number, Quantity, currency, zone.Id, start, trial, calendar, terms.Family, AlongOthers, outside.Length == 0 ? null : outside);
        if (Coupon is null) return started;
        return TakeCoupon.Of(Subscription.Initial.Apply(started), offered).TryGet(out var taken, out refused) ? new List<SubscriptionEvent> { started }.Concat(taken).ToList() : refused;
    }

    /// <summary>Why a plan is not sold so many times, or null.</summary>
    public static Refusal? Seats(PlanOffer terms, int quantity)
    {
        if (quantity is < 1 or > 1_000_000) return SubscriptionNo.BadQuantity;
        return quantity > 1 && !terms.HasSeats() ? SubscriptionNo.NoSeats : null;
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/subscriptions", async (StartSubscription command, SubscriptionDesk desk, Session session, [FromServices] IInvoicing invoicing, [FromServices] ICoupons coupons, CommandEdge edge, CancellationToken stop) =>
            await command.Wanted(session, invoicing, coupons, stop) is not { } wanted ? edge.Refused(SubscriptionNo.UnknownPlan) : await desk.Start(new SubscriptionId(session.NewId()), wanted.Id, (_, at) => command.Decide(wanted, desk.Zone, at), stop))
            .Produces<SubscriptionCard>(201).Requires(Permission.KeepSubscriptions).WithSummary("Subscribe a client to a plan");

        app.MapPost("/api/subscriptions/preview", async (StartSubscription command, SubscriptionDesk desk, Session session, [FromServices] IInvoicing invoicing, [FromServices] ICoupons coupons, CommandEdge edge, CancellationToken stop) =>
            await command.Wanted(session, invoicing, coupons, stop) is not { } wanted ? edge.Refused(SubscriptionNo.UnknownPlan) : await desk.PreviewStart(wanted.Id, at => command.Decide(wanted, desk.Zone, at), stop))
            .Produces<SubscriptionPreview>().Requires(Permission.KeepSubscriptions).WithSummary("What subscribing a client would bill by now, and the invoice after that; nothing is changed");
    }

    /// <param name="named">What it names.</param>
    public Decision<SubscriptionEvent> Decide(Named named, string usualZone, DateTimeOffset now) => Decide(named.Id, named.Plan, named.Client, usualZone, now, named.Furthest, named.Coupon);

    /// <summary>What the command names; null where there is no such plan.</summary>
    /// <param name="coming">Somebody who becomes a client with it.</param>
    public async Task<Named?> Wanted(Session session, IInvoicing invoicing, ICoupons coupons, CancellationToken stop, BilledClient? coming = null)
    {
        if (await ListPlans.Find(session, PlanCode, stop) is not { } id) return null;
        return new Named(
            id, (await session.Streams<Plan>().Load(id.Value, stop)).State, coming ?? await invoicing.Client(session, ClientId.Value, stop),
            (await session.Streams<SubscriptionSettings>().Load(SubscriptionSettings.Id, stop)).State.PeriodsBack, Coupon is { } code ? await coupons.Find(session, code, stop) : null);
    }

    /// <summary>What a command names.</summary>
    /// <param name="Furthest">How many of the plan's periods back it may begin.</param>
    internal sealed record Named(PlanId Id, Plan Plan, BilledClient? Client, int Furthest, OfferedCoupon? Coupon);
}
