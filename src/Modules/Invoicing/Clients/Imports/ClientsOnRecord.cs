using System.Text.Json;
using Billing.EventStore;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>The clients an organisation has, for a list to be read against, and for one to be made of them.</summary>
internal static class ClientsOnRecord
{
    private const string Sql = """
        select id, name, emails, cc_emails, phone, address_line1, address_line2, city, state, postal_code, country, tax_id, currency, language, terms_days, tax_treatment, exemption_reason, note,
               stripe_id, help_desk_id, crm_id, accounting_id, standing, reminders_silenced
        from invoicing_clients where tenant_id = $1 and standing in ('active', 'archived') order by lower(name), id
        """;

    /// <summary>Active and archived ones, by name.</summary>
    public static Task<List<KnownClient>> All(Session session, CancellationToken stop) => session.Read(Sql, [], async row =>
    {
        var clients = new List<KnownClient>();
        while (await row.ReadAsync(stop)) clients.Add(new(new ClientId(row.GetGuid(0)), Of(row)));
        return clients;
    }, stop);

    private static Client Of(NpgsqlDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        ValueList<string> Texts(int column) => JsonSerializer.Deserialize<List<string>>(row.GetFieldValue<byte[]>(column), JsonSerializerOptions.Web)!.ToValueList();
        return new Client(
            row.GetString(1), Texts(2), Texts(3), Text(4), new(Text(5), Text(6), Text(7), Text(8), Text(9), Text(10)), Text(11), Currency.Parse(row.GetString(12)), Text(13), row.IsDBNull(14) ? null : row.GetInt32(14),
            Enum.Parse<TaxTreatment>(row.GetString(15), ignoreCase: true), Text(16), Text(17), new(Text(18), Text(19), Text(20), Text(21)), Enum.Parse<ClientStanding>(row.GetString(22), ignoreCase: true), null, row.GetBoolean(23));
    }
}
