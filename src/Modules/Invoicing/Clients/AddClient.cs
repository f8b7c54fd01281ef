using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Somebody new can be billed.</summary>
internal static class AddClient
{
    public static Decision<ClientEvent> Decide(Client client, ClientId id, ClientDetails details, Currency usual) => details.From(client, id, usual);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/clients", async (ClientDetails details, Commands<Client> clients, Organisation here, CancellationToken stop) =>
        {
            var id = new ClientId(clients.Streams.Session.NewId());
            return await clients.Start(id.Value, client => Decide(client, id, details, here.Currency), now => ClientCard.Of(id, now), $"/api/clients/{id}", stop);
        })
        .Produces<ClientCard>(201)
        .Requires(Permission.BillClients)
        .WithSummary("Add a client");
}
