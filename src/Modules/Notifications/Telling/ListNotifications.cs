using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Notifications;

/// <summary>What somebody was told of one event.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Priority">How much it matters.</param>
/// <param name="Title">One line, in the language that was asked for.</param>
/// <param name="Text">A sentence or two; may be empty.</param>
/// <param name="Path">Of the dashboard: where there is more of it.</param>
/// <param name="HappenedAt">When the event was recorded, UTC.</param>
/// <param name="ToldAt">When they were told, UTC.</param>
/// <param name="ReadAt">When they read it, UTC; null: not yet.</param>
internal sealed record NotificationLine(NotificationId Id, NotificationKind Kind, NotificationPriority Priority, string Title, string Text, string Path, DateTimeOffset HappenedAt, DateTimeOffset ToldAt, DateTimeOffset? ReadAt)
{
    public override string ToString() => $"{nameof(NotificationLine)} {Id}"; // it names clients
}

/// <summary>How much somebody has not read.</summary>
/// <param name="Unread">So many.</param>
internal sealed record UnreadNotifications(long Unread);

/// <summary>What somebody was told, the newest first.</summary>
internal sealed class ListNotifications(NotificationWriters writers)
{
    private const string Columns = "n.id, n.kind, n.priority, n.path, n.happened_at, n.told_at, n.read_at, n.seq_id";

    private const int Width = 8;

    private static readonly Dictionary<string, SortField> Fields = new() { ["place"] = new("n.place", NpgsqlDbType.Bigint) };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/notifications", async (ListNotifications list, Addressed who, Session session, CancellationToken stop, bool unread = false, [AllowedValues("budget", "anomaly", "limit", "overdue", "paymentFailed", "syncTrouble", "webhookTrouble", "system")] string? kind = null, [AllowedValues("en", "de", "fr", "es")] string? language = null, int? limit = null, string? cursor = null) =>
            {
                if (Limit.Check(limit) is { } tooMany) return tooMany;
                if (language is not null && !NotificationLanguage.Offered.Contains(language)) return Problems.BadRequest(new Fault("?language", "Choose en, de, fr or es."));
                var query = new ListQuery(Fields, new("n.id", NpgsqlDbType.Uuid));
                query.Filter(Mine(query.Value(who.Person, NpgsqlDbType.Uuid), query.Value(Names(who), NpgsqlDbType.Array | NpgsqlDbType.Text)))
                    .Filter("n.kind = @", kind, NpgsqlDbType.Varchar);
                if (unread) query.Filter("n.read_at is null");
                if ((query.Sort(null, "-place") ?? query.After(cursor)) is { } unclear) return unclear;
                var rows = limit ?? Limit.Default;
                var page = await session.Read($"select {Columns}{query.CursorColumns} from notifications n where n.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values, reader => Pages.Read(reader, query, rows, Width, Row, stop), stop);
                return (IResult)Answer.Of(new Page<NotificationLine>(await list.Word(page.Items, session, NotificationLanguage.Of(language ?? who.Here.Locale), stop), page.NextCursor));
            })
            .Produces<Page<NotificationLine>>().ForThePerson().WithSummary("What you were told, the newest first");

        app.MapGet("/api/notifications/unread", async (Addressed who, Session session, CancellationToken stop) =>
                TypedResults.Ok(await session.Read($"select count(*) from notifications n where n.tenant_id = $1 and {Mine("$2", "$3")} and n.read_at is null", Values(who), async reader => new UnreadNotifications(await reader.ReadAsync(stop) ? reader.GetInt64(0) : 0), stop)))
            .ForThePerson().WithSummary("How much of what you were told you have not read");
    }

    /// <summary>Says in words what rows are about; each event is read once, and what it says is made of it now.</summary>
    private async Task<IReadOnlyList<NotificationLine>> Word(IReadOnlyList<(NotificationLine Line, long? Sequence)> rows, Session session, NotificationLanguage language, CancellationToken stop)
    {
        var events = (await session.Events(rows.Select(row => row.Sequence).OfType<long>(), stop)).ToDictionary(happened => happened.Sequence);
        var lines = new List<NotificationLine>(rows.Count);
        foreach (var (line, sequence) in rows)
        {
            var notice = sequence is { } number && events.TryGetValue(number, out var happened) ? await writers.Write(happened, session, stop) : null;
            var text = notice?.In(language) ?? NotificationWords.Gone(language);
            lines.Add(line with { Title = text.Title, Text = text.Text });
        }
        return lines;
    }

    private static (NotificationLine, long?) Row(NpgsqlDataReader row) => (
        new(new(row.GetGuid(0)), Enum.Parse<NotificationKind>(row.GetString(1), ignoreCase: true), Enum.Parse<NotificationPriority>(row.GetString(2), ignoreCase: true), "", "", row.GetString(3), Moment(row, 4), Moment(row, 5), row.IsDBNull(6) ? null : Moment(row, 6)),
        row.IsDBNull(7) ? null : row.GetInt64(7));

    private static DateTimeOffset Moment(NpgsqlDataReader row, int column) => new(row.GetDateTime(column), TimeSpan.Zero);

    /// <summary>Of a person, as far as their role still lets them see it.</summary>
    private static string Mine(string person, string may) => $"n.person_id = {person} and n.in_product and n.permission = any ({may})";

    private static string[] Names(Addressed who) => [.. who.May.Select(permission => permission.Name)];

    private static NpgsqlParameter[] Values(Addressed who) => [new NpgsqlParameter<Guid> { TypedValue = who.Person }, new NpgsqlParameter<string[]> { TypedValue = Names(who) }];
}
