using System.ComponentModel.DataAnnotations;
using Billing.Web;
using Microsoft.AspNetCore.Mvc;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>Which charges are wanted. Those of a merged client are the survivor's.</summary>
internal sealed record ChargeFilter
{
    [FromQuery] public ClientId? ClientId { get; init; }

    [FromQuery, AllowedValues("open", "invoiced", "withdrawn")] public string? State { get; init; }

    /// <summary>The module that posted it, such as manual or facilities.</summary>
    [FromQuery] public string? Source { get; init; }

    /// <summary>What kind of fact it is for.</summary>
    [FromQuery] public string? Kind { get; init; }

    [FromQuery] public string? Currency { get; init; }

    [FromQuery] public InvoiceId? InvoiceId { get; init; }

    /// <summary>May be billed on this day.</summary>
    [FromQuery] public DateOnly? AvailableBy { get; init; }

    /// <summary>Its period, or without one the day from which it may be billed, reaches this day or a later one.</summary>
    [FromQuery] public DateOnly? From { get; init; }

    /// <summary>Its period, or without one the day from which it may be billed, begins on this day or earlier.</summary>
    [FromQuery] public DateOnly? To { get; init; }

    [FromQuery] public decimal? MinAmount { get; init; }

    [FromQuery] public decimal? MaxAmount { get; init; }

    /// <summary>Part of the description, the group, or of what the client is found by.</summary>
    [FromQuery] public string? Search { get; init; }

    // A double's charges keep its id; whoever it was merged into owes them.
    internal const string Tables = "invoicing_charges h join invoicing_clients p on p.tenant_id = h.tenant_id and p.id = h.client_id join invoicing_clients c on c.tenant_id = p.tenant_id and c.id = coalesce(p.merged_into, p.id)";

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["availableFrom"] = new("h.available_from", NpgsqlDbType.Date),
        ["postedAt"] = new("h.posted_at", NpgsqlDbType.TimestampTz),
        ["client"] = new("lower(c.name)", NpgsqlDbType.Text),
        ["description"] = new("lower(h.description)", NpgsqlDbType.Text),
        ["amount"] = new("h.amount", NpgsqlDbType.Numeric),
        ["currency"] = new("h.currency", NpgsqlDbType.Text),
    };

    /// <summary>Builds the query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="sort">As asked for; the newest first unless asked otherwise.</param>
    /// <param name="cursor">Where the page before ended.</param>
    /// <param name="anyState">Without the condition on the state: what the states' counts are made of.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public Problem? Query(out ListQuery query, string? sort = null, string? cursor = null, bool anyState = false)
    {
        query = new ListQuery(Fields, new("h.id", NpgsqlDbType.Uuid));
        if (Words.Check<ChargeState>("state", State) is { } unknown) return unknown;
        if (From > To) return Problems.BadRequest(new Fault("?to", "The days end before they begin."));
        query.Filter("c.id = @", ClientId?.Value, NpgsqlDbType.Uuid)
            .Filter("h.source_module = @", Source, NpgsqlDbType.Text)
            .Filter("h.source_kind = @", Kind, NpgsqlDbType.Text)
            .Filter("h.currency = upper(@)", Currency, NpgsqlDbType.Text)
            .Filter("h.invoice_id = @", InvoiceId?.Value, NpgsqlDbType.Uuid)
            .Filter("h.available_from <= @", AvailableBy, NpgsqlDbType.Date)
            .Filter("coalesce(h.period_through, h.available_from) >= @", From, NpgsqlDbType.Date)
            .Filter("coalesce(h.period_from, h.available_from) <= @", To, NpgsqlDbType.Date)
            .Filter("h.amount >= @", MinAmount, NpgsqlDbType.Numeric).Filter("h.amount <= @", MaxAmount, NpgsqlDbType.Numeric)
            .Filter("(h.description ilike @ or h.line_group ilike @ or c.found like @)", ClientSearch.Pattern(Search), NpgsqlDbType.Text);
        if (!anyState) query.Filter("h.state = @", State, NpgsqlDbType.Text);
        return query.Sort(sort, "-availableFrom") ?? query.After(cursor);
    }
}
