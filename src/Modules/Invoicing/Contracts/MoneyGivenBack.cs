namespace Billing.Invoicing.Contracts;

/// <summary>
/// Money that a module collected goes back to the client: that is noted, and the module that wanted the invoice is told in the same commit, so that it has the
/// provider give it back. A module that did not collect the payment has nothing to do.
/// </summary>
/// <param name="InvoiceId">The invoice that it was collected for.</param>
/// <param name="Payment">The provider's word for the payment.</param>
/// <param name="Reference">Names the giving back: told twice, it is one.</param>
/// <param name="Amount">So much.</param>
public sealed record MoneyGivenBack(Guid InvoiceId, string Payment, string Reference, Money Amount)
{
    /// <summary>The type of its message, which the module handles.</summary>
    /// <param name="module">The module that wanted the invoice.</param>
    public static string MessageTo(string module) => $"{module}.money_given_back";
}
