using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Notifications;

/// <summary>The addresses that are told of what happens, and one of them.</summary>
internal static class ListWebhooks
{
    private const string Columns = """
        w.id, w.name, w.url, w.filters, w.headers, w.rate, w.signing, w.shown, w.old_until, w.state, w.reason, w.version,
        coalesce(l.failures, 0), l.failing_since, l.rests_until, l.endpoint_id is not null,
        (select count(*) from webhook_deliveries d where d.tenant_id = w.tenant_id and d.endpoint_id = w.id and d.state = 'waiting'),
        (select count(*) from webhook_deliveries d where d.tenant_id = w.tenant_id and d.endpoint_id = w.id and d.state = 'failed')
        """;

    /// <summary>How many columns a row has.</summary>
    private const int Width = 18;

    private const string From = "from webhook_endpoints w left join webhook_lanes l on l.tenant_id = w.tenant_id and l.endpoint_id = w.id where w.tenant_id = $1";

    private static readonly Dictionary<string, SortField> Fields = new() { ["name"] = new("lower(w.name)", NpgsqlDbType.Varchar), ["opened"] = new("w.opened_at", NpgsqlDbType.TimestampTz) };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/webhook-endpoints", async (Session session, CancellationToken stop, WebhookState? state = null, string? sort = null, int? limit = null, string? cursor = null) =>
            {
                if (Limit.Check(limit) is { } tooMany) return tooMany;
                var query = new ListQuery(Fields, new("w.id", NpgsqlDbType.Uuid)).Filter("w.state = @", state is { } one ? WebhookEndpointRows.Word(one) : null, NpgsqlDbType.Varchar);
                if ((query.Sort(sort, "name") ?? query.After(cursor)) is { } unclear) return unclear;
                var rows = limit ?? Limit.Default;
                return await session.Read($"select {Columns}{query.CursorColumns} {From}{query.Where}{query.Tail(rows)}", query.Values, async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, Width, Line, stop)), stop);
            })
            .Produces<Page<WebhookEndpointLine>>().Requires(Permission.ArrangeWebhooks).WithSummary("The addresses that are told of what happens");

        app.MapGet("/api/webhook-endpoints/{id}", async (WebhookEndpointId id, Session session, CancellationToken stop) =>
                await session.Read($"select {Columns} {From} and w.id = $2", [new NpgsqlParameter<Guid> { TypedValue = id.Value }], async reader => await reader.ReadAsync(stop) ? Line(reader) : null, stop) is { } line
                    ? (IResult)Answer.Of(line, line.Endpoint.Version) : Problems.NotFound)
            .Produces<WebhookEndpointLine>().Requires(Permission.ArrangeWebhooks).WithSummary("An address that is told of what happens");
    }

    private static WebhookEndpointLine Line(NpgsqlDataReader row)
    {
        DateTimeOffset? Moment(int column) => row.IsDBNull(column) ? null : new DateTimeOffset(row.GetDateTime(column), TimeSpan.Zero);
        var page = new WebhookEndpointPage(
            new(row.GetGuid(0)), row.GetString(1), row.GetString(2), Names(row.GetString(3)), Names(row.GetString(4)), row.IsDBNull(5) ? null : row.GetInt32(5), Word<WebhookSigning>(row.GetString(6)), row.GetString(7), Moment(8),
            Word<WebhookState>(row.GetString(9)), row.IsDBNull(10) ? null : Word<WebhookTrouble>(row.GetString(10)), row.GetInt64(11));
        return new(page, row.GetInt32(12), Moment(13), Moment(14), row.GetInt64(16), row.GetInt64(17), row.GetBoolean(15));
    }

    private static string[] Names(string json) => JsonSerializer.Deserialize<string[]>(json)!;

    private static T Word<T>(string word) where T : struct, Enum => Enum.Parse<T>(word, ignoreCase: true);
}
