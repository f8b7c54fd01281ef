using System.ComponentModel.DataAnnotations;
using Billing.Web;
using Microsoft.AspNetCore.Mvc;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>Which clients are wanted.</summary>
internal sealed record ClientFilter
{
    /// <summary>false: the active ones, unless asked otherwise; true: the archived ones; all: those that were merged or forgotten, too.</summary>
    [FromQuery, AllowedValues("false", "true", "all")] public string? Archived { get; init; }

    /// <summary>Part of the name, a mail address, the telephone number, the address, the tax id, the note or an id in another system.</summary>
    [FromQuery] public string? Search { get; init; }

    [FromQuery] public string? Currency { get; init; }

    [FromQuery] public string? Country { get; init; }

    [FromQuery, AllowedValues("standard", "reverseCharge", "exempt")] public string? TaxTreatment { get; init; }

    /// <summary>Only those from one of whose addresses mails came back, or only the others.</summary>
    [FromQuery] public bool? Bounced { get; init; }

    /// <summary>Only these.</summary>
    [FromQuery] public Guid[]? Id { get; init; }

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["name"] = new("lower(c.name)", NpgsqlDbType.Text),
        ["addedAt"] = new("c.added_at", NpgsqlDbType.TimestampTz),
        ["city"] = new("lower(coalesce(c.city, ''))", NpgsqlDbType.Text),
        ["country"] = new("coalesce(c.country, '')", NpgsqlDbType.Text),
        ["currency"] = new("c.currency", NpgsqlDbType.Text),
    };

    /// <summary>Builds the query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="sort">As asked for; by name unless asked otherwise.</param>
    /// <param name="cursor">Where the page before ended.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public Problem? Query(out ListQuery query, string? sort = null, string? cursor = null)
    {
        query = new ListQuery(Fields, new("c.id", NpgsqlDbType.Uuid));
        if (Archived is not (null or "false" or "true" or "all")) return Problems.BadRequest(new Fault("?archived", "Write archived=false, archived=true or archived=all."));
        if (Words.Check<TaxTreatment>("taxTreatment", TaxTreatment) is { } unknown) return unknown;
        if (Archived is not "all") query.Filter(Archived == "true" ? "c.standing = 'archived'" : "c.standing = 'active'");
        Searched(query);
        query.Filter("c.currency = upper(@)", Currency, NpgsqlDbType.Text).Filter("c.country = upper(@)", Country, NpgsqlDbType.Text).Filter("c.tax_treatment = @", TaxTreatment, NpgsqlDbType.Text);
        query.Filter("(c.bounced <> '[]') = @", Bounced, NpgsqlDbType.Boolean);
        if (Id is { Length: > 0 }) query.Filter($"c.id = any ({query.Value(Id, NpgsqlDbType.Array | NpgsqlDbType.Uuid)})");
        return query.Sort(sort, "name") ?? query.After(cursor);
    }

    // A number is found however its digits are grouped, in the row and in the search.
    private void Searched(ListQuery query)
    {
        if (ClientSearch.Pattern(Search) is not { } pattern) return;
        var bare = ClientSearch.Bare(Search)!;
        if (bare.Length < 4 || !bare.Any(char.IsDigit)) query.Filter("c.found like @", pattern, NpgsqlDbType.Text);
        else query.Filter($"(c.found like {query.Value(pattern, NpgsqlDbType.Text)} or c.found like {query.Value(ClientSearch.Pattern(bare)!, NpgsqlDbType.Text)})");
    }
}
