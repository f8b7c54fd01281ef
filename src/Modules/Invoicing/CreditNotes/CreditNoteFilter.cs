using Billing.Web;
using Microsoft.AspNetCore.Mvc;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>Which credit notes are wanted.</summary>
internal sealed record CreditNoteFilter
{
    [FromQuery] public ClientId? ClientId { get; init; }

    [FromQuery] public Guid? InvoiceId { get; init; }

    /// <summary>Issued on this day or later.</summary>
    [FromQuery] public DateOnly? From { get; init; }

    /// <summary>Issued on this day or earlier.</summary>
    [FromQuery] public DateOnly? To { get; init; }

    [FromQuery] public string? Currency { get; init; }

    /// <summary>Part of the number, the invoice's number, the reason, or the client's name, e-mail or ids.</summary>
    [FromQuery] public string? Search { get; init; }

    internal const string Tables = "from invoicing_credit_notes n join invoicing_clients c on c.tenant_id = n.tenant_id and c.id = n.client_id where n.tenant_id = $1";

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["issueDate"] = new("n.issue_date", NpgsqlDbType.Date),
        ["number"] = new("n.number", NpgsqlDbType.Text),
        ["client"] = new("lower(c.name)", NpgsqlDbType.Text),
        ["total"] = new("n.total", NpgsqlDbType.Numeric),
        ["invoiceNumber"] = new("n.invoice_number", NpgsqlDbType.Text),
    };

    /// <summary>Builds the query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="sort">As asked for; the newest first unless asked otherwise.</param>
    /// <param name="cursor">Where the page before ended.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public Problem? Query(out ListQuery query, string? sort = null, string? cursor = null)
    {
        query = Wanted();
        if (From > To) return Problems.BadRequest(new Fault("?to", "The days end before they begin."));
        return query.Sort(sort, "-issueDate,-number") ?? query.After(cursor);
    }

    /// <summary>The same in no order: what is summed up.</summary>
    public ListQuery Wanted() => new ListQuery(Fields, new("n.id", NpgsqlDbType.Uuid))
        .Filter("coalesce(c.merged_into, n.client_id) = @", ClientId?.Value, NpgsqlDbType.Uuid).Filter("n.invoice_id = @", InvoiceId, NpgsqlDbType.Uuid).Filter("n.issue_date >= @", From, NpgsqlDbType.Date).Filter("n.issue_date <= @", To, NpgsqlDbType.Date)
        .Filter("n.currency = upper(@)", string.IsNullOrEmpty(Currency) ? null : Currency, NpgsqlDbType.Text).Filter("(n.number ilike @ or n.invoice_number ilike @ or n.reason ilike @ or c.found like @)", ClientSearch.Pattern(Search), NpgsqlDbType.Text);
}
