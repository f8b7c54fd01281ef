using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Support;

/// <summary>A page of projects.</summary>
/// <param name="Counts">How many there are of each status, whatever status is asked for; on the first page only.</param>
internal sealed record ProjectList(IReadOnlyList<ProjectCard> Items, string? NextCursor, IReadOnlyDictionary<string, long>? Counts);

/// <summary>Which projects are wanted.</summary>
internal sealed record ProjectFilter
{
    [FromQuery] public Guid? ClientId { get; init; }

    [FromQuery, AllowedValues("notReady", "ready", "invoiced", "paid")] public string? Status { get; init; }

    [FromQuery] public string? Category { get; init; }

    /// <summary>Completed on this day or later.</summary>
    [FromQuery] public DateOnly? From { get; init; }

    /// <summary>Completed on this day or earlier.</summary>
    [FromQuery] public DateOnly? To { get; init; }

    /// <summary>Those without a day of completion; no: those with one.</summary>
    [FromQuery] public bool? Undated { get; init; }

    [FromQuery] public bool? Archived { get; init; }

    /// <summary>Part of the name or the outside id.</summary>
    [FromQuery] public string? Search { get; init; }

    // A project without a day comes after all others.
    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["completedOn"] = new("coalesce(p.completed_on, 'infinity'::date)", NpgsqlDbType.Date),
        ["name"] = new("lower(p.name)", NpgsqlDbType.Text),
        ["category"] = new("p.category", NpgsqlDbType.Text),
        ["client"] = new("p.client_id", NpgsqlDbType.Uuid),
        ["price"] = new("p.price", NpgsqlDbType.Numeric),
        ["status"] = new("p.status", NpgsqlDbType.Text),
    };

    public Problem? Query(out ListQuery query, string? sort = null, string? cursor = null, bool anyStatus = false)
    {
        query = new ListQuery(Fields, new("p.id", NpgsqlDbType.Uuid));
        if (Status is not null && !Enum.GetValues<ProjectStatus>().Select(Words.Of).Contains(Status)) return Problems.BadRequest(new Fault("?status", "A status is notReady, ready, invoiced or paid."));
        if (From > To) return Problems.BadRequest(new Fault("?to", "The days end before they begin."));
        query.Filter("p.client_id = @", ClientId, NpgsqlDbType.Uuid).Filter("p.category = @", Category, NpgsqlDbType.Text)
            .Filter("p.completed_on >= @", From, NpgsqlDbType.Date).Filter("p.completed_on <= @", To, NpgsqlDbType.Date)
            .Filter("p.archived = @", Archived ?? false, NpgsqlDbType.Boolean).Filter("(p.name ilike @ or p.outside_id ilike @)", Billing.Web.Search.Pattern(Search), NpgsqlDbType.Text);
        if (Undated is { } undated) query.Filter(undated ? "p.completed_on is null" : "p.completed_on is not null");
        if (!anyStatus) query.Filter("p.status = @", Status, NpgsqlDbType.Text);
        return query.Sort(sort, "-completedOn,name") ?? query.After(cursor);
    }
}

/// <summary>The projects, and one of them.</summary>
internal static class ListProjects
{
    internal const string Columns = "p.id, p.client_id, p.name, p.category, p.price, p.currency, p.completed_on, p.outside_id, p.status, p.invoice_id, p.invoice_number, p.edited, p.close, p.archived, p.version";

    private const int Width = 15;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/support/projects", async ([AsParameters] ProjectFilter filter, Session session, IInvoicing invoicing, CancellationToken stop, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if (filter.Query(out var query, sort, cursor) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            var page = await session.Read($"select {Columns}{query.CursorColumns} from support_projects p where p.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                reader => Pages.Read(reader, query, rows, Width, row => Row(row) is var (id, project, version) ? ProjectCard.Of(new(id), project, null, version) : null!, stop), stop);
            var billed = await BilledClose.Of(session, invoicing, page.Items.Select(one => one.Billed?.Close), stop);
            List<ProjectCard> items = [.. page.Items.Select(one => one.Billed is { } close ? one with { Billed = billed[close.Close], InvoiceNumber = one.InvoiceNumber ?? billed[close.Close].InvoiceNumber } : one)];
            return (IResult)Answer.Of(new ProjectList(items, page.NextCursor, cursor is null ? await Counts(session, filter, stop) : null));
        })
        .Produces<ProjectList>().Requires(Permission.SeeSupport).WithSummary("The projects, the latest completed first, with how many there are of each status");

        app.MapGet("/api/support/projects/{id}", async (ProjectId id, Session session, IInvoicing invoicing, Streams<SupportProject> projects, CancellationToken stop) =>
            await projects.Load(id.Value, stop) is { Exists: true } project ? (IResult)Answer.Of(ProjectCard.Of(id, project, await BilledClose.Of(session, invoicing, project.State.Close, stop)), project.Version) : Problems.NotFound)
        .Produces<ProjectCard>().Requires(Permission.SeeSupport).WithSummary("A project");
    }

    internal static (Guid Id, SupportProject Project, long Version) Row(NpgsqlDataReader row) => (
        row.GetGuid(0),
        new SupportProject(
            row.GetGuid(1), row.GetString(2), row.GetString(3), new Money(row.GetDecimal(4), Currency.Parse(row.GetString(5))), row.IsDBNull(6) ? null : row.GetFieldValue<DateOnly>(6), row.GetString(7), Words.Read<ProjectStatus>(row.GetString(8)),
            row.IsDBNull(9) ? null : row.GetGuid(9), row.GetString(10), (ProjectFields)row.GetInt32(11), row.IsDBNull(12) ? null : row.GetString(12), row.GetBoolean(13)),
        row.GetInt64(14));

    private static Task<Dictionary<string, long>> Counts(Session session, ProjectFilter filter, CancellationToken stop)
    {
        filter.Query(out var query, anyStatus: true);
        return session.Read($"select p.status, count(*) from support_projects p where p.tenant_id = $1{query.Where} group by 1", query.Values, async row =>
        {
            var counts = Enum.GetValues<ProjectStatus>().Select(Words.Of).Prepend("all").ToDictionary(status => status, _ => 0L);
            while (await row.ReadAsync(stop))
            {
                counts[row.GetString(0)] += row.GetInt64(1);
                counts["all"] += row.GetInt64(1);
            }
            return counts;
        }, stop);
    }
}
