using Billing.EventStore;

namespace Billing.Invoicing.Contracts;

/// <summary>A fact that was charged is a fact no longer. An open charge is withdrawn; one that was invoiced is made up for by another charge.</summary>
/// <param name="Module">The module that knows the fact.</param>
/// <param name="Kind">What kind of fact it is there.</param>
/// <param name="Fact">Its id there.</param>
/// <param name="Revision">How often the fact had changed.</param>
/// <param name="On">That day; from it on a billing run takes the charge that makes up for an invoiced one.</param>
public sealed record TakeBackCharge(string Module, string Kind, string Fact, long Revision, DateOnly On)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "invoicing.charge_unwanted";

    /// <summary>Takes it back if, and only if, the work commits.</summary>
    public void With(Work work) => (work ?? throw new ArgumentNullException(nameof(work))).Send(Message, this, key: FormattableString.Invariant($"{Module}/{Kind}/{Fact}/{Revision}"));
}
