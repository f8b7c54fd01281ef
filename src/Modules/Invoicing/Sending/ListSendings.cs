using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>The mails that went out with a document, or are to, newest first.</summary>
internal sealed record Sendings(IReadOnlyList<SendingLine> Items);

/// <summary>One mail.</summary>
/// <param name="State">scheduled: it waits for its time. underWay: it is being handed over, or tried again. sent: a mail server took it. failed: none did, and nobody tries again. bounced: one took it, and it came back.</param>
/// <param name="Attempts">How often a mail server was tried.</param>
/// <param name="NextAttemptAt">When it is tried again, or for the first time; null when it is not any more.</param>
/// <param name="Trouble">Why it failed.</param>
/// <param name="Refused">Readers whom the mail server did not take, though it took others.</param>
/// <param name="Bounced">Readers from whom it came back.</param>
/// <param name="BounceReason">Why, in the words of a mail server; null when it did not come back.</param>
internal sealed record SendingLine(
    Guid Id, [property: AllowedValues("scheduled", "underWay", "sent", "failed", "bounced", "withdrawn")] string State, DateTimeOffset AskedAt, string AskedBy, DateTimeOffset? Due, DateTimeOffset? EndedAt, int Attempts, DateTimeOffset? NextAttemptAt,
    SendingTrouble? Trouble, IReadOnlyList<string> To, IReadOnlyList<string> Cc, string Subject, IReadOnlyList<string> Refused, IReadOnlyList<string> Bounced, string? BounceReason)
{
    // Of the message only how it fares is asked: its error is an operator's.
    private const string Sql = """
        select s.id, s.state, s.asked_at, s.asked_by, s.due, s.ended_at, coalesce(m.attempts, 0), coalesce(m.clock_due, m.due), m.handled_at is null and m.dead_at is not null
        from invoicing_sendings s left join messages m on m.tenant_id = s.tenant_id and m.type = $3 and m.key = 'invoicing.invoice ' || s.id || case when s.repeats > 0 then ' ' || s.repeats else '' end
        where s.tenant_id = $1 and $2 in (s.invoice_id, s.quote_id) order by s.asked_at desc, s.id desc
        """;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/invoices/{id:guid}/sendings", (Guid id, Session session, CancellationToken stop) => List<Invoice>(id, session, stop))
            .Produces<Sendings>().Requires(Permission.SeeInvoicing).WithSummary("The mails with an invoice: planned, under way, sent, failed");
        app.MapGet("/api/quotes/{id:guid}/sendings", (Guid id, Session session, CancellationToken stop) => List<Quote>(id, session, stop))
            .Produces<Sendings>().Requires(Permission.SeeInvoicing).WithSummary("The mails with a quote: planned, under way, sent, failed");
    }

    private static async Task<IResult> List<TDocument>(Guid id, Session session, CancellationToken stop) where TDocument : class, IAggregate<TDocument>
    {
        if (!(await session.Streams<TDocument>().Peek(id, stop)).Exists) return Problems.NotFound;
        var rows = await session.Read(Sql, [new NpgsqlParameter<Guid> { TypedValue = id }, new NpgsqlParameter<string> { TypedValue = MailWanted.Message }], async row =>
        {
            var read = new List<Func<Sending, SendingLine>>();
            var ids = new List<Guid>();
            while (await row.ReadAsync(stop))
            {
                ids.Add(row.GetGuid(0));
                read.Add(Of(row, session.Now));
            }
            return (Ids: ids, Lines: read);
        }, stop);
        var work = session.Begin();
        await work.LoadMany<Sending>(rows.Ids, stop);
        var lines = new List<SendingLine>();
        foreach (var (index, sending) in rows.Ids.Index()) lines.Add(rows.Lines[index]((await work.Load<Sending>(sending, stop)).State));
        return Answer.Of(new Sendings(lines));
    }

    private static Func<Sending, SendingLine> Of(NpgsqlDataReader row, DateTimeOffset now)
    {
        DateTimeOffset? Moment(int column) => row.IsDBNull(column) ? null : new DateTimeOffset(row.GetDateTime(column), TimeSpan.Zero);
        var (id, state, askedAt, askedBy, due, endedAt, attempts, next, dead) = (row.GetGuid(0), row.GetString(1), Moment(2)!.Value, row.GetString(3), Moment(4), Moment(5), row.GetInt32(6), Moment(7), !row.IsDBNull(8) && row.GetBoolean(8));
        var open = state == Words.Of(SendingState.UnderWay);
        var shown = !open ? state : dead ? "failed" : due > now ? "scheduled" : state;
        return sending => new SendingLine(
            id, shown, askedAt, askedBy, due, endedAt, attempts, open && !dead ? next : null, sending.Trouble ?? (open && dead ? SendingTrouble.NotTaken : null),
            Said(sending.To), Said(sending.Cc), sending.Subject.Shown, Said(sending.Refused), Said(sending.Bounced), sending.BounceReason?.Shown);
    }

    private static List<string> Said(IEnumerable<PersonalText> words) => [.. words.Select(word => word.Shown)];
}
