using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>Finds the client that a customer of Stripe's is, and adds the one that nobody here knows.</summary>
internal sealed class OutsideClients : IOutsideClients
{
    // Of a double that was merged and the one that stays the latter, where both bear the id.
    private const string Known = "select id from invoicing_clients where tenant_id = $1 and stripe_id = $2 order by merged_into is not null, id limit 1";

    public async Task<Guid> Of(Work work, OutsideCustomer customer, CancellationToken stop)
    {
        var attempt = new Attempt(work, fresh: true, stop);
        if (await work.Session.Read(Known, [new NpgsqlParameter<string> { TypedValue = customer.Id }], async reader => await reader.ReadAsync(stop) ? reader.GetGuid(0) : (Guid?)null, stop) is { } known
            && await DraftGrounds.Find(attempt, new(known)) is { } bears && Goes(bears.Client)) return bears.Id.Value;
        if (customer.ClientId is { } said && await DraftGrounds.Find(attempt, new(said)) is { } found && Goes(found.Client))
        {
            if (found.Client.OutsideIds.Stripe is null) await Decide(attempt, found.Id, [Link(found.Id, customer)]);
            return found.Id.Value;
        }
        for (var again = 0; ; again++)
        {
            // The same customer makes the same client, whichever node hears of it first; another one where nobody knows any more who that was.
            var id = new ClientId(again == 0 ? NamedId.Of("client of stripe", customer.Id) : NamedId.Of("client of stripe", customer.Id, FormattableString.Invariant($"{again}")));
            if (await DraftGrounds.Find(attempt, id) is not { } before) await Decide(attempt, id, Added(id, customer));
            else if (!Goes(before.Client)) continue;
            else id = before.Id; // somebody took the link away since
            return id.Value;
        }
    }

    /// <summary>What is known of a client that only Stripe knew.</summary>
    public static List<ClientEvent> Added(ClientId id, OutsideCustomer customer)
    {
        var name = PlainText.Line(customer.Name ?? customer.Email);
        List<ClientEvent> happened = [new ClientAdded(new PersonalText(id.Value, name.Length == 0 ? customer.Id : name), customer.Currency)];
        if (MailAddresses.Read([customer.Email ?? ""]).TryGet(out var to, out _) && to.Count > 0) happened.Add(new ClientReadersNamed([new PersonalText(id.Value, to[0])], []));
        happened.Add(Link(id, customer));
        return happened;
    }

    private static bool Goes(Client client) => client.Standing != ClientStanding.Forgotten;

    private static ClientLinkedOutside Link(ClientId id, OutsideCustomer customer) => new(OutsideSystem.Stripe, new PersonalText(id.Value, customer.Id));

    private static async Task Decide(Attempt attempt, ClientId id, List<ClientEvent> happened)
    {
        if (await attempt.Decide<Client, ClientEvent>(id.Value, _ => happened) is { } refused) throw new InvalidOperationException($"A customer of Stripe's makes no client: {refused.Code}.");
    }
}
