using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Subscriptions;

/// <summary>The collecting of an invoice, with all that was tried.</summary>
/// <param name="Number">Of the invoice.</param>
/// <param name="Step">How many steps of the schedule were planned.</param>
/// <param name="NextAt">When it is tried again, UTC; null when it is not.</param>
/// <param name="Attempts">Oldest first.</param>
/// <param name="Disputes">What providers call the client's objections.</param>
/// <param name="Refunds">What was given back of it, oldest first.</param>
internal sealed record DunningPage(
    CollectionId Id, Guid InvoiceId, string Number, SubscriptionId SubscriptionId, ClientId ClientId, CollectionState State, int Step, DateTimeOffset? NextAt, IReadOnlyList<DunningAttempt> Attempts, IReadOnlyList<string> Disputes, IReadOnlyList<DunningRefund> Refunds, long Version)
{
    public static DunningPage Of(CollectionId id, Versioned<Collection> now) => new(
        id, now.State.InvoiceId, now.State.Number, now.State.SubscriptionId, now.State.ClientId, now.State.State, now.State.Step, now.State.NextAt,
        [.. now.State.Attempts.Select(one => new DunningAttempt(one.Number, one.Begun.At, one.Begun.Reason, one.Begun.Amount, one.Begun.Provider, one.Begun.LastFour, one.End, one.Payment, one.Code, one.NeedsAction))], now.State.Disputes,
        [.. now.State.Refunds.Select(one => new DunningRefund(one.Number, now.State.Refunds.Any(later => later.Reference == one.Reference && later.Number > one.Number), one.At, one.Amount, one.Payment, one.Refund, one.Code))], now.Version);
}

/// <summary>One time that a card was charged.</summary>
/// <param name="End">How it ended; null while that is not known.</param>
/// <param name="Payment">What the provider calls the payment.</param>
/// <param name="Code">Why it failed, in the provider's words.</param>
/// <param name="NeedsAction">Whether the client's bank wants to hear it from the client.</param>
internal sealed record DunningAttempt(int Number, DateTimeOffset At, AttemptReason Reason, Money Amount, string Provider, string LastFour, AttemptEnd? End, string? Payment, string? Code, bool NeedsAction);

/// <summary>Money that is given back of what was collected.</summary>
/// <param name="Number">Counted from 1; null for what somebody gave back at the provider.</param>
/// <param name="Repeated">Whether it was tried again since.</param>
/// <param name="At">When it was decided, UTC; null for what somebody gave back at the provider.</param>
/// <param name="Payment">What the provider calls the payment.</param>
/// <param name="Refund">What it calls the giving back; null while it has not answered, and where it does not give it back.</param>
/// <param name="Code">Why it does not, in its words; null where it does.</param>
internal sealed record DunningRefund(int? Number, bool Repeated, DateTimeOffset? At, Money Amount, string Payment, string? Refund, string? Code);

/// <summary>Dunning over HTTP, but for its list: looked at, tried now, stopped.</summary>
internal static class DunningEndpoints
{
    private const string One = "/api/dunning/{id}";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(One, async (CollectionId id, Streams<Collection> collections, CancellationToken stop) => await collections.Load(id.Value, stop) is { Exists: true } now ? Answer.Of(DunningPage.Of(id, now), now.Version) : (IResult)Problems.NotFound)
            .Produces<DunningPage>().Requires(Permission.SeeSubscriptions).WithSummary("The collecting of an invoice, with all that was tried");

        app.MapPost(One + "/retry", (CollectionId id, Session session, CollectionWork collections, CommandEdge edge, CancellationToken stop) => Decide(id, session, collections, edge, Collecting.TryNow, asks: true, stop))
            .Produces<DunningPage>(202).Requires(Permission.KeepSubscriptions).WithSummary("Charge the client's card now; while an attempt is under way its provider is asked what came of it instead");

        app.MapPost(One + "/stop", (CollectionId id, Session session, CollectionWork collections, CommandEdge edge, CancellationToken stop) => Decide(id, session, collections, edge, (collection, _) => Collecting.Stop(collection), asks: false, stop))
            .Produces<DunningPage>(202).Requires(Permission.KeepSubscriptions).WithSummary("Charge nobody any more for this invoice; it can be paid by hand");

        app.MapPost(One + "/refunds/{number:int}/retry", async (CollectionId id, int number, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            using var turn = await session.Turn(id.Value, stop);
            var work = session.Begin();
            var before = await work.Load<Collection>(id.Value, stop, fresh: true);
            if (!before.Exists) return Problems.NotFound;
            if (edge.Expected is { } seen && seen != before.Version) return Problems.Conflict(DunningPage.Of(id, before));
            if (work.Decide<Collection, CollectionEvent>(id.Value, collection => GiveMoneyBack.Again(collection, number, work.At)) is { } refused) return edge.Refused(refused);
            var now = await work.Load<Collection>(id.Value, stop);
            RefundDue.Send(work, id.Value, now.State.Refunds[^1].Number!.Value);
            return await edge.Commit(work, Answer.Of(DunningPage.Of(id, now), now.Version, 202), stop);
        })
        .Produces<DunningPage>(202).Requires(Permission.KeepSubscriptions).WithSummary("Have the provider asked once more to give back what it would not");
    }

    private static async Task<IResult> Decide(CollectionId id, Session session, CollectionWork collections, CommandEdge edge, Func<Collection, CollectionGround, Decision<CollectionEvent>> decide, bool asks, CancellationToken stop)
    {
        using var turn = await session.Turn(id.Value, stop);
        var work = session.Begin();
        var before = await work.Load<Collection>(id.Value, stop, fresh: true);
        if (!before.Exists || await collections.Ground(work, before.State.InvoiceId, before.State.SubscriptionId, stop) is not { } ground) return Problems.NotFound;
        if (edge.Expected is { } seen && seen != before.Version) return Problems.Conflict(DunningPage.Of(id, before));
        if (await collections.Decide(work, id.Value, ground, collection => decide(collection, ground), stop) is { } refused) return edge.Refused(refused);
        var now = await work.Load<Collection>(id.Value, stop);
        if (asks && before.State.Open is { } open) work.Send(AttemptDue.Message, new AttemptDue(id.Value, open.Number));
        return await edge.Commit(work, Answer.Of(DunningPage.Of(id, now), now.Version, 202), stop);
    }
}
