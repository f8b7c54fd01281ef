using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>The links that open an invoice, newest first.</summary>
internal sealed record ClientLinks(IReadOnlyList<ClientLinkLine> Items);

/// <summary>One link; where it leads is not known any more.</summary>
/// <param name="State">Whether it opens the invoice today.</param>
/// <param name="SendingId">The mail that carries it; null when a person asked for it.</param>
/// <param name="OnPaper">Whether the invoice bears it, as it was printed.</param>
/// <param name="FirstSeenOn">The day on which it was first opened.</param>
/// <param name="LastSeenOn">The day on which it was last opened.</param>
internal sealed record ClientLinkLine(Guid Id, [property: AllowedValues("open", "expired", "withdrawn")] string State, DateOnly? ExpiresOn, Guid? SendingId, bool OnPaper, DateTimeOffset GivenAt, DateOnly? FirstSeenOn, DateOnly? LastSeenOn)
{
    private const string Sql = "select id, expires_on, sending_id, given_at, withdrawn, first_seen_on, last_seen_on, on_paper from invoicing_client_links where tenant_id = $1 and invoice_id = $2 order by given_at desc, id desc";

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/invoices/{id:guid}/links", async (Guid id, Session session, Today today, CancellationToken stop) =>
            (await session.Streams<Invoice>().Peek(id, stop)).Exists
                ? (IResult)Answer.Of(await session.Read(Sql, [new NpgsqlParameter<Guid> { TypedValue = id }], async row =>
                {
                    var links = new List<ClientLinkLine>();
                    while (await row.ReadAsync(stop)) links.Add(Of(row, today.Date));
                    return new ClientLinks(links);
                }, stop))
                : Problems.NotFound)
        .Produces<ClientLinks>().Requires(Permission.SeeInvoicing).WithSummary("The links that open an invoice without an account, and when they were used");

    private static ClientLinkLine Of(NpgsqlDataReader row, DateOnly today)
    {
        DateOnly? Day(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
        var state = row.GetBoolean(4) ? "withdrawn" : Day(1) < today ? "expired" : "open";
        return new ClientLinkLine(row.GetGuid(0), state, Day(1), row.IsDBNull(2) ? null : row.GetGuid(2), row.GetBoolean(7), new DateTimeOffset(row.GetDateTime(3), TimeSpan.Zero), Day(5), Day(6));
    }
}
