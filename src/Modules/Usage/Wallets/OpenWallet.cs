using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>A client gets a wallet.</summary>
/// <param name="ClientId">Whose.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Currency">Of the money in it; left out: what the client is billed in.</param>
/// <param name="Priority">From 1 to 100; of a client's wallets the one with the lowest number pays first.</param>
/// <param name="ExpiresOn">The last day on which it pays; left out: no end.</param>
/// <param name="Scope">The meters and kinds of charges that it pays; left out: everything.</param>
internal sealed record OpenWallet(ClientId ClientId, string Name, Currency? Currency = null, int Priority = 50, DateOnly? ExpiresOn = null, IReadOnlyList<string>? Scope = null)
{
    public Decision<WalletEvent> Decide(BilledClient? client, DateOnly today)
    {
        if (client is null) return WalletNo.UnknownClient;
        if (!client.IsActive) return WalletNo.ClientNotActive(client.Name);
        if (!PlainText.Name(Name, "A wallet").TryGet(out var name, out var refused)) return refused;
        if (Priority is < 1 or > 100) return WalletNo.BadPriority;
        if (ExpiresOn < today) return WalletNo.ExpiryPast;
        var scope = (Scope ?? []).Select(kind => PlainText.Name(kind, "A kind")).ToList();
        if (scope.Count > 50 || scope.Any(kind => kind.Refusal is not null) || scope.Select(kind => kind.Value).Distinct(StringComparer.Ordinal).Count() < scope.Count) return WalletNo.BadScope;
        return new WalletOpened(new ClientId(client.Id), name, Currency ?? client.Currency, Priority, ExpiresOn, [.. scope.Select(kind => kind.Value)]);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/wallets", async (OpenWallet command, Commands<Wallet> wallets, Session session, WalletWork work, [FromServices] IInvoicing invoicing, CancellationToken stop) =>
        {
            var client = await invoicing.Client(session, command.ClientId.Value, stop);
            var id = new WalletId(session.NewId());
            return await wallets.Start(id.Value, _ => command.Decide(client, work.Today), now => WalletCard.Of(id, now), $"/api/wallets/{id}", stop);
        })
        .Produces<WalletCard>(201).Requires(Permission.ArrangeUsage).WithSummary("Open a wallet for a client");
}
