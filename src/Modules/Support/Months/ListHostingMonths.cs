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
            if (Months.Read(from) is not { } first || Months.Read(to) is not { } last || last < first || first.AddMonths(MostMonths) <= last) return Problems.BadRequest(new Fault("?from", $"Name a first and a last month such as 2025-06, at most {MostMonths} months."));
            List<DateOnly> months = [.. Enumerable.Range(0, MostMonths).Select(first.AddMonths).TakeWhile(month => month <= last)];
            List<Guid> clients = clientId is { } one ? [one] : await reading.ClientsOf(first, Months.Last(last), stop);
            if (clients.Count * months.Count > MostBlocks) return edge.Refused(TooMuch);
            var blocks = new List<HostingMonth>();
            foreach (var id in clients)
            {
                if (await invoicing.Client(session, id, stop) is not { } client || blocks.Any(block => block.ClientId == client.Id)) continue;
                var ground = await reading.Ground(client, first, last, stop);
                if (ground.Sites.Count == 0 && !ground.Ledger.Closes.Any(close => close.Hosting.Count > 0)) continue;
                if (ground.Check(months) is { } refused) return edge.Refused(refused);
                foreach (var month in months)
                {
                    var hosting = MonthPage.Of(client, ground, month, new Dictionary<Guid, RequestCard>(), [], new Dictionary<string, WantedInvoiceAnswer>()).Hosting;
                    if (hosting.Active > 0) blocks.Add(new(client.Id, client.Name, Months.Write(month), hosting));
                }
            }
            return (IResult)Answer.Of(new HostingMonths([.. blocks.OrderByDescending(block => block.Month, StringComparer.Ordinal).ThenBy(block => PlainText.Key(block.ClientName), StringComparer.Ordinal)]));
        })
        .Produces<HostingMonths>().Requires(Permission.SeeSupport).WithSummary("Hosting month by month and client by client: days, gross, credit and net of each site, the latest month first");
}

/// <summary>Months of hosting, the latest first.</summary>
internal sealed record HostingMonths(IReadOnlyList<HostingMonth> Items);

/// <summary>A month of a client's hosting.</summary>
/// <param name="Month">Such as 2025-06.</param>
internal sealed record HostingMonth(Guid ClientId, string ClientName, string Month, MonthHosting Hosting);
