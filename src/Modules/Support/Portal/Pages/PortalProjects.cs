using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Support;

/// <summary>A project as the client for whom it is sees it.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Category">What kind it is, by code.</param>
/// <param name="CompletedOn">The day on which it was, or is to be, completed; null while nobody knows one.</param>
/// <param name="Status">Whether it is still being worked on. How far it is billed is told by invoices, to whoever sees these.</param>
internal sealed record PortalProject(ProjectId Id, string Name, string Category, DateOnly? CompletedOn, [property: AllowedValues("inProgress", "completed")] string Status);

/// <summary>The projects of the guest's client.</summary>
internal static class PortalProjects
{
    private const int Width = 5;

    // A project without a day is still to come, and before all others.
    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["completedOn"] = new("coalesce(p.completed_on, 'infinity'::date)", NpgsqlDbType.Date),
        ["name"] = new("lower(p.name)", NpgsqlDbType.Text),
    };

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/portal/projects", async (PortalGuest guest, Session session, CancellationToken stop, string? search = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var query = new ListQuery(Fields, new("p.id", NpgsqlDbType.Uuid)).Filter("p.client_id = @", guest.Client.Id, NpgsqlDbType.Uuid).Filter("not p.archived").Filter("p.name ilike @", Search.Pattern(search), NpgsqlDbType.Text);
            if ((query.Sort(null, "-completedOn,name") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            return await session.Read($"select p.id, p.name, p.category, p.completed_on, p.status{query.CursorColumns} from support_projects p where p.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, Width, Project, stop)), stop);
        })
        .Produces<Page<PortalProject>>().RequiresGuest().WithSummary("The client's projects, the latest completed first");

    private static PortalProject Project(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetFieldValue<DateOnly>(3), Words.Read<ProjectStatus>(row.GetString(4)) == ProjectStatus.NotReady ? "inProgress" : "completed");
}
