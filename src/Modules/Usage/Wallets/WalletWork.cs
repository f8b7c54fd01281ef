using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Usage;

/// <summary>Decides on a wallet; what its client owes for a top-up is posted in the same commit.</summary>
internal sealed class WalletWork(Session session, CommandEdge edge, Organisation organisation)
{
    /// <summary>The calendar day it is now where the organisation is.</summary>
    public DateOnly Today => LocalDay.Of(session.Now, organisation.TimeZone);

    public async Task<IResult> Decide(WalletId id, Func<Wallet, Decision<WalletEvent>> decide, CancellationToken stop)
    {
        using var mine = await session.Turn(id.Value, stop);
        var work = session.Begin();
        var now = await work.Load<Wallet>(id.Value, stop, fresh: true);
        if (!now.Exists) return Problems.NotFound;
        if (edge.Expected is { } seen && seen != now.Version) return Problems.Conflict(WalletCard.Of(id, now));
        var decision = decide(now.State);
        if (decision.Refusal is { } refusal) return edge.Refused(refusal);
        work.Decide<Wallet, WalletEvent>(id.Value, _ => decision);
        foreach (var charge in decision.Events.Select(happened => Charge(id, now.State, happened, Today)).OfType<PostCharge>()) charge.With(work);
        var after = await work.Load<Wallet>(id.Value, stop);
        return await edge.Commit(work, Answer.Of(WalletCard.Of(id, after), after.Version), stop);
    }

    /// <summary>What its client owes for what happened to a wallet; null for nothing.</summary>
    public static PostCharge? Charge(WalletId id, Wallet wallet, WalletEvent happened, DateOnly today) => happened switch
    {
        WalletToppedUp { Charged: true } e => Charge($"{id}/{e.Source}", wallet, e.Amount, today),
        WalletToppedUpByRule e => Charge($"{id}/rule/{e.UseSource}", wallet, e.Amount, today),
        _ => null,
    };

    private static PostCharge Charge(string fact, Wallet wallet, Money amount, DateOnly today) =>
        new("usage", "top-up", fact, 1, wallet.ClientId.Value, wallet.Name, Quantity.One, new UnitPrice(amount.Amount), amount.Currency, today);
}
