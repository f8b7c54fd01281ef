namespace Billing.Invoicing.Contracts;

/// <summary>
/// What an invoice asks for has moved: it was issued, paid in whole or in part, credited, voided or given up, or money was taken back. The module that wanted the
/// invoice is told, in the commit in which it happened; how the invoice stands when that is read, <see cref="IInvoicing.Invoice"/> answers.
/// </summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="Series">As the module wanted it.</param>
public sealed record InvoiceMoved(Guid InvoiceId, string Series)
{
    /// <summary>Whether somebody wrote it in place of one that the module wanted and that was voided: the charges that stand on it say what it is for.</summary>
    public bool Anew { get; init; }

    /// <summary>The type of its message, which the module handles.</summary>
    /// <param name="module">The module that wanted the invoice.</param>
    public static string MessageTo(string module) => $"{module}.invoice_moved";
}
