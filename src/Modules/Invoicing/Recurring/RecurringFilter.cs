using System.ComponentModel.DataAnnotations;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Mvc;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>Which recurring invoices are wanted.</summary>
internal sealed record RecurringFilter
{
    [FromQuery, AllowedValues("active", "paused", "ended", "parked")] public string? Status { get; init; }

    [FromQuery] public ClientId? ClientId { get; init; }

    /// <summary>Part of what the client is found by.</summary>
    [FromQuery] public string? Search { get; init; }

    [FromQuery] public string? Currency { get; init; }

    /// <summary>What becomes of each invoice.</summary>
    [FromQuery, AllowedValues("draft", "issue", "send")] public string? Then { get; init; }

    /// <summary>Bills next on this day or later.</summary>
    [FromQuery] public DateOnly? From { get; init; }

    /// <summary>Bills next on this day or earlier.</summary>
    [FromQuery] public DateOnly? To { get; init; }

    internal const string Tables = "invoicing_recurring_invoices r join invoicing_clients c on c.tenant_id = r.tenant_id and c.id = r.client_id";

    /// <summary>Each view's condition, by its public name.</summary>
    public static readonly IReadOnlyDictionary<string, string> Views = new Dictionary<string, string>
    {
        ["active"] = "not r.ended and not r.paused",
        ["paused"] = "not r.ended and r.paused",
        ["ended"] = "r.ended",
        ["parked"] = "r.parked + r.retried > 0",
    };

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["next"] = new("coalesce(r.next_on, '9999-12-31'::date)", NpgsqlDbType.Date),
        ["client"] = new("lower(c.name)", NpgsqlDbType.Text),
        ["currency"] = new("r.currency", NpgsqlDbType.Text),
    };

    /// <summary>Builds the query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="sort">As asked for; those that bill next first unless asked otherwise.</param>
    /// <param name="cursor">Where the page before ended.</param>
    /// <param name="anyView">Without the condition on the view: what the views' counts are made of.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public Problem? Query(out ListQuery query, string? sort = null, string? cursor = null, bool anyView = false)
    {
        query = new ListQuery(Fields, new("r.id", NpgsqlDbType.Uuid));
        if (Status is not null && !Views.ContainsKey(Status)) return Problems.BadRequest(new Fault("?status", $"A status is {string.Join(", ", Views.Keys)}."));
        if (Words.Check<InvoiceOutcome>("then", Then) is { } unknown) return unknown;
        if (From > To) return Problems.BadRequest(new Fault("?to", "The days end before they begin."));
        query.Filter("coalesce(c.merged_into, r.client_id) = @", ClientId?.Value, NpgsqlDbType.Uuid).Filter("c.found like @", ClientSearch.Pattern(Search), NpgsqlDbType.Text)
            .Filter("r.currency = upper(@)", string.IsNullOrEmpty(Currency) ? null : Currency, NpgsqlDbType.Text).Filter("r.outcome = @", Then, NpgsqlDbType.Text)
            .Filter("r.next_on >= @", From, NpgsqlDbType.Date).Filter("r.next_on <= @", To, NpgsqlDbType.Date);
        if (!anyView && Status is not null) query.Filter(Views[Status]);
        return query.Sort(sort, "next") ?? query.After(cursor);
    }
}
