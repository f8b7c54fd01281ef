using System.Text.Json;
using Billing.EventStore;
using Billing.Identity.Contracts;

namespace Billing.Identity;

/// <summary>Letterheads from what organisations say of themselves.</summary>
internal sealed class Letterheads(EventStore.EventStore store) : ILetterheads
{
    private const string Sql = """
        select o.name, o.contact, l.bytes from identity_organisations o left join identity_logos l on l.tenant_id = o.tenant_id and l.hash = o.logo
        where o.tenant_id = $1 and not o.deleted
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public Task<Letterhead?> Of(TenantId organisation, CancellationToken stop) => store.Open(organisation, Actor.System).Read<Letterhead?>(Sql, [], async row =>
    {
        if (!await row.ReadAsync(stop)) return null;
        var contact = JsonSerializer.Deserialize<Contact>(row.GetString(1), Json)!;
        var town = string.Join(' ', Given(contact.PostalCode, contact.City, contact.State));
        return new Letterhead(row.GetString(0), Given(contact.Line1, contact.Line2, town), contact.Country, Given(contact.Email, contact.Phone), row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2));
    }, stop);

    private static string[] Given(params string?[] parts) => [.. parts.OfType<string>().Where(part => part.Length > 0)];
}
