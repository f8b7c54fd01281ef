using Billing.EventStore;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>What is open for one client in one currency.</summary>
/// <param name="ClientId">Of a double: the one that stays.</param>
/// <param name="Standing">The client's.</param>
/// <param name="Available">Open charges that a run of the period takes, in the order of the invoice's lines.</param>
/// <param name="Later">How many become available after it.</param>
internal sealed record OpenCharges(ClientId ClientId, ClientStanding Standing, Currency Currency, IReadOnlyList<ChargeId> Available, int Later)
{
    private const string Sql = """
        select c.id, c.standing, h.currency, array_agg(h.id order by h.line_group nulls last, h.period_from, h.available_from, h.posted_at, h.id) filter (where h.available_from <= $2), count(*) filter (where h.available_from > $2)
        from invoicing_charges h join invoicing_clients p on p.tenant_id = h.tenant_id and p.id = h.client_id join invoicing_clients c on c.tenant_id = p.tenant_id and c.id = coalesce(p.merged_into, p.id)
        where h.tenant_id = $1 and h.state = 'open' and ($3::uuid[] is null or c.id = any ($3)) and ($4::varchar is null or h.currency = $4)
        group by c.id, c.standing, c.name, h.currency
        order by lower(c.name), c.id, h.currency
        """;

    /// <summary>Gathers what is open, by client in the order of their names and by currency.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="by">The last day of the period.</param>
    /// <param name="clients">Only these; null for all.</param>
    /// <param name="currency">Only in this; null for any.</param>
    /// <param name="stop">Ends the wait.</param>
    public static Task<List<OpenCharges>> Gather(Session session, DateOnly by, IReadOnlyCollection<ClientId>? clients, Currency? currency, CancellationToken stop) => session.Read(
        Sql,
        [
            new NpgsqlParameter<DateOnly> { TypedValue = by },
            new() { Value = clients?.Select(client => client.Value).ToArray() ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Uuid },
            new() { Value = currency?.Code ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Varchar },
        ],
        async reader =>
        {
            var open = new List<OpenCharges>();
            while (await reader.ReadAsync(stop))
                open.Add(new(new(reader.GetGuid(0)), Enum.Parse<ClientStanding>(reader.GetString(1), ignoreCase: true), Currency.Parse(reader.GetString(2)), reader.IsDBNull(3) ? [] : [.. reader.GetFieldValue<Guid[]>(3).Select(id => new ChargeId(id))], (int)reader.GetInt64(4)));
            return open;
        }, stop);
}
