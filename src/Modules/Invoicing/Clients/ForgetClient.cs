using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>What is known about a client as a person is erased everywhere, for good: its key is destroyed. What was billed stays.</summary>
internal static class ForgetClient
{
    private const string Open = "select count(*) from invoicing_charges where tenant_id = $1 and client_id = $2 and state = 'open'";

    public static Decision<ClientEvent> Decide(Client client, bool isForgotten, long openCharges)
    {
        if (isForgotten) return Decision.Nothing;
        if (client.Standing == ClientStanding.Active) return No.StillActive;
        return openCharges == 0 ? new ClientForgotten() : No.ChargesOpen(openCharges);
    }

    /// <summary>Whether nothing is left to erase.</summary>
    public static bool IsForgotten(Client client) => client.Name == PersonalText.Erased;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/clients/{id}/forget", async (ClientId id, Session session, CommandEdge edge, IEnumerable<IForgetsClients> others, CancellationToken stop) =>
        {
            var open = await session.Read(Open, [new NpgsqlParameter<Guid> { TypedValue = id.Value }], async reader => await reader.ReadAsync(stop) ? reader.GetInt64(0) : 0, stop);
            var work = session.Begin();
            var before = await work.Load<Client>(id.Value, stop, fresh: true);
            if (!before.Exists) return Problems.NotFound;
            if (edge.Expected is { } seen && seen != before.Version) return Problems.Conflict(ClientCard.Of(id, before));
            if (work.Decide<Client, ClientEvent>(id.Value, client => Decide(client, IsForgotten(client), open)) is { } refused) return edge.Refused(refused);
            if (!work.IsEmpty)
            {
                work.Forget(id.Value);
                work.Also(KeptPapers.Gone(id));
                foreach (var other in others) await other.Forget(work, id.Value, stop);
            }
            var after = await work.Load<Client>(id.Value, stop);
            return await edge.Commit(work, Answer.Of(ClientCard.Of(id, after), after.Version), stop);
        })
        .Produces<ClientCard>()
        .Requires(Permission.CorrectInvoicing)
        .WithSummary("Forget an archived client: what tells who it was is erased for good");

    private static class No
    {
        public static readonly Refusal StillActive = new("client-active", "Only an archived client can be forgotten. Archive it first.");
        public static Refusal ChargesOpen(long charges) => new Refusal("charges-open", "Charges of this client are open. Invoice or withdraw them first.").With("charges", charges);
    }
}
