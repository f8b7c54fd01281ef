using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>A wallet is topped up by itself whenever a use leaves too little; the client is charged for it.</summary>
/// <param name="Below">Less than this is too little.</param>
/// <param name="Amount">So much comes in.</param>
internal sealed record ArrangeTopUps(Money Below, Money Amount)
{
    public Decision<WalletEvent> Decide(Wallet wallet)
    {
        var agreed = new TopUpRuleAgreed(Below, Amount);
        if ((WalletNo.Of(wallet, Below) ?? WalletNo.Of(wallet, Amount)) is { } no) return no;
        return wallet.Rule == agreed ? Decision.Nothing : agreed;
    }

    /// <summary>It is topped up by hand only.</summary>
    public static Decision<WalletEvent> Drop(Wallet wallet) => wallet.Rule is null ? Decision.Nothing : new TopUpRuleDropped();

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPut("/api/wallets/{id}/top-up-rule", (WalletId id, ArrangeTopUps command, WalletWork work, CancellationToken stop) => work.Decide(id, command.Decide, stop))
            .Produces<WalletCard>().Requires(Permission.ArrangeUsage).WithSummary("Agree when a wallet is topped up by itself");
        app.MapDelete("/api/wallets/{id}/top-up-rule", (WalletId id, WalletWork work, CancellationToken stop) => work.Decide(id, Drop, stop))
            .Produces<WalletCard>().Requires(Permission.ArrangeUsage).WithSummary("Top up a wallet by hand only");
    }
}
