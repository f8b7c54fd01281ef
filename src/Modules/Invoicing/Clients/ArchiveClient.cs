using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>A client is put away; what was billed stays, and it can be restored.</summary>
internal static class ArchiveClient
{
    public static Decision<ClientEvent> Decide(Client client) => client.Standing == ClientStanding.Active ? new ClientArchived() : Decision.Nothing;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapDelete("/api/clients/{id}", (ClientId id, Commands<Client> clients, CancellationToken stop) =>
            clients.Decide(id.Value, Decide, now => ClientCard.Of(id, now), stop))
        .Produces<ClientCard>()
        .Requires(Permission.BillClients)
        .WithSummary("Archive a client; nothing is lost by it");
}

/// <summary>An archived client is billed again.</summary>
internal static class RestoreClient
{
    public static Decision<ClientEvent> Decide(Client client) => client.Standing switch
    {
        ClientStanding.Active => Decision.Nothing,
        ClientStanding.Archived => new ClientRestored(),
        _ => ClientNotActive.Of(client)!,
    };

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/clients/{id}/restore", (ClientId id, Commands<Client> clients, CancellationToken stop) =>
            clients.Decide(id.Value, Decide, now => ClientCard.Of(id, now), stop))
        .Produces<ClientCard>()
        .Requires(Permission.BillClients)
        .WithSummary("Restore an archived client");
}
