using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>The clients, found by name, mail address, telephone number, tax id, town or an id in another system.</summary>
internal static class ListClients
{
    private const string Columns = """
        c.id, c.name, c.emails, c.cc_emails, c.phone, c.address_line1, c.address_line2, c.city, c.state, c.postal_code, c.country, c.tax_id, c.currency, c.language, c.terms_days,
        c.tax_treatment, c.exemption_reason, c.note, c.stripe_id, c.help_desk_id, c.crm_id, c.accounting_id, c.standing, c.merged_into, c.version, c.reminders_silenced
        """;

    private const int CursorColumn = 26;

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["name"] = new("lower(c.name)", NpgsqlDbType.Text),
        ["addedAt"] = new("c.added_at", NpgsqlDbType.TimestampTz),
        ["city"] = new("lower(coalesce(c.city, ''))", NpgsqlDbType.Text),
        ["country"] = new("coalesce(c.country, '')", NpgsqlDbType.Text),
        ["currency"] = new("c.currency", NpgsqlDbType.Text),
    };

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/clients", async (Session session, CancellationToken stop, [AllowedValues("false", "true", "all")] string? archived = null, string? search = null, string? currency = null, string? country = null, [AllowedValues("standard", "reverseCharge", "exempt")] string? taxTreatment = null, Guid[]? id = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            var query = new ListQuery(Fields, new("c.id", NpgsqlDbType.Uuid));
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if (Standing(query, archived) is { } unclear) return unclear;
            if (Words.Check<TaxTreatment>("taxTreatment", taxTreatment) is { } unknown) return unknown;
            Searched(query, search);
            query.Filter("c.currency = upper(@)", currency, NpgsqlDbType.Text).Filter("c.country = upper(@)", country, NpgsqlDbType.Text);
            query.Filter("c.tax_treatment = @", taxTreatment, NpgsqlDbType.Text);
            if (id is { Length: > 0 }) query.Filter($"c.id = any ({query.Value(id, NpgsqlDbType.Array | NpgsqlDbType.Uuid)})");
            if (query.Sort(sort, "name") is { } unsorted) return unsorted;
            if (query.After(cursor) is { } lost) return lost;
            var rows = limit ?? Limit.Default;
            return await session.Read($"select {Columns}{query.CursorColumns} from invoicing_clients c where c.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, CursorColumn, Card, stop)), stop);
        })
        .Produces<Page<ClientCard>>()
        .Requires(Permission.SeeInvoicing)
        .WithSummary("The clients; search finds name, mail address, telephone number, tax id, town and ids in other systems; id, as often as wanted, picks those");

    private static Problem? Standing(ListQuery query, string? archived)
    {
        switch (archived)
        {
            case null or "false": query.Filter("c.standing = 'active'"); return null;
            case "true": query.Filter("c.standing = 'archived'"); return null;
            case "all": return null;
            default: return Problems.BadRequest(new Fault("?archived", "Write archived=false, archived=true or archived=all."));
        }
    }

    // A number is found however its digits are grouped, in the row and in the search.
    private static void Searched(ListQuery query, string? search)
    {
        if (Search.Pattern(search) is not { } pattern) return;
        var bare = ClientSearch.Bare(search)!;
        if (bare.Length < 4 || !bare.Any(char.IsDigit)) query.Filter("c.found ilike @", pattern, NpgsqlDbType.Text);
        else query.Filter($"(c.found ilike {query.Value(pattern, NpgsqlDbType.Text)} or c.found ilike {query.Value(Search.Pattern(bare)!, NpgsqlDbType.Text)})");
    }

    private static ClientCard Card(NpgsqlDataReader reader) => new(
        new(reader.GetGuid(0)), reader.GetString(1), Texts(reader, 2), Texts(reader, 3), Text(reader, 4),
        new(Text(reader, 5), Text(reader, 6), Text(reader, 7), Text(reader, 8), Text(reader, 9), Text(reader, 10)), Text(reader, 11), Currency.Parse(reader.GetString(12)), Text(reader, 13), reader.IsDBNull(14) ? null : reader.GetInt32(14),
        Enum.Parse<TaxTreatment>(reader.GetString(15), ignoreCase: true), Text(reader, 16), Text(reader, 17), Text(reader, 18), Text(reader, 19), Text(reader, 20), Text(reader, 21),
        Enum.Parse<ClientStanding>(reader.GetString(22), ignoreCase: true), reader.IsDBNull(23) ? null : new ClientId(reader.GetGuid(23)), !reader.GetBoolean(25), reader.GetInt64(24));

    private static string? Text(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);

    private static List<string> Texts(NpgsqlDataReader reader, int ordinal) => JsonSerializer.Deserialize<List<string>>(reader.GetFieldValue<byte[]>(ordinal), JsonSerializerOptions.Web)!;
}
