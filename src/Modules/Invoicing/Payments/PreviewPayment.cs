using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>What a payment would do: which open invoices it would pay, and what would become credit. Nothing is written.</summary>
/// <param name="ClientId">From whom.</param>
/// <param name="Amount">What came in; nothing, as long as nobody has said how much.</param>
/// <param name="Allocations">Which invoices it pays; null: the client's open ones, the longest due first.</param>
internal sealed record PreviewPayment(ClientId ClientId, Money Amount, IReadOnlyList<Allocation>? Allocations = null)
{
    private const string OpenSql = $"select i.id, i.number, i.due_date, i.outstanding {ReceivePayment.OpenInvoices}";

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/payments/preview", async (PreviewPayment command, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            if (await DraftGrounds.Find(new Attempt(session.Begin(), fresh: false, stop), command.ClientId) is not { } client) return (IResult)edge.Refused(DraftGrounds.No.UnknownClient);
            var open = await session.Read(OpenSql, ReceivePayment.OpenOf(client.Id, command.Amount.Currency), async row =>
            {
                var invoices = new List<OpenInvoice>();
                while (await row.ReadAsync(stop)) invoices.Add(new(new(row.GetGuid(0)), row.GetString(1), row.GetFieldValue<DateOnly>(2), new Money(row.GetDecimal(3), command.Amount.Currency)));
                return invoices;
            }, stop);
            return Answer.Of(PaymentPreview.Of(command, open));
        })
        .Produces<PaymentPreview>().Requires(Permission.RecordPayments).WithSummary("Which invoices a payment would pay, and what would become credit");
}

/// <summary>An invoice that asks for money.</summary>
internal sealed record OpenInvoice(InvoiceId Id, string Number, DateOnly DueDate, Money Outstanding);

/// <summary>What a payment would do.</summary>
/// <param name="Invoices">All that the client has open in this currency, the longest due first.</param>
/// <param name="Outstanding">What they ask for.</param>
/// <param name="Allocated">What of the payment would pay them.</param>
/// <param name="Credited">The rest, which would become the client's credit.</param>
/// <param name="Refusal">Why it could not be recorded as it is; null when it could.</param>
internal sealed record PaymentPreview(Money Amount, Money Outstanding, Money Allocated, Money Credited, IReadOnlyList<PreviewedInvoice> Invoices, PreviewRefusal? Refusal)
{
    public static PaymentPreview Of(PreviewPayment command, IReadOnlyList<OpenInvoice> open)
    {
        var none = Money.Zero(command.Amount.Currency);
        var payment = new RecordPayment(command.ClientId, "", command.Amount, Allocations: command.Allocations);
        var refused = command.Amount.IsNegative ? RecordPayment.No.NothingPaid : payment.Spread([.. open.Select(one => (one.Id, one.Outstanding))]).Refusal;
        var spread = refused is null ? payment.Spread([.. open.Select(one => (one.Id, one.Outstanding))]).Value : new PaymentSpread((command.Allocations ?? []).Where(one => one.Amount.Currency == none.Currency).ToValueList(), none);
        Money To(OpenInvoice invoice) => Totals.Sum(none.Currency, spread.Allocations.Where(one => one.InvoiceId == invoice.Id).Select(one => one.Amount));
        return new PaymentPreview(
            command.Amount, Totals.Sum(none.Currency, open.Select(one => one.Outstanding)), Totals.Sum(none.Currency, spread.Allocations.Select(one => one.Amount)), spread.Credited,
            [.. open.Select(one => new PreviewedInvoice(one.Id, one.Number, one.DueDate, one.Outstanding, To(one), one.Outstanding - To(one)))], refused is null ? null : new PreviewRefusal(refused.Code, refused.Sentence, null));
    }
}

/// <summary>An open invoice, and what the payment would do to it.</summary>
/// <param name="Outstanding">What it asks for now.</param>
/// <param name="Allocated">What the payment would pay of it.</param>
/// <param name="Left">What it would still ask for.</param>
internal sealed record PreviewedInvoice(InvoiceId InvoiceId, string Number, DateOnly DueDate, Money Outstanding, Money Allocated, Money Left);
