using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Support;

/// <summary>A hosted site as the client whose it is sees it.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="WebAddress">Where it is; null where nobody says.</param>
/// <param name="HostedSince">The first day on which it is hosted.</param>
/// <param name="HostedUntil">The last day; null while nobody knows one.</param>
/// <param name="State">Whether it is hosted on the organisation's day.</param>
internal sealed record PortalSite(SiteId Id, string Name, string? WebAddress, DateOnly HostedSince, DateOnly? HostedUntil, [property: AllowedValues("planned", "hosted", "ended")] string State);

/// <summary>The sites that are hosted for the guest's client.</summary>
internal static class PortalSites
{
    private const int Width = 5;

    private static readonly Dictionary<string, SortField> Fields = new() { ["name"] = new("lower(s.name)", NpgsqlDbType.Text) };

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/portal/sites", async (PortalGuest guest, Session session, CancellationToken stop, string? search = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var query = new ListQuery(Fields, new("s.id", NpgsqlDbType.Uuid)).Filter("s.client_id = @", guest.Client.Id, NpgsqlDbType.Uuid).Filter("not s.archived").Filter("(s.name ilike @ or s.web_address ilike @)", Search.Pattern(search), NpgsqlDbType.Text);
            if ((query.Sort(null, "name") ?? query.After(cursor)) is { } unclear) return unclear;
            var (rows, today) = (limit ?? Limit.Default, LocalDay.Of(session.Now, guest.Here.TimeZone));
            return await session.Read($"select s.id, s.name, s.web_address, s.start_on, s.end_on{query.CursorColumns} from support_sites s where s.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, Width, row => Site(row, today), stop)), stop);
        })
        .Produces<Page<PortalSite>>().RequiresGuest().WithSummary("The sites that are hosted for the client, by name");

    private static PortalSite Site(NpgsqlDataReader row, DateOnly today)
    {
        var (start, end) = (row.GetFieldValue<DateOnly>(3), row.IsDBNull(4) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(4));
        return new(new(row.GetGuid(0)), row.GetString(1), row.GetString(2) is { Length: > 0 } address ? address : null, start, end, start > today ? "planned" : end < today ? "ended" : "hosted");
    }
}
