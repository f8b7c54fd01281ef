using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>A wallet pays nothing any more; what is left in it is forfeited, what it paid stays paid.</summary>
/// <param name="Reason">Why.</param>
internal sealed record VoidWallet(string Reason)
{
    public Decision<WalletEvent> Decide(Wallet wallet)
    {
        if (wallet.Voided) return Decision.Nothing;
        if (!PlainText.Note(Reason, 500).TryGet(out var reason, out var refused)) return refused;
        return reason.Length == 0 ? new Refusal("reason-missing", "Say why this wallet is voided.") : new WalletVoided(reason);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/wallets/{id}/void", (WalletId id, VoidWallet command, WalletWork work, CancellationToken stop) => work.Decide(id, command.Decide, stop))
        .Produces<WalletCard>().Requires(Permission.ArrangeUsage).WithSummary("Void a wallet: what is left in it is forfeited");
}
