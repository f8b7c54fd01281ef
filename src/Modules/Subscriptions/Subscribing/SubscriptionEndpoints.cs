using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Usage.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Billing.Subscriptions;

/// <summary>Subscriptions over HTTP, but for their list: changed, ended, paused, resumed, tried again, looked at.</summary>
internal static class SubscriptionEndpoints
{
    private const string One = "/api/subscriptions/{id}";

    public static void Map(IEndpointRouteBuilder app)
    {
        StartSubscription.Map(app);
        ListSubscriptions.Map(app);

        app.MapGet(One, Show).Produces<SubscriptionCard>().Requires(Permission.SeeSubscriptions).WithSummary("A subscription: what it is, when it renews, what was billed and how far each invoice is");

        app.MapPatch(One, async (SubscriptionId id, ChangeSubscription command, SubscriptionDesk desk, Session session, CommandEdge edge, [FromServices] ICoupons coupons, CancellationToken stop) =>
        {
            if (await Wanted(session, command, stop) is not { } plan) return edge.Refused(SubscriptionNo.UnknownPlan);
            var offered = command.Coupon is { } code ? await coupons.Find(session, code, stop) : null;
            return await desk.Decide(id, plan.Id, (subscription, ground, at) => command.Decide(subscription, plan.Id, ground, at, offered), stop);
        }).Produces<SubscriptionCard>().Requires(Permission.KeepSubscriptions).WithSummary("Change plan or quantity, at once or with the next period; let it end with its period, or go on; take or drop a coupon");

        app.MapPost(One + "/preview", async (SubscriptionId id, ChangeSubscription? command, SubscriptionDesk desk, Session session, CommandEdge edge, [FromServices] ICoupons coupons, CancellationToken stop, bool immediately = false, [AllowedValues("credit", "keep", "refund")] string? unused = null) =>
        {
            if (!Reads(unused, out var rest)) return NoSuchUnused;
            if (immediately) return await desk.Preview(id, null, (subscription, ground, at) => EndSubscription.Now(subscription, rest, ground, at), stop);
            if (await Wanted(session, command ?? new(), stop) is not { } plan) return edge.Refused(SubscriptionNo.UnknownPlan);
            var offered = command?.Coupon is { } code ? await coupons.Find(session, code, stop) : null;
            // Without a wish it is only the next invoice that is asked for.
            return await desk.Preview(id, plan.Id, (subscription, ground, at) => command?.IsEmpty() != false ? Renewal.CatchUp(subscription, ground, at).Happened : command.Decide(subscription, plan.Id, ground, at, offered), stop);
        }).Produces<SubscriptionPreview>().Requires(Permission.SeeSubscriptions).WithSummary("What a change would bill, or an immediate end, and the next invoice; nothing is changed");

        app.MapDelete(One, (SubscriptionId id, SubscriptionDesk desk, CancellationToken stop, bool immediately = false, [AllowedValues("credit", "keep", "refund")] string? unused = null) => !Reads(unused, out var rest)
                ? Task.FromResult<IResult>(NoSuchUnused)
                : immediately
                ? desk.Decide(id, null, (subscription, ground, at) => EndSubscription.Now(subscription, rest, ground, at), stop)
                : desk.Decide(id, null, (subscription, ground, at) => new ChangeSubscription(CancelAtPeriodEnd: true).Decide(subscription, null, ground, at), stop))
            .Produces<SubscriptionCard>().Requires(Permission.KeepSubscriptions).WithSummary("Cancel a subscription with its period, which can be undone until then; or immediately, with a credit or a refund for what is unused or without");

        app.MapPost(One + "/pause", (SubscriptionId id, PauseSubscription? command, SubscriptionDesk desk, CancellationToken stop) => desk.Decide(id, null, (subscription, ground, at) => EndSubscription.Pause(subscription, command?.KeepAccess ?? false, ground, at), stop))
            .Produces<SubscriptionCard>().Requires(Permission.KeepSubscriptions).WithSummary("Pause a subscription: no further period is billed until it is resumed");

        app.MapPost(One + "/resume", (SubscriptionId id, SubscriptionDesk desk, CancellationToken stop) => desk.Decide(id, null, (subscription, _, at) => EndSubscription.Resume(subscription, at), stop))
            .Produces<SubscriptionCard>().Requires(Permission.KeepSubscriptions).WithSummary("Resume a paused subscription; what is left of a period that has begun meanwhile is billed");

        app.MapPost(One + "/retry", Retry).Produces<SubscriptionCard>(202).Requires(Permission.KeepSubscriptions).WithSummary("Try again the invoices of a subscription that were parked");

        app.MapGet(One + "/history", async (SubscriptionId id, Session session, CancellationToken stop, string? at = null) => await SubscriptionHistory.Of(session, id, at, stop))
            .Produces<SubscriptionHistory>().Requires(Permission.SeeSubscriptions).WithSummary("What happened to a subscription, and what it was at an instant");
    }

    private static Problem NoSuchUnused => Problems.BadRequest(new Fault("?unused", "What is unused is credit, keep or refund."));

    /// <summary>Reads what becomes of what is unused; left out it is credited. Addresses write it as JSON does, which an enum's own reading does not know.</summary>
    private static bool Reads(string? text, out Unused unused) => Enum.TryParse(text ?? nameof(Unused.Credit), ignoreCase: true, out unused) && Enum.IsDefined(unused);

    /// <summary>The plan that a change names; no plan where it names none, null where there is no such plan.</summary>
    private static async Task<(PlanId? Id, bool Known)?> Wanted(Session session, ChangeSubscription command, CancellationToken stop)
    {
        if (command.PlanCode is null) return (null, true);
        return await ListPlans.Find(session, command.PlanCode, stop) is { } id ? (id, true) : null;
    }

    private static async Task<IResult> Show(SubscriptionId id, Session session, [FromServices] IInvoicing invoicing, CancellationToken stop)
    {
        var work = session.Begin();
        var now = await work.Load<Subscription>(id.Value, stop, fresh: true);
        if (!now.Exists) return Problems.NotFound;
        var ground = await SubscriptionDesk.Ground(work, [now.State.Has.PlanId, now.State.Next?.PlanId], stop);
        var invoices = await session.Read(invoicing.Wanted(SubscriptionFact.Module, [.. now.State.Bills.Select(bill => SubscriptionFact.Reference(id, bill.Number))]), stop);
        return Answer.Of(SubscriptionCard.Of(id, now, ground, work.At, invoices), now.Version);
    }

    private static async Task<IResult> Retry(SubscriptionId id, Session session, [FromServices] IInvoicing invoicing, CommandEdge edge, CancellationToken stop)
    {
        var work = session.Begin();
        var now = await work.Load<Subscription>(id.Value, stop, fresh: true);
        if (!now.Exists) return Problems.NotFound;
        var ground = await SubscriptionDesk.Ground(work, [now.State.Has.PlanId, now.State.Next?.PlanId], stop);
        var invoices = await session.Read(invoicing.Wanted(SubscriptionFact.Module, [.. now.State.Bills.Select(bill => SubscriptionFact.Reference(id, bill.Number))]), stop);
        foreach (var parked in invoices.Where(one => one.Value.State == WantedInvoiceState.Parked)) new InvoiceChargesAgain(SubscriptionFact.Module, parked.Key).With(work);
        return await edge.Commit(work, Answer.Of(SubscriptionCard.Of(id, now, ground, work.At, invoices), now.Version, 202), stop);
    }
}

/// <summary>No further period is billed for now.</summary>
/// <param name="KeepAccess">Whether the client may use meanwhile what the plan gives.</param>
internal sealed record PauseSubscription(bool KeepAccess = false);

/// <summary>What happened to a subscription.</summary>
/// <param name="Items">Oldest first, up to the instant asked for.</param>
/// <param name="Then">What it was then; null where it was not yet.</param>
internal sealed record SubscriptionHistory(IReadOnlyList<SubscriptionPast> Items, SubscriptionCard? Then)
{
    public static async Task<IResult> Of(Session session, SubscriptionId id, string? at, CancellationToken stop)
    {
        var moment = session.Now;
        if (at is not null && !DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment)) return Problems.BadRequest(new Fault("?at", "Write an instant such as 2025-11-14T09:30:00Z."));
        if (!(await session.Streams<Subscription>().Peek(id.Value, stop)).Exists) return Problems.NotFound;
        var (items, then) = (new List<SubscriptionPast>(), new Versioned<Subscription>(Subscription.Initial, 0));
        await foreach (var happened in session.History(id.Value, 0, stop))
        {
            if (happened.At > moment) break;
            then = new(then.State.Apply(happened.Data), happened.Version);
            items.Add(new SubscriptionPast(happened.Version, happened.At, happened.Recorded.Actor, happened.Alias));
        }
        if (!then.Exists) return Answer.Of(new SubscriptionHistory(items, null));
        var ground = await SubscriptionDesk.Ground(session.Begin(), [then.State.Has.PlanId, then.State.Next?.PlanId], stop);
        return Answer.Of(new SubscriptionHistory(items, SubscriptionCard.Of(id, then, ground, moment)));
    }
}

/// <summary>One thing that happened.</summary>
/// <param name="Event">The event's alias.</param>
internal sealed record SubscriptionPast(long Version, DateTimeOffset At, Actor Actor, string Event);
