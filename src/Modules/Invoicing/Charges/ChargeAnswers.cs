using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>Answers what other modules ask.</summary>
internal sealed class ChargeAnswers : IInvoicing
{
    private const string States = "select source_fact, id, state, amount, currency, invoice_id from invoicing_charges where tenant_id = $1 and source_module = $2 and source_kind = $3 and source_fact = any ($4)";

    public async Task<IReadOnlyDictionary<string, ChargedFact>> Charged(Session session, string module, string kind, IReadOnlyCollection<string> facts, CancellationToken stop)
    {
        if (facts.Count == 0) return new Dictionary<string, ChargedFact>();
        return await session.Read(States, [new NpgsqlParameter<string> { TypedValue = module }, new NpgsqlParameter<string> { TypedValue = kind }, new NpgsqlParameter<string[]> { TypedValue = [.. facts] }], async reader =>
        {
            var found = new Dictionary<string, ChargedFact>();
            while (await reader.ReadAsync(stop))
                found[reader.GetString(0)] = new ChargedFact(reader.GetGuid(1), Enum.Parse<ChargedState>(reader.GetString(2), ignoreCase: true), new Money(reader.GetDecimal(3), Currency.Parse(reader.GetString(4))), reader.IsDBNull(5) ? null : reader.GetGuid(5), null);
            return found;
        }, stop);
    }

    public async Task<BilledClient?> Client(Session session, Guid id, CancellationToken stop)
    {
        var clients = session.Streams<Client>();
        var client = await clients.Load(id, stop);
        if (client.State.MergedInto is { } survivor) (id, client) = (survivor.Value, await clients.Load(survivor.Value, stop));
        return client.Exists ? new BilledClient(id, client.State.Name, client.State.Currency, client.State.Standing == ClientStanding.Active) : null;
    }
}
