using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>A wallet pays something. Its source makes telling us twice harmless; no wallet falls below nothing.</summary>
/// <param name="Source">What is paid; one source is paid once.</param>
/// <param name="ChargeKind">The meter or kind of charge.</param>
internal sealed record UseWallet(string Source, Money Amount, string? ChargeKind = null)
{
    public Decision<WalletEvent> Decide(Wallet wallet, DateOnly today)
    {
        if (!PlainText.Name(Source, "A source").TryGet(out var source, out var refused)) return refused;
        var used = new WalletUsed(source, Amount, ChargeKind);
        if (wallet.Used.TryGetValue(source, out var before)) return before == used ? Decision.Nothing : WalletNo.SourceTaken;
        if (WalletNo.Of(wallet, Amount) is { } no) return no;
        if (wallet.ExpiresOn < today) return WalletNo.Expired;
        if (wallet.Scope.Count > 0 && (ChargeKind is null || !wallet.Scope.Contains(ChargeKind, StringComparer.Ordinal))) return WalletNo.OutOfScope(ChargeKind);
        if (Amount > wallet.Balance) return WalletNo.BalanceTooLow(wallet.Balance);

        List<WalletEvent> happened = [used];
        if (wallet.Rule is { } rule && wallet.Balance - Amount < rule.Below) happened.Add(new WalletToppedUpByRule(source, rule.Amount));
        return happened;
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/wallets/{id}/uses", (WalletId id, UseWallet command, WalletWork work, CancellationToken stop) => work.Decide(id, wallet => command.Decide(wallet, work.Today), stop))
        .Produces<WalletCard>().Requires(Permission.ArrangeUsage).WithSummary("Pay something from a wallet; one source is paid once");
}
