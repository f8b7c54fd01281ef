using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>Everything about wallets.</summary>
internal static class WalletEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        ListWallets.Map(app);
        WalletEntry.Map(app);
        OpenWallet.Map(app);
        TopUpWallet.Map(app);
        UseWallet.Map(app);
        ArrangeTopUps.Map(app);
        VoidWallet.Map(app);
    }
}
