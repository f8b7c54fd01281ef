using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>Money comes into a wallet. Its source makes telling us twice harmless.</summary>
/// <param name="Source">What it comes from; one source tops up once.</param>
/// <param name="Charged">Whether the client is charged for it; otherwise it was paid elsewhere, or is given.</param>
internal sealed record TopUpWallet(string Source, Money Amount, bool Charged = false)
{
    public Decision<WalletEvent> Decide(Wallet wallet, DateOnly today)
    {
        if (!PlainText.Name(Source, "A source").TryGet(out var source, out var refused)) return refused;
        var happened = new WalletToppedUp(source, Amount, Charged);
        if (wallet.ToppedUp.TryGetValue(source, out var before)) return before == happened ? Decision.Nothing : WalletNo.SourceTaken;
        if (WalletNo.Of(wallet, Amount) is { } no) return no;
        if (wallet.ExpiresOn < today) return WalletNo.Expired;
        return wallet.Balance.Amount + Amount.Amount >= MoneyText.Limit ? WalletNo.AmountTooLarge : happened;
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/wallets/{id}/top-ups", (WalletId id, TopUpWallet command, WalletWork work, CancellationToken stop) => work.Decide(id, wallet => command.Decide(wallet, work.Today), stop))
        .Produces<WalletCard>().Requires(Permission.ArrangeUsage).WithSummary("Top up a wallet; one source tops up once");
}
