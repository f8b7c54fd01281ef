using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Http;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>Records payments: the payment, the invoices it pays and the client's credit become true together.</summary>
internal sealed class ReceivePayment(Together together, Session session, Today today)
{
    /// <summary>The client's open invoices in a currency, the longest due first.</summary>
    internal const string OpenInvoices = """
        from invoicing_invoices i join invoicing_clients c on c.tenant_id = i.tenant_id and c.id = i.client_id
        where i.tenant_id = $1 and coalesce(c.merged_into, i.client_id) = $2 and i.currency = $3 and i.standing = 'issued' and i.outstanding > 0 and i.outside_id is null order by i.due_date, i.number limit 500
        """;

    /// <summary>Money of a client, for one or several invoices.</summary>
    public async Task<IResult> From(RecordPayment command, CancellationToken stop)
    {
        var client = await DraftGrounds.Find(new Attempt(session.Begin(), fresh: false, stop), command.ClientId);
        command = command with { ClientId = client?.Id ?? command.ClientId };
        return await together.Decide(ClientAccount.IdOf(command.ClientId, command.Amount.Currency), async attempt =>
        {
            if (await DraftGrounds.Find(attempt, command.ClientId) is not { } found) return DraftGrounds.No.UnknownClient;
            var wanted = command.Allocations?.Select(one => one.InvoiceId).ToList() ?? await Open(session, found.Id, command.Amount.Currency, stop);
            if (wanted.Count > 500) return No.TooMany;
            return await Record(attempt, command, wanted, today.Date);
        }, stop);
    }

    /// <summary>Money for one invoice; what goes beyond is the client's credit.</summary>
    public async Task<IResult> For(Guid id, InvoicePaymentRequest command, Func<Attempt, Guid, Task<Answer>> view, CancellationToken stop)
    {
        var known = new Attempt(session.Begin(), fresh: false, stop);
        if (await known.Load<Invoice>(id) is not { Exists: true } invoice || await DraftGrounds.Find(known, invoice.State.ClientId) is not { } client) return Problems.NotFound;
        var whole = new RecordPayment(client.Id, command.Reference, command.Amount, command.ReceivedOn, command.Method, command.Fee, command.Note);
        return await together.Decide(ClientAccount.IdOf(client.Id, command.Amount.Currency), async attempt =>
        {
            var came = await Record(attempt, whole, [new InvoiceId(id)], today.Date);
            return came.Answer is null ? came : await view(attempt, id);
        }, stop);
    }

    /// <summary>The payment, what it pays and what becomes credit, in one attempt.</summary>
    /// <param name="invoices">Those it may pay, in that order.</param>
    /// <param name="today">In the organisation's zone.</param>
    internal static async Task<Came> Record(Attempt attempt, RecordPayment command, IReadOnlyList<InvoiceId> invoices, DateOnly today)
    {
        var id = Payment.IdOf(command.ClientId, PlainText.Line(command.Reference, 100));
        var payment = await attempt.Load<Payment>(id);
        var open = new List<(InvoiceId, Money)>();
        foreach (var invoiceId in payment.State.Counts ? [] : invoices)
        {
            var invoice = await attempt.Load<Invoice>(invoiceId.Value);
            if (!invoice.Exists || invoice.State.Standing == InvoiceStanding.Dropped) return RecordPayment.No.UnknownInvoice;
            if (await DraftGrounds.Find(attempt, invoice.State.ClientId) is not { } owner || owner.Id != command.ClientId) return RecordPayment.No.OtherClient;
            if (command.CollectedFor is null && MirroredInvoice.Elsewhere(invoice.State) is { } elsewhere) return elsewhere;
            if (!invoice.State.TakesPayments) return RecordPayment.No.NotPayable(invoice.State);
            open.Add((invoiceId, invoice.State.Outstanding));
        }
        if (await attempt.Decide<Payment, PaymentEvent>(id, p => command.Decide(p, open, today)) is { } refused) return refused;
        var now = await attempt.Load<Payment>(id);
        if (now.Version > payment.Version)
        {
            foreach (var allocation in now.State.Allocations)
                if (await attempt.Decide<Invoice, InvoiceEvent>(allocation.InvoiceId.Value, i => RecordPayment.Receive(i, new PaymentId(id), now.State.Reference, allocation.Amount, now.State.ReceivedOn)) is { } unpaid) return unpaid;
            if (await attempt.Decide<ClientAccount, ClientAccountEvent>(ClientAccount.IdOf(command.ClientId, command.Amount.Currency), _ => ClientAccount.Add(command.ClientId, id, now.State.Credited, now.State.ReceivedOn)) is { } uncredited) return uncredited;
        }
        return Answer.Of(PaymentPage.Of(id, now), now.Version, 201, $"/api/payments/{id}");
    }

    /// <summary>The values of <see cref="OpenInvoices"/>.</summary>
    internal static IReadOnlyList<NpgsqlParameter> OpenOf(ClientId client, Currency currency) => [new NpgsqlParameter<Guid> { TypedValue = client.Value }, new NpgsqlParameter { Value = currency.Code, NpgsqlDbType = NpgsqlDbType.Varchar }];

    /// <summary>The client's open invoices in a currency, the longest due first; at most 500.</summary>
    internal static Task<List<InvoiceId>> Open(Session session, ClientId client, Currency currency, CancellationToken stop) => session.Read(
        $"select i.id {OpenInvoices}", OpenOf(client, currency), async reader =>
        {
            var ids = new List<InvoiceId>();
            while (await reader.ReadAsync(stop)) ids.Add(new(reader.GetGuid(0)));
            return ids;
        }, stop);

    private static class No
    {
        public static readonly Refusal TooMany = new("too-many-invoices", "A payment pays at most 500 invoices. Record it in parts.");
    }
}

/// <summary>Money for one invoice.</summary>
/// <param name="Reference">Unique per client.</param>
/// <param name="Amount">What came in; what goes beyond the invoice becomes credit.</param>
internal sealed record InvoicePaymentRequest(string Reference, Money Amount, DateOnly? ReceivedOn = null, PaymentMethod Method = PaymentMethod.BankTransfer, Money? Fee = null, string? Note = null);

/// <summary>A payment as it stands.</summary>
/// <param name="Credited">What of it is, or was, the client's credit.</param>
/// <param name="Refundable">What of it was not given back yet; nothing once it was undone.</param>
internal sealed record PaymentPage(
    Guid Id, ClientId ClientId, string Reference, Money Amount, DateOnly ReceivedOn, PaymentMethod Method, Money? Fee, string? Note, IReadOnlyList<Allocation> Allocations, Money Credited, Money Refunded, Money Refundable, bool Undone, long Version)
{
    public static PaymentPage Of(Guid id, Versioned<Payment> payment)
    {
        var p = payment.State;
        return new PaymentPage(id, p.ClientId, p.Reference, p.Amount, p.ReceivedOn, p.Method, p.Fee, p.Note, p.Allocations, p.Credited, p.Refunded, p.IsUndone ? Money.Zero(p.Amount.Currency) : p.Amount - p.Refunded, p.IsUndone, payment.Version);
    }
}
