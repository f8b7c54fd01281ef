using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>A payment as the list shows it.</summary>
internal sealed record PaymentRow(
    Guid Id, Guid ClientId, string Reference, string Currency, decimal Amount, DateOnly ReceivedOn, string Method, decimal? Fee, string? Note, decimal Allocated, decimal Credited, decimal Refunded, bool Undone, long Version);

internal sealed class PaymentRows : Projection<PaymentRow>
{
    public PaymentRows() : base("invoicing.payments", new RowTable<PaymentRow>("invoicing_payments"), Lifecycle.Inline, inlineStream: Payment.Alias)
    {
        CoversAll<PaymentEvent>();
        Uses<PaymentReceived>((_, e, at) => new PaymentRow(
            at.StreamId, e.ClientId.Value, e.Reference, e.Amount.Currency.Code, e.Amount.Amount, e.ReceivedOn, System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(e.Method.ToString()), e.Fee?.Amount, e.Note, 0, 0, 0, false, at.Version));
        Uses<PaymentSpread>((row, e, at) => row! with { Allocated = e.Allocations.Sum(one => one.Amount.Amount), Credited = e.Credited.Amount, Version = at.Version });
        Uses<PaymentUndone>((row, _, at) => row! with { Undone = true, Allocated = 0, Credited = 0, Version = at.Version });
        Uses<PaymentRefunded>((row, e, at) => row! with
        {
            Refunded = row.Refunded + e.Amount.Amount, Allocated = row.Allocated - e.FromInvoices.Sum(one => one.Amount.Amount), Credited = Math.Max(0, row.Credited - e.FromCredit.Amount), Version = at.Version,
        });
    }
}

/// <summary>A client's credit in one currency.</summary>
internal sealed record ClientAccountRow(Guid Id, Guid ClientId, string Currency, decimal Balance, long Version);

internal sealed class ClientAccountRows : Projection<ClientAccountRow>
{
    public ClientAccountRows() : base("invoicing.client_accounts", new RowTable<ClientAccountRow>("invoicing_client_accounts"), Lifecycle.Inline, inlineStream: ClientAccount.Alias)
    {
        CoversAll<ClientAccountEvent>();
        Uses<CreditAdded>((row, e, at) => More(row ?? Of(at.StreamId, e.ClientId, e.Amount), e.Amount, at.Version));
        Uses<CreditTakenOver>((row, e, at) => More(row ?? Of(at.StreamId, e.ClientId, e.Amount), e.Amount, at.Version));
        Uses<CreditRegained>((row, e, at) => More(row ?? Of(at.StreamId, e.ClientId!.Value, e.Amount), e.Amount, at.Version));
        Uses<CreditUsed>((row, e, at) => More(row!, -e.Amount, at.Version));
        Uses<CreditWithdrawn>((row, e, at) => More(row!, -e.Amount, at.Version));
        Uses<CreditHandedOver>((row, e, at) => More(row!, -e.Amount, at.Version));
    }

    private static ClientAccountRow Of(Guid id, ClientId client, Money first) => new(id, client.Value, first.Currency.Code, 0, 0);

    private static ClientAccountRow More(ClientAccountRow row, Money amount, long version) => row with { Balance = row.Balance + amount.Amount, Version = version };
}
