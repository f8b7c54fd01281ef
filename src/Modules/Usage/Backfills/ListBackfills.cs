using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NpgsqlTypes;

namespace Billing.Usage;

/// <summary>The back-fills, the newest first, and one of them.</summary>
internal static class ListBackfills
{
    private static readonly Dictionary<string, SortField> Fields = new() { ["openedAt"] = new("b.opened_at", NpgsqlDbType.TimestampTz), ["name"] = new("lower(b.name)", NpgsqlDbType.Text) };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/usage/backfills", async (Session session, CancellationToken stop, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var query = new ListQuery(Fields, new("b.id", NpgsqlDbType.Uuid));
            if ((query.Sort(sort, "-openedAt") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            var page = await session.Read($"select {BackfillCard.Columns}{query.CursorColumns} from usage_backfills b where b.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                reader => Pages.Read(reader, query, rows, BackfillCard.ColumnCount, BackfillCard.Of, stop), stop);
            return (IResult)Answer.Of(page with { Items = await BackfillCard.WithMeters(session, page.Items, stop) });
        })
        .Produces<Page<BackfillCard>>().Requires(Permission.SeeUsage).WithSummary("The back-fills, the newest first");

        app.MapGet("/api/usage/backfills/{id}", async (BackfillId id, Session session, CancellationToken stop) =>
            await BackfillCard.Find(session, id, stop) is { } card ? (IResult)Answer.Of(card, card.Version) : Problems.NotFound)
        .Produces<BackfillCard>().Requires(Permission.SeeUsage).WithSummary("A back-fill, and what it brought for each meter");
    }
}
