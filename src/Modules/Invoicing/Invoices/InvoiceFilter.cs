using Billing.Web;
using Microsoft.AspNetCore.Mvc;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>Which invoices are wanted.</summary>
internal sealed record InvoiceFilter
{
    /// <summary>Any of these. Open: something is outstanding and not late, partly paid included.</summary>
    [FromQuery] public string[]? Status { get; init; }

    [FromQuery] public ClientId? ClientId { get; init; }

    /// <summary>Issued on this day or later.</summary>
    [FromQuery] public DateOnly? From { get; init; }

    /// <summary>Issued on this day or earlier.</summary>
    [FromQuery] public DateOnly? To { get; init; }

    /// <summary>Due on this day or later.</summary>
    [FromQuery] public DateOnly? DueFrom { get; init; }

    /// <summary>Due on this day or earlier.</summary>
    [FromQuery] public DateOnly? DueTo { get; init; }

    /// <summary>Only those that are late, or only those that are not.</summary>
    [FromQuery] public bool? Overdue { get; init; }

    /// <summary>Part of the number, the client's name, e-mail or ids, or the purchase order.</summary>
    [FromQuery] public string? Search { get; init; }

    [FromQuery] public string? Currency { get; init; }

    [FromQuery] public decimal? MinTotal { get; init; }

    [FromQuery] public decimal? MaxTotal { get; init; }

    [FromQuery] public Guid? BillingRun { get; init; }

    internal const string Tables = "invoicing_invoices i join invoicing_clients c on c.tenant_id = i.tenant_id and c.id = i.client_id";

    // Each client is looked through once, not once for each of its invoices; numbers are ASCII but for a prefix of one's own, and compared so much quicker.
    private const string Found = "(i.number collate \"C\" ilike @ or i.client_id in (select s.id from invoicing_clients s where s.tenant_id = $1 and s.found like @) or i.purchase_order ilike @)";

    // $2 is today.
    private const string Late = "i.standing = 'issued' and i.outstanding > 0 and i.due_date < $2";

    /// <summary>Each view's condition, by its public name.</summary>
    public static readonly IReadOnlyDictionary<string, string> Views = new Dictionary<string, string>
    {
        ["draft"] = "i.standing = 'draft'",
        ["issued"] = "i.standing = 'issued' and i.outstanding > 0",
        ["open"] = "i.standing = 'issued' and i.outstanding > 0 and i.due_date >= $2",
        ["partlyPaid"] = "i.standing = 'issued' and i.outstanding > 0 and i.due_date >= $2 and i.paid + i.credited > 0",
        ["overdue"] = Late,
        ["paid"] = "i.standing in ('issued', 'given_up') and i.outstanding <= 0",
        ["voided"] = "i.standing = 'voided'",
        ["uncollectible"] = "i.standing = 'given_up' and i.outstanding > 0",
        ["billed"] = "i.standing in ('issued', 'given_up')",
    };

    /// <summary>The condition on the view that is asked for; <c>$2</c> is today.</summary>
    public string View => Status is { Length: > 0 } ? $"({string.Join(" or ", Status.Select(word => $"({Views[word]})"))})" : "true";

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["issueDate"] = new("coalesce(i.issue_date, '9999-12-31'::date)", NpgsqlDbType.Date),
        ["dueDate"] = new("coalesce(i.due_date, '9999-12-31'::date)", NpgsqlDbType.Date),
        ["number"] = new("coalesce(i.number, '')", NpgsqlDbType.Text),
        ["client"] = new("lower(c.name)", NpgsqlDbType.Text),
        ["currency"] = new("i.currency", NpgsqlDbType.Text),
        ["total"] = new("i.total", NpgsqlDbType.Numeric),
        ["paid"] = new("i.paid", NpgsqlDbType.Numeric),
        ["outstanding"] = new("i.outstanding", NpgsqlDbType.Numeric),
    };

    /// <summary>Builds the query; <c>$2</c> is today.</summary>
    /// <param name="today">In the organisation's zone.</param>
    /// <param name="query">The query.</param>
    /// <param name="sort">As asked for; drafts and the newest first unless asked otherwise.</param>
    /// <param name="cursor">Where the page before ended.</param>
    /// <param name="anyView">Without the condition on the view: what the views' counts are made of.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public Problem? Query(DateOnly today, out ListQuery query, string? sort = null, string? cursor = null, bool anyView = false)
    {
        query = new ListQuery(Fields, new("i.id", NpgsqlDbType.Uuid));
        query.Value(today, NpgsqlDbType.Date);
        if ((Status ?? []).FirstOrDefault(word => !Views.ContainsKey(word)) is not null) return Problems.BadRequest(new Fault("?status", $"A status is {string.Join(", ", Views.Keys)}."));
        if (From > To) return Problems.BadRequest(new Fault("?to", "The days end before they begin."));
        if (DueFrom > DueTo) return Problems.BadRequest(new Fault("?dueTo", "The days end before they begin."));
        query.Filter("coalesce(c.merged_into, i.client_id) = @", ClientId?.Value, NpgsqlDbType.Uuid).Filter("i.issue_date >= @", From, NpgsqlDbType.Date).Filter("i.issue_date <= @", To, NpgsqlDbType.Date)
            .Filter("i.due_date >= @", DueFrom, NpgsqlDbType.Date).Filter("i.due_date <= @", DueTo, NpgsqlDbType.Date)
            .Filter("i.currency = @", string.IsNullOrEmpty(Currency) ? null : Currency.ToUpperInvariant(), NpgsqlDbType.Text).Filter("i.total >= @", MinTotal, NpgsqlDbType.Numeric).Filter("i.total <= @", MaxTotal, NpgsqlDbType.Numeric)
            .Filter("i.billing_run = @", BillingRun, NpgsqlDbType.Uuid)
            .Filter(Found, ClientSearch.Pattern(Search), NpgsqlDbType.Text);
        if (Overdue is { } late) query.Filter(late ? Late : $"not ({Late})");
        if (!anyView && Status is { Length: > 0 }) query.Filter(View);
        return query.Sort(sort, "-issueDate,-number") ?? query.After(cursor);
    }
}
