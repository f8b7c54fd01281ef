using Billing.Web;
using Microsoft.AspNetCore.Mvc;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>Which quotes are wanted.</summary>
internal sealed record QuoteFilter
{
    /// <summary>Any of these. Open: out, and its last day is not past.</summary>
    [FromQuery] public string[]? Status { get; init; }

    [FromQuery] public ClientId? ClientId { get; init; }

    /// <summary>Issued on this day or later.</summary>
    [FromQuery] public DateOnly? From { get; init; }

    /// <summary>Issued on this day or earlier.</summary>
    [FromQuery] public DateOnly? To { get; init; }

    /// <summary>Part of the number, the client's name, e-mail or ids, or the purchase order.</summary>
    [FromQuery] public string? Search { get; init; }

    [FromQuery] public string? Currency { get; init; }

    [FromQuery] public decimal? MinTotal { get; init; }

    [FromQuery] public decimal? MaxTotal { get; init; }

    internal const string Tables = "invoicing_quotes q join invoicing_clients c on c.tenant_id = q.tenant_id and c.id = q.client_id";

    /// <summary>Each view's condition, by its public name; <c>$2</c> is today.</summary>
    public static readonly IReadOnlyDictionary<string, string> Views = new Dictionary<string, string>
    {
        ["draft"] = "q.standing = 'draft'",
        ["open"] = "q.standing = 'issued' and q.valid_until >= $2",
        ["expired"] = "q.standing = 'issued' and q.valid_until < $2",
        ["accepted"] = "q.standing = 'accepted'",
        ["declined"] = "q.standing = 'declined'",
        ["withdrawn"] = "q.standing = 'withdrawn'",
    };

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["issueDate"] = new("coalesce(q.issue_date, '9999-12-31'::date)", NpgsqlDbType.Date),
        ["validUntil"] = new("coalesce(q.valid_until, '9999-12-31'::date)", NpgsqlDbType.Date),
        ["number"] = new("coalesce(q.number, '')", NpgsqlDbType.Text),
        ["client"] = new("lower(c.name)", NpgsqlDbType.Text),
        ["currency"] = new("q.currency", NpgsqlDbType.Text),
        ["total"] = new("q.total", NpgsqlDbType.Numeric),
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
        query = new ListQuery(Fields, new("q.id", NpgsqlDbType.Uuid));
        query.Value(today, NpgsqlDbType.Date);
        if ((Status ?? []).FirstOrDefault(word => !Views.ContainsKey(word)) is not null) return Problems.BadRequest(new Fault("?status", $"A status is {string.Join(", ", Views.Keys)}."));
        if (From > To) return Problems.BadRequest(new Fault("?to", "The days end before they begin."));
        query.Filter("coalesce(c.merged_into, q.client_id) = @", ClientId?.Value, NpgsqlDbType.Uuid).Filter("q.issue_date >= @", From, NpgsqlDbType.Date).Filter("q.issue_date <= @", To, NpgsqlDbType.Date)
            .Filter("q.currency = @", string.IsNullOrEmpty(Currency) ? null : Currency.ToUpperInvariant(), NpgsqlDbType.Text).Filter("q.total >= @", MinTotal, NpgsqlDbType.Numeric).Filter("q.total <= @", MaxTotal, NpgsqlDbType.Numeric)
            .Filter("(q.number ilike @ or c.found like @ or q.purchase_order ilike @)", ClientSearch.Pattern(Search), NpgsqlDbType.Text);
        if (!anyView && Status is { Length: > 0 }) query.Filter($"({string.Join(" or ", Status.Select(word => $"({Views[word]})"))})");
        return query.Sort(sort, "-issueDate,-number") ?? query.After(cursor);
    }
}
