using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Payments over HTTP.</summary>
internal static class PaymentEndpoints
{
    private static readonly StreamHistory<Payment> History = new(
    [
        new("reference", p => p.Reference.Length == 0 ? null : p.Reference), new("amount", p => p.Reference.Length == 0 ? null : p.Amount), new("receivedOn", p => p.Reference.Length == 0 ? null : p.ReceivedOn),
        new("method", p => p.Reference.Length == 0 ? null : p.Method), new("fee", p => p.Fee), new("note", p => p.Note), new("allocated", p => p.Allocations.Count == 0 ? null : Totals.Sum(p.Amount.Currency, p.Allocations.Select(one => one.Amount))),
        new("credited", p => Some(p.Credited)), new("refunded", p => Some(p.Refunded)), new("undone", p => p.IsUndone ? true : null), new("takenBackBecause", p => p.TakenBackBecause),
    ]);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/payments", (RecordPayment command, ReceivePayment payments, CancellationToken stop) => payments.From(command, stop))
            .Produces<PaymentPage>(201).Requires(Permission.RecordPayments).WithSummary("Record a payment: for named invoices, or the longest due first; the rest is credit");
        app.MapPost("/api/payments/{id:guid}/undo", (Guid id, UndoPayment command, Together together, Session session, Today today, CancellationToken stop) =>
            OnAccount(id, together, session, attempt => command.Undo(attempt, id, today.Date), stop))
            .Produces<PaymentPage>().Requires(Permission.CorrectInvoicing).WithSummary("Undo a payment: its invoices ask for the money again");
        app.MapPost("/api/payments/{id:guid}/refund", (Guid id, RefundPayment command, Together together, Session session, Today today, CancellationToken stop) =>
            OnAccount(id, together, session, attempt => command.Refund(attempt, id, today.Date), stop))
            .Produces<PaymentPage>().Requires(Permission.RecordPayments).WithSummary("Give money of a payment back");
        app.MapGet("/api/payments/{id:guid}", async (Guid id, Streams<Payment> payments, CancellationToken stop) =>
            await payments.Load(id, stop) is { Exists: true } payment ? (IResult)Answer.Of(PaymentPage.Of(id, payment), payment.Version) : Problems.NotFound)
            .Produces<PaymentPage>().Requires(Permission.SeeInvoicing).WithSummary("A payment and what it was used for");
        app.MapGet("/api/payments/{id:guid}/history", async (Guid id, Session session, CancellationToken stop, string? at = null) => await History.Of(session, id, at, then => Task.FromResult(then.State.ClientId == default ? null : PaymentPage.Of(id, then)), stop))
            .Produces<PastEvents<PaymentPage>>().Requires(Permission.SeeInvoicing).WithSummary("What happened to a payment: who, when, old and new; and how it stood then");

        app.MapPost("/api/invoices/{id:guid}/payments", (Guid id, InvoicePaymentRequest command, ReceivePayment payments, Today today, CancellationToken stop) => payments.For(id, command, (attempt, invoice) => View(attempt, invoice, today.Date), stop))
            .Produces<InvoicePage>().Requires(Permission.RecordPayments).WithSummary("Record a payment for an invoice; what goes beyond is credit");
        app.MapPost("/api/invoices/{id:guid}/payments/{reference}/undo", async (Guid id, string reference, UndoPayment command, Together together, Session session, Today today, CancellationToken stop) =>
        {
            var known = new Attempt(session.Begin(), fresh: true, stop);
            var invoice = await known.Load<Invoice>(id);
            var named = PlainText.Key(reference.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase).Trim()); // a slash is the one sign that routes leave encoded
            if (invoice.State.Settlings.LastOrDefault(one => one.Reference is not null && PlainText.Key(one.Reference) == named) is not { PaymentId: { } payment }) return Problems.NotFound;
            return await OnAccount(payment.Value, together, session, async attempt => await command.Undo(attempt, payment.Value, today.Date) is { Answer: null } no ? no : await View(attempt, id, today.Date), stop);
        })
            .Produces<InvoicePage>().Requires(Permission.CorrectInvoicing).WithSummary("Undo a payment, wherever it went");
        app.MapPost("/api/invoices/{id:guid}/apply-credit", (Guid id, ApplyCredit? command, Together together, Session session, Today today, CancellationToken stop) =>
            WithCredit(id, together, session, today.Date, (attempt, invoice, account) => (command ?? new()).Apply(attempt, id, invoice, account, today.Date), stop))
            .Produces<InvoicePage>().Requires(Permission.RecordPayments).WithSummary("Pay an invoice with the client's credit");
        app.MapPost("/api/invoices/{id:guid}/release-credit", (Guid id, Together together, Session session, Today today, CancellationToken stop) =>
            WithCredit(id, together, session, today.Date, (attempt, invoice, account) => ApplyCredit.Release(attempt, id, invoice, account, today.Date), stop))
            .Produces<InvoicePage>().Requires(Permission.CorrectInvoicing).WithSummary("Give credit that paid an invoice back to the client's credit");
    }

    private static Money? Some(Money amount) => amount.IsZero ? null : amount;

    /// <summary>Commands on a payment take turns on its client's credit.</summary>
    private static async Task<IResult> OnAccount(Guid id, Together together, Session session, Func<Attempt, Task<Came>> decide, CancellationToken stop)
    {
        var payment = await session.Streams<Payment>().Peek(id, stop);
        if (!payment.Exists) return Problems.NotFound;
        var (account, _) = await CreditOfDoubles.Account(new Attempt(session.Begin(), fresh: false, stop), payment.State.ClientId, payment.State.Amount.Currency);
        return await together.Decide(account, decide, stop);
    }

    private static async Task<IResult> WithCredit(Guid id, Together together, Session session, DateOnly today, Func<Attempt, Invoice, (Guid Id, ClientId Client), Task<Refusal?>> decide, CancellationToken stop)
    {
        var known = new Attempt(session.Begin(), fresh: false, stop);
        if (await known.Load<Invoice>(id) is not { Exists: true } seen ) return Problems.NotFound;
        return await together.Decide((await CreditOfDoubles.Account(known, seen.State.ClientId, seen.State.Currency)).Id, async attempt =>
        {
            var invoice = (await attempt.Load<Invoice>(id)).State;
            return await decide(attempt, invoice, await CreditOfDoubles.Account(attempt, invoice.ClientId, invoice.Currency)) is { } refused ? refused : await View(attempt, id, today);
        }, stop);
    }

    private static async Task<Answer> View(Attempt attempt, Guid id, DateOnly today)
    {
        var now = await attempt.Load<Invoice>(id);
        var client = (await DraftGrounds.Find(attempt, now.State.ClientId))!.Value.Client;
        return Answer.Of(InvoicePage.Of(id, now, client, today), now.Version);
    }
}
