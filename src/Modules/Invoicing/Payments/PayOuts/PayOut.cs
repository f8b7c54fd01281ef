using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Something that happened to a paying-out of credit.</summary>
internal abstract record PayOutEvent;

/// <summary>A client's credit was given back in money, whatever it came from: several payments, a credit note, a payment of long ago.</summary>
/// <param name="ClientId">To whom.</param>
/// <param name="Amount">So much.</param>
/// <param name="On">The day.</param>
/// <param name="Reason">In somebody's words.</param>
[Event("invoicing.credit_paid_out")]
internal sealed record CreditPaidOut(ClientId ClientId, Money Amount, DateOnly On, string Reason) : PayOutEvent;

/// <summary>Money that went to a client from its credit.</summary>
internal sealed record PayOut(ClientId ClientId, Money Amount, DateOnly On, string Reason) : IAggregate<PayOut>
{
    public static string Alias => "invoicing.pay_out";

    public static PayOut Initial { get; } = new(default, default, default, "");

    public PayOut Apply(object happened) => happened switch
    {
        CreditPaidOut e => new(e.ClientId, e.Amount, e.On, e.Reason),
        _ => throw new UnknownEventException(nameof(PayOut), happened),
    };
}

/// <summary>A paying-out as a client's statement shows it.</summary>
internal sealed record PayOutRow(Guid Id, Guid ClientId, string Currency, decimal Amount, DateOnly PaidOn, string Reason, long Version);

internal sealed class PayOutRows : Projection<PayOutRow>
{
    public PayOutRows() : base("invoicing.pay_outs", new RowTable<PayOutRow>("invoicing_pay_outs"), Lifecycle.Inline, inlineStream: PayOut.Alias)
    {
        CoversAll<PayOutEvent>();
        Uses<CreditPaidOut>((_, e, at) => new PayOutRow(at.StreamId, e.ClientId.Value, e.Amount.Currency.Code, e.Amount.Amount, e.On, e.Reason, at.Version));
    }
}
