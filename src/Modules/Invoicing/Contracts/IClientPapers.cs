using Billing.EventStore;
using Billing.Web;

namespace Billing.Invoicing.Contracts;

/// <summary>The invoices of a client as the client may see them, for pages of other modules without an account.</summary>
public interface IClientPapers
{
    /// <summary>The invoices that are out, newest first, at most a hundred; of a client that stays, those of its doubles, too.</summary>
    /// <param name="session">Of the organisation.</param>
    /// <param name="client">Whom they ask.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<IReadOnlyList<ClientInvoice>> Of(Session session, Guid client, CancellationToken stop);

    /// <summary>The same invoices page by page, however many there are.</summary>
    /// <param name="session">Of the organisation.</param>
    /// <param name="client">Whom they ask.</param>
    /// <param name="limit">Most on the page; null: as on other lists.</param>
    /// <param name="cursor">Where the page before ended.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>The page, or what is wrong with the limit or the cursor.</returns>
    Task<(Page<ClientInvoice>? Page, Problem? Wrong)> Listed(Session session, Guid client, int? limit, string? cursor, CancellationToken stop);

    /// <summary>One of them as a PDF; null when it is none of the client's.</summary>
    /// <param name="session">Of the organisation.</param>
    /// <param name="here">Whose invoice it is.</param>
    /// <param name="client">Whom it asks.</param>
    /// <param name="invoice">Which.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<ClientPaper?> Print(Session session, Organisation here, Guid client, Guid invoice, CancellationToken stop);
}

/// <summary>An invoice that is out.</summary>
/// <param name="Id">The invoice.</param>
/// <param name="Number">As printed.</param>
/// <param name="IssuedOn">The date it bears.</param>
/// <param name="DueOn">The last day that is not late.</param>
/// <param name="Total">What it asks for.</param>
/// <param name="Outstanding">What is still to come.</param>
/// <param name="IsOurs">Whether it was issued here; only of such a one there is a paper.</param>
/// <param name="Page">Where another system that issued it shows it; null where it does not.</param>
public sealed record ClientInvoice(Guid Id, string Number, DateOnly IssuedOn, DateOnly DueOn, Money Total, Money Outstanding, bool IsOurs = true, string? Page = null);

/// <summary>A paper as a file.</summary>
/// <param name="Name">With its ending.</param>
/// <param name="Bytes">Its PDF.</param>
public sealed record ClientPaper(string Name, byte[] Bytes);
