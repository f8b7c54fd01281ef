using Billing.EventStore;

namespace Billing.Invoicing.Contracts;

/// <summary>
/// A module tells of a fact that costs a client money. However often it is told, it is charged once; told in another state, the charge follows while it is open,
/// and once it is invoiced another charge makes up the difference.
/// </summary>
/// <param name="Module">The module that knows the fact.</param>
/// <param name="Kind">What kind of fact it is there.</param>
/// <param name="Fact">Its id there.</param>
/// <param name="Revision">How often the fact had changed, such as the version of its stream: what is told of an earlier state is not heard.</param>
/// <param name="ClientId">The client who owes it.</param>
/// <param name="Description">As it will stand on the invoice; one line.</param>
/// <param name="Quantity">How much of it.</param>
/// <param name="UnitPrice">What one costs, in <paramref name="Currency"/>.</param>
/// <param name="Currency">Of the price.</param>
/// <param name="AvailableFrom">From this day on a billing run takes it.</param>
/// <param name="Period">The days it is for.</param>
/// <param name="TaxCategory">One of Invoicing's settings; null: the first.</param>
/// <param name="Group">Under which heading it stands on the invoice.</param>
public sealed record PostCharge(
    string Module, string Kind, string Fact, long Revision, Guid ClientId, string Description, Quantity Quantity, UnitPrice UnitPrice, Currency Currency, DateOnly AvailableFrom,
    Period? Period = null, string? TaxCategory = null, string? Group = null)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "invoicing.charge_wanted";

    /// <summary>Posts it if, and only if, the work commits.</summary>
    public void With(Work work) => (work ?? throw new ArgumentNullException(nameof(work))).Send(Message, this, key: FormattableString.Invariant($"{Module}/{Kind}/{Fact}/{Revision}"));
}
