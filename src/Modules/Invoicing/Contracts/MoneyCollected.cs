using Billing.EventStore;

namespace Billing.Invoicing.Contracts;

/// <summary>
/// A module collected money for an invoice. However often it is told, one reference is one payment. What the invoice does not ask for any more is the client's credit.
/// </summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="Reference">The provider's word for it; unique per client.</param>
/// <param name="Amount">What came in.</param>
/// <param name="ReceivedOn">The day.</param>
/// <param name="Note">Worth remembering; null for nothing.</param>
public sealed record MoneyCollected(Guid InvoiceId, string Reference, Money Amount, DateOnly ReceivedOn, string? Note)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "invoicing.money_collected";

    /// <summary>Tells of it if, and only if, the work commits.</summary>
    public void With(Work work) => (work ?? throw new ArgumentNullException(nameof(work))).Send(Message, this, key: $"{InvoiceId}/{Reference}");
}
