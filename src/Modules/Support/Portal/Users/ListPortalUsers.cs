using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Support;

/// <summary>A portal user as the list shows them.</summary>
/// <param name="InvitedAt">UTC; when they were told last.</param>
/// <param name="EnteredAt">UTC; when they came in last; null: never.</param>
internal sealed record PortalUserLine(PortalUserId Id, Guid ClientId, string Name, string Email, bool SeesInvoices, PortalStanding Standing, DateTimeOffset InvitedAt, DateTimeOffset? EnteredAt, long Version);

/// <summary>Those who may come into the portal, and one of them.</summary>
internal static class ListPortalUsers
{
    private const string Columns = "u.id, u.client_id, u.name, u.email, u.sees_invoices, u.standing, u.invited_at, u.entered_at, u.version";
    private const int Width = 9;

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["name"] = new("lower(u.name)", NpgsqlDbType.Text),
        ["client"] = new("u.client_id", NpgsqlDbType.Uuid),
        ["invitedAt"] = new("u.invited_at", NpgsqlDbType.TimestampTz),
    };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/support/portal-users", async (Session session, CancellationToken stop, Guid? clientId = null, bool? withdrawn = null, string? search = null, string? sort = null, int? limit = null, string? cursor = null) =>
            {
                if (Limit.Check(limit) is { } tooMany) return tooMany;
                var query = new ListQuery(Fields, new("u.id", NpgsqlDbType.Uuid)).Filter("u.client_id = @", clientId, NpgsqlDbType.Uuid).Filter("(u.name ilike @ or u.email ilike @)", Search.Pattern(search), NpgsqlDbType.Text)
                    .Filter(withdrawn == true ? "u.standing in ('withdrawn', 'forgotten')" : "u.standing in ('invited', 'active')");
                if ((query.Sort(sort, "name") ?? query.After(cursor)) is { } unclear) return unclear;
                var rows = limit ?? Limit.Default;
                return await session.Read($"select {Columns}{query.CursorColumns} from support_portal_users u where u.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                    async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, Width, Line, stop)), stop);
            })
            .Produces<Page<PortalUserLine>>().Requires(Permission.ArrangeSupport).WithSummary("Those of clients who may come into the portal, by name; or those who may no more");

        app.MapGet("/api/support/portal-users/{id}", (PortalUserId id, Session session, CancellationToken stop) => session.Read(
                $"select {Columns} from support_portal_users u where u.tenant_id = $1 and u.id = $2", [new NpgsqlParameter<Guid> { TypedValue = id.Value }],
                async reader => await reader.ReadAsync(stop) && Line(reader) is var line ? (IResult)Answer.Of(line, line.Version) : Problems.NotFound, stop))
            .Produces<PortalUserLine>().Requires(Permission.ArrangeSupport).WithSummary("Somebody who may come into the portal");
    }

    private static PortalUserLine Line(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetBoolean(4), Words.Read<PortalStanding>(row.GetString(5)), row.GetFieldValue<DateTimeOffset>(6), row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7), row.GetInt64(8));
}
