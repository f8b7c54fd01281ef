using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Support;

/// <summary>Shows what a month of a client comes to, and which clients have anything in a month.</summary>
internal static class ShowMonth
{
    private const int MostClients = 500;

    internal static readonly Problem NoMonth = Problems.BadRequest(new Fault("", "A month is written such as 2025-06, of the years 2000 to 2999."));

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/support/months/{month}", async (string month, Guid clientId, Session session, IInvoicing invoicing, MonthReading reading, Streams<SupportTerms> terms, CommandEdge edge, CancellationToken stop) =>
        {
            if (Months.Read(month) is not { } first) return NoMonth;
            if (await invoicing.Client(session, clientId, stop) is not { } client) return Problems.NotFound;
            var ground = await reading.Ground(client, first, first, stop);
            if (ground.Check([first]) is { } refused) return edge.Refused(refused);
            return (IResult)Answer.Of(await Page(session, invoicing, client, ground, first, (await terms.Peek(SupportTerms.Id, stop)).State, stop));
        })
        .Produces<MonthPage>().Requires(Permission.SeeSupport).WithSummary("What a month of a client comes to: hours, projects, hosting, with every line");

        app.MapGet("/api/support/months/{month}/clients", async (string month, Session session, IInvoicing invoicing, MonthReading reading, CancellationToken stop) =>
        {
            if (Months.Read(month) is not { } first) return NoMonth;
            var clients = await reading.ClientsOf(first, Months.Last(first), stop);
            var grounds = await MonthGrounds.Of(clients.Take(MostClients).Select(id => (id, (IReadOnlyList<DateOnly>)[first])), session, invoicing, reading, stop);
            var items = grounds.Known.SelectMany(client => client.Pages).Select(MonthOfClient.Of).Concat(grounds.LeftOut.Select(left => new MonthOfClient(left.ClientId, left.ClientName, null, null, null, null, null, 0, left.Code, left.Sentence)));
            return (IResult)Answer.Of(new MonthClients([.. items.OrderBy(one => PlainText.Key(one.ClientName), StringComparer.Ordinal)], clients.Count > MostClients));
        })
        .Produces<MonthClients>().Requires(Permission.SeeSupport).WithSummary("The clients of whom there is anything in a month, and what it comes to for each");
    }

    internal static async Task<MonthPage> Page(Session session, IInvoicing invoicing, BilledClient client, MonthGround ground, DateOnly month, SupportTerms terms, CancellationToken stop)
    {
        NpgsqlParameter[] of = [new NpgsqlParameter<Guid> { TypedValue = client.Id }, new NpgsqlParameter<DateOnly> { TypedValue = month }, new NpgsqlParameter<DateOnly> { TypedValue = Months.Last(month) }];
        var requests = await session.Read($"select {ListRequests.Columns} from support_requests r where r.tenant_id = $1 and r.client_id = $2 and r.resolved_on between $3 and $4", of, async row =>
        {
            var all = new Dictionary<Guid, RequestCard>();
            while (await row.ReadAsync(stop)) if (ListRequests.Card(row, terms) is { } card) all[card.Id.Value] = card;
            return all;
        }, stop);
        var projects = await session.Read($"select {ListProjects.Columns} from support_projects p where p.tenant_id = $1 and p.client_id = $2 and not p.archived and p.status <> 'notReady' and (p.completed_on between $3 and $4 or p.completed_on is null and p.close is null)", [.. of.Select(one => one.Clone()).Cast<NpgsqlParameter>()], async row =>
        {
            var all = new List<ProjectCard>();
            while (await row.ReadAsync(stop)) if (ListProjects.Row(row) is var (id, project, version)) all.Add(ProjectCard.Of(new(id), project, null, version));
            return all;
        }, stop);
        var invoices = await session.Read(invoicing.Wanted(SupportFact.Module, [.. ground.Ledger.Closes.Where(one => one.Month == month).Select(one => one.Reference)]), stop);
        return MonthPage.Of(client, ground, month, requests, projects, invoices);
    }
}

/// <summary>The clients of whom there is anything in a month.</summary>
/// <param name="More">Whether there are more than are shown.</param>
internal sealed record MonthClients(IReadOnlyList<MonthOfClient> Items, bool More);

/// <summary>What a month comes to for a client.</summary>
/// <param name="Hours">Of support, what is billed of them.</param>
/// <param name="Open">What closing the month would bill of it.</param>
/// <param name="Closes">How often the month was closed.</param>
/// <param name="Code">Why it cannot be worked out; else null, as the sentence.</param>
internal sealed record MonthOfClient(Guid ClientId, string ClientName, Money? Hours, Money? Projects, Money? Hosting, Money? Total, Money? Open, int Closes, string? Code, string? Sentence)
{
    public static MonthOfClient Of(MonthPage page) => new(page.ClientId, page.ClientName, page.Requests.Net, page.Projects.Net, page.Hosting.Net, page.Total, page.Open, page.Closes.Count, null, null);
}
