using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>What is open for one client in one currency.</summary>
/// <param name="ClientId">Of a double: the one that stays.</param>
/// <param name="Standing">The client's.</param>
/// <param name="Available">Open charges that a run of the period takes, in the order of the invoice's lines.</param>
/// <param name="Later">How many become available after it.</param>
internal sealed record OpenCharges(ClientId ClientId, ClientStanding Standing, Currency Currency, IReadOnlyList<ChargeId> Available, int Later)
{
    // Two plain questions instead of a join: who a double's charges belong to is found here, whatever the database thinks of its tables' sizes.
    private const string Charges = """
        select client_id, currency, id, available_from <= $2 from invoicing_charges
        where tenant_id = $1 and state = 'open' and ($3::varchar is null or currency = $3)
          and ($4::uuid[] is null or client_id = any (array(select id from invoicing_clients where tenant_id = $1 and (id = any ($4) or merged_into = any ($4)))))
        order by line_group nulls last, period_from, available_from, posted_at, id
        """;

    private const string Clients = "select id, coalesce(merged_into, id), standing, lower(name) from invoicing_clients where tenant_id = $1 and (id = any ($2) or id in (select merged_into from invoicing_clients where tenant_id = $1 and id = any ($2)))";

    /// <summary>Gathers what is open, by client in the order of their names and by currency.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="by">The last day of the period.</param>
    /// <param name="clients">Only these; null for all.</param>
    /// <param name="currency">Only in this; null for any.</param>
    /// <param name="stop">Ends the wait.</param>
    public static async Task<List<OpenCharges>> Gather(Session session, DateOnly by, IReadOnlyCollection<ClientId>? clients, Currency? currency, CancellationToken stop)
    {
        var charges = await session.Read(
            Charges,
            [
                new NpgsqlParameter<DateOnly> { TypedValue = by },
                new() { Value = currency?.Code ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar },
                new() { Value = clients?.Select(client => client.Value).ToArray() ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            ],
            async reader =>
            {
                var open = new List<(Guid Client, string Currency, ChargeId Id, bool IsAvailable)>();
                while (await reader.ReadAsync(stop)) open.Add((reader.GetGuid(0), reader.GetString(1), new(reader.GetGuid(2)), reader.GetBoolean(3)));
                return open;
            }, stop);
        var known = await session.Read(Clients, [new NpgsqlParameter<Guid[]> { TypedValue = [.. charges.Select(charge => charge.Client).Distinct()] }], async reader =>
        {
            var rows = new Dictionary<Guid, (Guid Stays, ClientStanding Standing, string Name)>();
            while (await reader.ReadAsync(stop)) rows[reader.GetGuid(0)] = (reader.GetGuid(1), Enum.Parse<ClientStanding>(reader.GetString(2), ignoreCase: true), reader.GetString(3));
            return rows;
        }, stop);
        return [.. charges
            .GroupBy(charge => (known[charge.Client].Stays, charge.Currency))
            .OrderBy(group => known[group.Key.Stays].Name, StringComparer.InvariantCulture).ThenBy(group => group.Key.Stays).ThenBy(group => group.Key.Currency, StringComparer.Ordinal)
            .Select(group => new OpenCharges(
                new(group.Key.Stays), known[group.Key.Stays].Standing, Billing.Currency.Parse(group.Key.Currency), [.. group.Where(charge => charge.IsAvailable).Select(charge => charge.Id)], group.Count(charge => !charge.IsAvailable)))];
    }
}
