using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>What a client has to its credit pays its open invoices, the longest due first, as far as it reaches.</summary>
/// <param name="Currency">Which credit, and which invoices.</param>
internal sealed record ApplyCreditToOldest(Currency Currency)
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/clients/{id}/credit/apply", async (ClientId id, ApplyCreditToOldest command, Together together, Session session, Today today, CancellationToken stop) =>
        {
            if (await DraftGrounds.Find(new Attempt(session.Begin(), fresh: false, stop), id) is not { } client) return Problems.NotFound;
            return await together.Decide(ClientAccount.IdOf(client.Id, command.Currency), attempt => command.Apply(attempt, client.Id, today.Date), stop);
        })
        .Produces<UsedCredit>().Requires(Permission.RecordPayments).WithSummary("Pay a client's open invoices with its credit, the longest due first");

    private async Task<Came> Apply(Attempt attempt, ClientId client, DateOnly today)
    {
        var account = ClientAccount.IdOf(client, Currency);
        var paid = new List<Allocation>();
        foreach (var id in await ReceivePayment.Open(attempt.Work.Session, client, Currency, attempt.Stop))
        {
            if (!(await attempt.LoadNow<ClientAccount>(account)).State.In(Currency).IsPositive) break;
            var invoice = (await attempt.LoadNow<Invoice>(id.Value)).State;
            if (!invoice.TakesPayments || !invoice.Outstanding.IsPositive) continue; // paid since its row was read
            if (await new ApplyCredit().Apply(attempt, id.Value, invoice, (account, client), today) is { } refused) return refused;
            paid.Add(new Allocation(id, (await attempt.Load<Invoice>(id.Value)).State.CreditUsed - invoice.CreditUsed));
        }
        return Answer.Of(new UsedCredit(paid, (await attempt.LoadNow<ClientAccount>(account)).State.In(Currency)));
    }
}

/// <summary>What credit paid.</summary>
/// <param name="Allocations">To which invoices it went; none where there was no credit, or nothing open.</param>
/// <param name="Left">What the client still has to its credit.</param>
internal sealed record UsedCredit(IReadOnlyList<Allocation> Allocations, Money Left);
