using System.ComponentModel.DataAnnotations;
using Billing.Web;
using Microsoft.AspNetCore.Mvc;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>Which billing runs are wanted.</summary>
internal sealed record RunFilter
{
    [FromQuery, AllowedValues("drafting", "toApprove", "issuing", "discarding", "parked", "done", "discarded")] public string? State { get; init; }

    /// <summary>Their period reaches this day or a later one.</summary>
    [FromQuery] public DateOnly? From { get; init; }

    /// <summary>Their period begins on this day or earlier.</summary>
    [FromQuery] public DateOnly? To { get; init; }

    /// <summary>Part of the name of who started them.</summary>
    [FromQuery] public string? Search { get; init; }

    /// <summary>Only these.</summary>
    [FromQuery] public Guid[]? Id { get; init; }

    // How far a run is follows from how many clients are at which step, the first that holds: as RunCounts.State says it of one run.
    private const string StateOf = """
        case when r.unwanted > 0 then 'discarding' when r.due > 0 then 'drafting' when r.approved > 0 then 'issuing' when r.drafted > 0 then 'toApprove'
             when r.undrafted + r.unissued > 0 then 'parked' when r.dropped > 0 and r.issued = 0 then 'discarded' else 'done' end
        """;

    private static readonly Dictionary<string, SortField> Fields = new() { ["startedAt"] = new("r.started_at", NpgsqlDbType.TimestampTz), ["period"] = new("r.period_from", NpgsqlDbType.Date), ["startedBy"] = new("lower(r.started_by)", NpgsqlDbType.Text) };

    /// <summary>Builds the query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="sort">As asked for; the newest first unless asked otherwise.</param>
    /// <param name="cursor">Where the page before ended.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public Problem? Query(out ListQuery query, string? sort = null, string? cursor = null)
    {
        query = new ListQuery(Fields, new("r.id", NpgsqlDbType.Uuid));
        if (Words.Check<RunState>("state", State) is { } unknown) return unknown;
        if (From > To) return Problems.BadRequest(new Fault("?to", "The days end before they begin."));
        query.Filter($"{StateOf} = @", State, NpgsqlDbType.Text).Filter("r.period_through >= @", From, NpgsqlDbType.Date).Filter("r.period_from <= @", To, NpgsqlDbType.Date)
            .Filter("r.started_by ilike @", Web.Search.Pattern(Search), NpgsqlDbType.Text);
        if (Id is { Length: > 0 }) query.Filter($"r.id = any ({query.Value(Id, NpgsqlDbType.Array | NpgsqlDbType.Uuid)})");
        return query.Sort(sort, "-startedAt") ?? query.After(cursor);
    }
}
