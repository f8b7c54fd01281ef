using Billing.Web;
using Microsoft.AspNetCore.Mvc;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>Which payments are wanted.</summary>
internal sealed record PaymentFilter
{
    [FromQuery] public ClientId? ClientId { get; init; }

    /// <summary>Received on this day or later.</summary>
    [FromQuery] public DateOnly? From { get; init; }

    /// <summary>Received on this day or earlier.</summary>
    [FromQuery] public DateOnly? To { get; init; }

    /// <summary>bankTransfer, card, cash, cheque or other.</summary>
    [FromQuery] public string? Method { get; init; }

    [FromQuery] public string? Currency { get; init; }

    [FromQuery] public decimal? MinAmount { get; init; }

    [FromQuery] public decimal? MaxAmount { get; init; }

    /// <summary>Only those that were undone, or only those that count.</summary>
    [FromQuery] public bool? Undone { get; init; }

    /// <summary>Part of the reference, the note, or the client's name, e-mail or ids.</summary>
    [FromQuery] public string? Search { get; init; }

    /// <summary>Only these.</summary>
    [FromQuery] public Guid[]? Id { get; init; }

    internal const string Tables = "invoicing_payments p join invoicing_clients c on c.tenant_id = p.tenant_id and c.id = p.client_id";

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["receivedOn"] = new("p.received_on", NpgsqlDbType.Date),
        ["amount"] = new("p.amount", NpgsqlDbType.Numeric),
        ["reference"] = new("p.reference", NpgsqlDbType.Text),
        ["client"] = new("lower(c.name)", NpgsqlDbType.Text),
        ["currency"] = new("p.currency", NpgsqlDbType.Text),
    };

    /// <summary>Builds the query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="sort">As asked for; the newest first unless asked otherwise.</param>
    /// <param name="cursor">Where the page before ended.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public Problem? Query(out ListQuery query, string? sort = null, string? cursor = null)
    {
        query = new ListQuery(Fields, new("p.id", NpgsqlDbType.Uuid));
        if (Words.Check<PaymentMethod>("method", Method) is { } unknown) return unknown;
        if (From > To) return Problems.BadRequest(new Fault("?to", "The days end before they begin."));
        query.Filter("coalesce(c.merged_into, p.client_id) = @", ClientId?.Value, NpgsqlDbType.Uuid).Filter("p.received_on >= @", From, NpgsqlDbType.Date).Filter("p.received_on <= @", To, NpgsqlDbType.Date)
            .Filter("p.method = @", Method, NpgsqlDbType.Text).Filter("p.currency = @", string.IsNullOrEmpty(Currency) ? null : Currency.ToUpperInvariant(), NpgsqlDbType.Text)
            .Filter("p.amount >= @", MinAmount, NpgsqlDbType.Numeric).Filter("p.amount <= @", MaxAmount, NpgsqlDbType.Numeric).Filter("p.undone = @", Undone, NpgsqlDbType.Boolean)
            .Filter("(p.reference ilike @ or c.found like @ or p.note ilike @)", ClientSearch.Pattern(Search), NpgsqlDbType.Text);
        if (Id is { Length: > 0 }) query.Filter($"p.id = any ({query.Value(Id, NpgsqlDbType.Array | NpgsqlDbType.Uuid)})");
        return query.Sort(sort, "-receivedOn") ?? query.After(cursor);
    }
}
