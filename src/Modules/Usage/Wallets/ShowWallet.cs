using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>What went into a wallet and out of it, newest first.</summary>
internal sealed record WalletEntries(IReadOnlyList<WalletEntry> Items);

/// <summary>Money that went into a wallet, or out of it.</summary>
/// <param name="At">When it was noted.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Source">What it came from, or paid; of a top-up by rule, the use that left too little; of what was given back, the step of the bill.</param>
/// <param name="Amount">Negative for what went out.</param>
/// <param name="ChargeKind">The meter or kind of charge that was paid.</param>
/// <param name="Charged">Whether the client was charged for it.</param>
/// <param name="Balance">What was in it afterwards.</param>
internal sealed record WalletEntry(DateTimeOffset At, WalletEntryKind Kind, string? Source, Money Amount, string? ChargeKind, bool Charged, Money Balance)
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/wallets/{id}", async (WalletId id, Streams<Wallet> wallets, CancellationToken stop) =>
            await wallets.Load(id.Value, stop) is { Exists: true } now ? (IResult)Answer.Of(WalletCard.Of(id, now), now.Version) : Problems.NotFound)
            .Produces<WalletCard>().Requires(Permission.SeeUsage).WithSummary("A wallet");

        app.MapGet("/api/wallets/{id}/entries", async (WalletId id, Session session, Streams<Wallet> wallets, CancellationToken stop) =>
        {
            if (!(await wallets.Peek(id.Value, stop)).Exists) return Problems.NotFound;
            var (entries, wallet) = (new List<WalletEntry>(), Wallet.Initial);
            await foreach (var happened in session.History(id.Value, 0, stop))
            {
                var before = wallet;
                wallet = wallet.Apply(happened.Data);
                if (Of(happened.At, before, happened.Data, wallet.Balance) is { } entry) entries.Insert(0, entry);
            }
            return (IResult)Answer.Of(new WalletEntries(entries), entries.Count);
        })
        .Produces<WalletEntries>().Requires(Permission.SeeUsage).WithSummary("What went into a wallet and out of it, newest first");
    }

    private static WalletEntry? Of(DateTimeOffset at, Wallet before, object happened, Money balance) => happened switch
    {
        WalletToppedUp e => new(at, WalletEntryKind.TopUp, e.Source, e.Amount, null, e.Charged, balance),
        WalletToppedUpByRule e => new(at, WalletEntryKind.TopUpByRule, e.UseSource, e.Amount, null, true, balance),
        WalletUsed e => new(at, WalletEntryKind.Use, e.Source, -e.Amount, e.ChargeKind, false, balance),
        WalletGivenBack e => new(at, WalletEntryKind.GivenBack, e.Source, e.Amount, null, false, balance),
        WalletVoided => new(at, WalletEntryKind.Forfeited, null, -before.Balance, null, false, balance),
        _ => null,
    };
}

/// <summary>What moved money in a wallet.</summary>
internal enum WalletEntryKind
{
    /// <summary>Somebody topped it up.</summary>
    TopUp,

    /// <summary>Its rule topped it up.</summary>
    TopUpByRule,

    /// <summary>It paid something.</summary>
    Use,

    /// <summary>A bill that it had paid came to less.</summary>
    GivenBack,

    /// <summary>It was voided with this left in it.</summary>
    Forfeited,
}
