using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>Hosting, one block per month and client.</summary>
internal static class ListHostingMonths
{
    private const int MostMonths = 24;
    private const int MostBlocks = 2_000;

    private static readonly Refusal TooMuch = new("hosting-months-too-many", "These are too many months of too many clients for one look. Choose a client or fewer months.");

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/support/hosting/months", async (string from, string to, Session session, IInvoicing invoicing, MonthReading reading, CommandEdge edge, CancellationToken stop, Guid? clientId = null) =>
        {
            if (Months.Span(from, to, MostMonths) is not { } months) return Months.NoSpan(MostMonths);
            List<Guid> clients = clientId is { } one ? [one] : await reading.ClientsOf(months[0], Months.Last(months[^1]), stop);
            if (clients.Count * months.Count > MostBlocks) return edge.Refused(TooMuch);
            var grounds = await MonthGrounds.Of(clients.Select(id => (id, months)), session, invoicing, reading, stop);
            var blocks = grounds.Known.Where(client => client.Ground.Sites.Count > 0 || client.Ground.Ledger.Closes.Any(close => close.Hosting.Count > 0))
                .SelectMany(client => client.Pages).Where(page => page.Hosting.Active > 0).Select(page => new HostingMonth(page.ClientId, page.ClientName, page.Month, page.Hosting));
            return (IResult)Answer.Of(new HostingMonths([.. blocks.OrderByDescending(block => block.Month, StringComparer.Ordinal).ThenBy(block => PlainText.Key(block.ClientName), StringComparer.Ordinal)], grounds.LeftOut));
        })
        .Produces<HostingMonths>().Requires(Permission.SeeSupport).WithSummary("Hosting month by month and client by client: days, gross, credit and net of each site, the latest month first");
}

/// <summary>Months of hosting, the latest first.</summary>
/// <param name="LeftOut">Clients of whom nothing is in them.</param>
internal sealed record HostingMonths(IReadOnlyList<HostingMonth> Items, IReadOnlyList<MonthLeftOut> LeftOut);

/// <summary>A month of a client's hosting.</summary>
/// <param name="Month">Such as 2025-06.</param>
internal sealed record HostingMonth(Guid ClientId, string ClientName, string Month, MonthHosting Hosting);
