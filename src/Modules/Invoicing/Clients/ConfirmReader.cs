using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Somebody knows that an address from which mails came back is right: a mailbox was full, a server was set up badly. Nothing warns of it until the next one comes back.</summary>
/// <param name="Email">The address.</param>
internal sealed record ConfirmReader(string Email)
{
    public Decision<ClientEvent> Decide(Client client, ClientId id)
    {
        if (client.Bounced.FirstOrDefault(one => string.Equals(one.Reader, Email.Trim(), StringComparison.OrdinalIgnoreCase)) is { } bounced) return new ClientReaderConfirmed(new(id.Value, bounced.Reader));
        return client.Reads(Email.Trim()) ? Decision.Nothing : No.NotTheirs;
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/clients/{id}/readers/confirm", (ClientId id, ConfirmReader command, Commands<Client> clients, CancellationToken stop) =>
            clients.Decide(id.Value, client => command.Decide(client, id), now => ClientCard.Of(id, now), stop))
        .Produces<ClientCard>()
        .Requires(Permission.BillClients)
        .WithSummary("Say that an address from which mails came back is right");

    private static class No
    {
        public static readonly Refusal NotTheirs = new("no-such-reader", "This address is none of the client's. Choose one of those that are.");
    }
}
