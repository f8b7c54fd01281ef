using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>A client's credit is given back in money, without naming a payment that it came from; no invoice asks for anything again.</summary>
/// <param name="Amount">So much, of the credit in its currency.</param>
/// <param name="Reason">In somebody's words.</param>
/// <param name="PaidOn">The day; today unless said otherwise.</param>
internal sealed record PayOutCredit(Money Amount, string Reason, DateOnly? PaidOn = null)
{
    public Decision<PayOutEvent> Decide(ClientId client, Money credit, DateOnly today)
    {
        if (!Amount.IsPositive) return No.Nothing;
        if (Amount > credit) return No.TooLittle(credit);
        if ((PaidOn ?? today).Year is < 1900 or > 2999) return WriteInvoice.No.OutOfRange;
        if (!PlainText.Note(Reason, 500).TryGet(out var reason, out var refused)) return refused;
        return reason.Length == 0 ? No.ReasonMissing : new CreditPaidOut(client, Amount, PaidOn ?? today, reason);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/clients/{id}/credit/pay-out", async (ClientId id, PayOutCredit command, Together together, Session session, Today today, CancellationToken stop) =>
        {
            var known = new Attempt(session.Begin(), fresh: false, stop);
            if (await DraftGrounds.Find(known, id) is not { } client) return Problems.NotFound;
            return await together.Decide(ClientAccount.IdOf(client.Id, command.Amount.Currency), attempt => command.PayOut(attempt, client.Id, session.NewId(), today.Date), stop);
        })
        .Produces<PayOutPage>(201).Requires(Permission.RecordPayments).WithSummary("Pay a client's credit out, whatever it came from");

    private async Task<Came> PayOut(Attempt attempt, ClientId client, Guid id, DateOnly today)
    {
        var accountId = ClientAccount.IdOf(client, Amount.Currency);
        var credit = (await attempt.Load<ClientAccount>(accountId)).State.In(Amount.Currency);
        attempt.Work.New<PayOut>(id);
        if (attempt.Work.Decide<PayOut, PayOutEvent>(id, _ => Decide(client, credit, today)) is { } refused) return refused;
        var paid = (await attempt.Load<PayOut>(id)).State;
        if (await attempt.Decide<ClientAccount, ClientAccountEvent>(accountId, account => account.Withdraw(id, paid.Amount, paid.On)) is { } used) return used;
        return Answer.Of(new PayOutPage(id, client, paid.Amount, paid.On, paid.Reason, (await attempt.Load<ClientAccount>(accountId)).State.In(Amount.Currency)), status: 201);
    }

    internal static class No
    {
        public static readonly Refusal Nothing = new("amount-not-positive", "What is paid out is more than nothing.");
        public static readonly Refusal ReasonMissing = new("reason-missing", "Say why; the reason stays with the client's account.");
        public static Refusal TooLittle(Money credit) => new Refusal("too-little-credit", $"The client has {credit} of credit. Pay out at most that.").With("credit", credit);
    }
}

/// <summary>What was paid out to a client.</summary>
/// <param name="Credit">What is left to the client's credit in the currency.</param>
internal sealed record PayOutPage(Guid Id, ClientId ClientId, Money Amount, DateOnly On, string Reason, Money Credit);
