using Billing.EventStore;

namespace Billing.Invoicing.Contracts;

/// <summary>Somebody gave money back at the provider, past this product. However often it is told, one reference is noted once; what was given back here already is not noted again.</summary>
/// <param name="InvoiceId">The invoice that it was collected for.</param>
/// <param name="Payment">The provider's word for the payment.</param>
/// <param name="Reference">The provider's word for the giving back.</param>
/// <param name="Amount">So much.</param>
public sealed record MoneyWentBack(Guid InvoiceId, string Payment, string Reference, Money Amount)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "invoicing.money_went_back";

    /// <summary>Tells of it if, and only if, the work commits.</summary>
    public void With(Work work) => (work ?? throw new ArgumentNullException(nameof(work))).Send(Message, this, key: $"{Payment}/{Reference}");
}
