using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>A client turns out to be a double: it goes, what was billed under its id is listed with the one that stays, and its credit goes there.</summary>
/// <param name="Into">The client that stays.</param>
internal sealed record MergeClient(ClientId Into)
{
    private const string Earlier = "select id from invoicing_clients where tenant_id = $1 and merged_into = $2 order by id";

    /// <summary>What happens to the double.</summary>
    public Decision<ClientEvent> Decide(Client @double, ClientId id, Versioned<Client> survivor)
    {
        if (id == Into) return No.Itself;
        if (@double.MergedInto == Into) return Decision.Nothing;
        if (@double.Standing is ClientStanding.Merged or ClientStanding.Forgotten) return ClientNotActive.Of(@double)!;
        if (!survivor.Exists) return No.Unknown;
        return survivor.State.Standing == ClientStanding.Active ? new ClientMerged(Into) : No.NotActive;
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/clients/{id}/merge", async (ClientId id, MergeClient command, Session session, CommandEdge edge, Today today, CancellationToken stop) =>
        {
            for (var attempt = 1; ; attempt++)
            {
                var work = session.Begin();
                var @double = await work.Load<Client>(id.Value, stop, fresh: true);
                if (!@double.Exists) return Problems.NotFound;
                if (edge.Expected is { } seen && seen != @double.Version) return Problems.Conflict(ClientCard.Of(id, @double));
                var survivor = await work.Load<Client>(command.Into.Value, stop, fresh: true);
                if (work.Decide<Client, ClientEvent>(id.Value, client => command.Decide(client, id, survivor)) is { } refused) return edge.Refused(refused);
                if (!work.IsEmpty)
                {
                    // Those merged into the double before point to the survivor, too: nobody has to follow a chain.
                    foreach (var earlier in await MergedInto(session, id, stop))
                    {
                        await work.Load<Client>(earlier, stop, fresh: true);
                        work.Decide<Client, ClientEvent>(earlier, _ => new ClientMerged(command.Into));
                    }
                    work.Decide<Client, ClientEvent>(command.Into.Value, _ => new ClientTookOver(id));
                    if (await CreditOfDoubles.HandOver(new Attempt(work, fresh: true, stop), id, command.Into, today.Date) is { } kept) return edge.Refused(kept);
                    work.Send(When_a_client_took_over.Message, new DoubleMerged(command.Into.Value, id.Value));
                }
                var after = await work.Load<Client>(command.Into.Value, stop);
                var answer = Answer.Of(ClientCard.Of(command.Into, after), after.Version);
                try
                {
                    await work.Commit(edge.Remember(answer));
                    return edge.Kept(answer);
                }
                catch (ConcurrencyException) when (attempt < 10)
                {
                    // decided anew on what is there now
                }
                catch (RowTakenException taken)
                {
                    return await edge.Taken(taken, stop);
                }
            }
        })
        .Produces<ClientCard>()
        .Requires(Permission.BillClients)
        .WithSummary("Merge a double into the client that stays; answers that one");

    private static Task<List<Guid>> MergedInto(Session session, ClientId id, CancellationToken stop) => session.Read(Earlier, [new NpgsqlParameter<Guid> { TypedValue = id.Value }], async reader =>
    {
        var ids = new List<Guid>();
        while (await reader.ReadAsync(stop)) ids.Add(reader.GetGuid(0));
        return ids;
    }, stop);

    private static class No
    {
        public static readonly Refusal Itself = new("same-client", "A client is no double of itself. Choose the one that stays.");
        public static readonly Refusal Unknown = new("unknown-client", "There is no such client to merge into. Choose another one.");
        public static readonly Refusal NotActive = new("survivor-not-active", "The client that stays must be active. Restore it, or choose another one.");
    }
}
