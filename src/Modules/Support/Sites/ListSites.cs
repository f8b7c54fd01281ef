using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Support;

/// <summary>The hosted sites, and one of them.</summary>
internal static class ListSites
{
    internal const string Columns = "s.id, s.client_id, s.name, s.web_address, s.start_on, s.end_on, s.fees, s.outside_id, s.edited, s.archived, s.version";

    private const int Width = 11;

    private static readonly JsonSerializerOptions Cells = new(JsonSerializerDefaults.Web);

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["name"] = new("lower(s.name)", NpgsqlDbType.Text),
        ["client"] = new("s.client_id", NpgsqlDbType.Uuid),
        ["start"] = new("s.start_on", NpgsqlDbType.Date),
    };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/support/sites", async (Session session, Organisation here, CancellationToken stop, Guid? clientId = null, bool? active = null, bool? archived = null, string? search = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var query = new ListQuery(Fields, new("s.id", NpgsqlDbType.Uuid)).Filter("s.client_id = @", clientId, NpgsqlDbType.Uuid).Filter("s.archived = @", archived ?? false, NpgsqlDbType.Boolean)
                .Filter("(s.name ilike @ or s.web_address ilike @)", Search.Pattern(search), NpgsqlDbType.Text);
            if (active is { } wanted)
            {
                var today = query.Value(LocalDay.Of(session.Now, here.TimeZone), NpgsqlDbType.Date);
                query.Filter($"(s.start_on <= {today} and coalesce(s.end_on, 'infinity') >= {today}) = {(wanted ? "true" : "false")}");
            }
            if ((query.Sort(sort, "name") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            return await session.Read($"select {Columns}{query.CursorColumns} from support_sites s where s.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, Width, row => Row(row) is var (id, site, version) ? SiteCard.Of(new(id), site, version) : null!, stop)), stop);
        })
        .Produces<Page<SiteCard>>().Requires(Permission.SeeSupport).WithSummary("The sites that are hosted for clients, by name");

        app.MapGet("/api/support/sites/{id}", async (SiteId id, Streams<SupportSite> sites, CancellationToken stop) =>
            await sites.Load(id.Value, stop) is { Exists: true } site ? (IResult)Answer.Of(SiteCard.Of(id, site), site.Version) : Problems.NotFound)
        .Produces<SiteCard>().Requires(Permission.SeeSupport).WithSummary("A site that is hosted for a client");
    }

    internal static (Guid Id, SupportSite Site, long Version) Row(NpgsqlDataReader row) => (
        row.GetGuid(0),
        new SupportSite(
            row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetFieldValue<DateOnly>(4), row.IsDBNull(5) ? null : row.GetFieldValue<DateOnly>(5), [.. JsonSerializer.Deserialize<SiteFeeCell[]>(row.GetString(6), Cells)!.Select(cell => cell.Read())],
            row.GetString(7), (SiteFields)row.GetInt32(8), row.GetBoolean(9)),
        row.GetInt64(10));
}
