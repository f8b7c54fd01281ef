using System.ComponentModel.DataAnnotations;
using Billing.Web;
using Microsoft.AspNetCore.Mvc;
using NpgsqlTypes;

namespace Billing.Support;

/// <summary>Which requests are wanted.</summary>
internal sealed record RequestFilter
{
    /// <summary>Whether it counts; left out: those that do. all: any.</summary>
    [FromQuery, AllowedValues("active", "archived", "ignored", "all")] public string? Status { get; init; }

    /// <summary>One or several categories, by code, with commas between them.</summary>
    [FromQuery] public string? Category { get; init; }

    /// <summary>One or several urgencies, with commas between them.</summary>
    [FromQuery] public string? Urgency { get; init; }

    /// <summary>One or several sources, with commas between them.</summary>
    [FromQuery] public string? Source { get; init; }

    [FromQuery] public Guid? ClientId { get; init; }

    /// <summary>Resolved on this day or later.</summary>
    [FromQuery] public DateOnly? From { get; init; }

    /// <summary>Resolved on this day or earlier.</summary>
    [FromQuery] public DateOnly? To { get; init; }

    /// <summary>One or several days of the week, 1 for Monday to 7 for Sunday, with commas between them.</summary>
    [FromQuery] public string? Weekday { get; init; }

    [FromQuery] public decimal? MinHours { get; init; }

    [FromQuery] public decimal? MaxHours { get; init; }

    /// <summary>Part of the description, the type, the web address or the outside id.</summary>
    [FromQuery] public string? Search { get; init; }

    /// <summary>Leaves out what is not billed: open requests, and those of categories that are not charged.</summary>
    [FromQuery] public bool? HideNonBillable { get; init; }

    /// <summary>Whether somebody is to look at it.</summary>
    [FromQuery] public bool? Flagged { get; init; }

    /// <summary>Whether it went into the close of a month.</summary>
    [FromQuery] public bool? Billed { get; init; }

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["resolvedOn"] = new("r.resolved_on", NpgsqlDbType.Date),
        ["resolvedAt"] = new("r.resolved_at::bigint", NpgsqlDbType.Bigint),
        ["client"] = new("r.client_id", NpgsqlDbType.Uuid),
        ["type"] = new("lower(r.type)", NpgsqlDbType.Text),
        ["category"] = new("r.category", NpgsqlDbType.Text),
        ["urgency"] = new("array_position(array['promotion','low','medium','high']::varchar[], r.urgency)::bigint", NpgsqlDbType.Bigint),
        ["effort"] = new("array_position(array['small','medium','large']::varchar[], r.effort)::bigint", NpgsqlDbType.Bigint),
        ["hours"] = new("r.hours", NpgsqlDbType.Numeric),
        ["source"] = new("r.source", NpgsqlDbType.Text),
        ["status"] = new("r.status", NpgsqlDbType.Text),
    };

    /// <summary>Builds the query.</summary>
    /// <param name="query">The query; its table is <c>support_requests r</c>.</param>
    /// <param name="terms">Says which categories are charged.</param>
    /// <param name="sort">As asked for; the newest first unless asked otherwise.</param>
    /// <param name="cursor">Where the page before ended.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public Problem? Query(out ListQuery query, SupportTerms terms, string? sort = null, string? cursor = null)
    {
        query = new ListQuery(Fields, new("r.id", NpgsqlDbType.Uuid));
        if (Status is not (null or "all" or "active" or "archived" or "ignored")) return Problems.BadRequest(new Fault("?status", "A status is active, archived, ignored or all."));
        if (From > To) return Problems.BadRequest(new Fault("?to", "The days end before they begin."));
        if (Check<Urgency>("urgency", Urgency, out var urgencies) is { } unknown) return unknown;
        if (Check<RequestSource>("source", Source, out var sources) is { } strange) return strange;
        if (Weekdays() is not { } weekdays) return Problems.BadRequest(new Fault("?weekday", "Days of the week are 1 for Monday to 7 for Sunday, with commas between them."));
        if (Status != "all") query.Filter("r.status = @", Status ?? "active", NpgsqlDbType.Text);
        query.Filter("r.category = any (@)", Split(Category), NpgsqlDbType.Array | NpgsqlDbType.Text)
            .Filter("r.urgency = any (@)", urgencies, NpgsqlDbType.Array | NpgsqlDbType.Text)
            .Filter("r.source = any (@)", sources, NpgsqlDbType.Array | NpgsqlDbType.Text)
            .Filter("r.client_id = @", ClientId, NpgsqlDbType.Uuid)
            .Filter("r.resolved_on >= @", From, NpgsqlDbType.Date).Filter("r.resolved_on <= @", To, NpgsqlDbType.Date)
            .Filter("extract(isodow from r.resolved_on)::integer = any (@)", weekdays.Length > 0 ? weekdays : null, NpgsqlDbType.Array | NpgsqlDbType.Integer)
            .Filter("r.hours >= @", MinHours, NpgsqlDbType.Numeric).Filter("r.hours <= @", MaxHours, NpgsqlDbType.Numeric)
            .Filter("(r.description ilike @ or r.type ilike @ or r.web_address ilike @ or r.outside_id ilike @)", Billing.Web.Search.Pattern(Search), NpgsqlDbType.Text);
        if (HideNonBillable == true) query.Filter("not r.open and r.category = any (@)", terms.ChargedCategories(), NpgsqlDbType.Array | NpgsqlDbType.Text);
        if (Flagged is { } flagged) query.Filter(flagged ? "r.flag is not null" : "r.flag is null");
        if (Billed is { } billed) query.Filter(billed ? "r.close is not null" : "r.close is null");
        return query.Sort(sort, "-resolvedOn,-resolvedAt") ?? query.After(cursor);
    }

    private static Problem? Check<T>(string name, string? given, out string[]? words) where T : struct, Enum
    {
        words = Split(given);
        var known = Enum.GetValues<T>().Select(Words.Of).ToList();
        return words?.FirstOrDefault(word => !known.Contains(word)) is { } wrong ? Problems.BadRequest(new Fault($"?{name}", $"{PlainText.Quote(wrong)} is none; there are {string.Join(", ", known)}.")) : null;
    }

    private static string[]? Split(string? given) => given?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words ? words : null;

    private int[]? Weekdays()
    {
        var days = new List<int>();
        foreach (var word in Split(Weekday) ?? [])
        {
            if (word is not [>= '1' and <= '7']) return null;
            days.Add(word[0] - '0');
        }
        return [.. days];
    }
}
