using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>A client's details become these; what is left out stays. Invoices issued before keep what they say.</summary>
internal static class AmendClient
{
    public static Decision<ClientEvent> Decide(Client client, ClientId id, ClientDetails details) => ClientNotActive.Of(client) is { } no ? no : details.From(client, id, null);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPut("/api/clients/{id}", (ClientId id, ClientDetails details, Commands<Client> clients, CancellationToken stop) =>
            clients.Decide(id.Value, client => Decide(client, id, details), now => ClientCard.Of(id, now), stop))
        .Produces<ClientCard>()
        .Requires(Permission.BillClients)
        .WithSummary("Amend a client; what is left out stays as it is");
}

/// <summary>Why a client that is not active takes no part in something.</summary>
internal static class ClientNotActive
{
    /// <summary>Null for an active one.</summary>
    public static Refusal? Of(Client client) => client.Standing switch
    {
        ClientStanding.Archived => Archived,
        ClientStanding.Merged => Merged.With("into", client.MergedInto),
        ClientStanding.Forgotten => Forgotten,
        _ => null,
    };

    public static readonly Refusal Archived = new("client-archived", "This client is archived. Restore it first.");
    public static readonly Refusal Merged = new("client-merged", "This client was merged into another one. Go to that one.");
    public static readonly Refusal Forgotten = new("client-forgotten", "This client was forgotten; nothing more can be noted of it. Add a new one.");
}
