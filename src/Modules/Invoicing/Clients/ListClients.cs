using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>The clients, found by any of their fields.</summary>
internal static class ListClients
{
    private const string Columns = """
        c.id, c.name, c.emails, c.cc_emails, c.phone, c.address_line1, c.address_line2, c.city, c.state, c.postal_code, c.country, c.tax_id, c.currency, c.language, c.terms_days,
        c.tax_treatment, c.exemption_reason, c.note, c.stripe_id, c.help_desk_id, c.crm_id, c.accounting_id, c.standing, c.merged_into, c.version, c.reminders_silenced, c.bounced
        """;

    private const int CursorColumn = 27;

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/clients", async ([AsParameters] ClientFilter filter, Session session, CancellationToken stop, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if (filter.Query(out var query, sort, cursor) is { } unclear) return unclear;
            return (IResult)Answer.Of(await Page(session, query, limit ?? Limit.Default, stop));
        })
        .Produces<Page<ClientCard>>()
        .Requires(Permission.SeeInvoicing)
        .WithSummary("The clients; search finds name, mail address, telephone number, address, tax id, note and ids in other systems; id, as often as wanted, picks those");

    internal static Task<Page<ClientCard>> Page(Session session, ListQuery query, int limit, CancellationToken stop) => session.Read(
        $"select {Columns}{query.CursorColumns} from invoicing_clients c where c.tenant_id = $1{query.Where}{query.Tail(limit)}", query.Values, reader => Pages.Read(reader, query, limit, CursorColumn, Card, stop), stop);

    private static ClientCard Card(NpgsqlDataReader reader) => new(
        new(reader.GetGuid(0)), reader.GetString(1), Texts(reader, 2), Texts(reader, 3), Text(reader, 4),
        new(Text(reader, 5), Text(reader, 6), Text(reader, 7), Text(reader, 8), Text(reader, 9), Text(reader, 10)), Text(reader, 11), Currency.Parse(reader.GetString(12)), Text(reader, 13), reader.IsDBNull(14) ? null : reader.GetInt32(14),
        Enum.Parse<TaxTreatment>(reader.GetString(15), ignoreCase: true), Text(reader, 16), Text(reader, 17), Text(reader, 18), Text(reader, 19), Text(reader, 20), Text(reader, 21),
        Enum.Parse<ClientStanding>(reader.GetString(22), ignoreCase: true), reader.IsDBNull(23) ? null : new ClientId(reader.GetGuid(23)), !reader.GetBoolean(25), JsonSerializer.Deserialize<List<BouncedReader>>(reader.GetFieldValue<byte[]>(26), JsonSerializerOptions.Web)!, reader.GetInt64(24));

    private static string? Text(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);

    private static List<string> Texts(NpgsqlDataReader reader, int ordinal) => JsonSerializer.Deserialize<List<string>>(reader.GetFieldValue<byte[]>(ordinal), JsonSerializerOptions.Web)!;
}
