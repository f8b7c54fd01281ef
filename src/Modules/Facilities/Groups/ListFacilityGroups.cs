using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Facilities;

/// <summary>The facility groups with what is open in each.</summary>
internal static class ListFacilityGroups
{
    // $2 is today in the organisation's zone
    private const string FiguresSql = """
        left join lateral (
            select sum(coalesce(r.billed, 0) - coalesce(r.paid, 0)) filter (where r.currency = g.currency) as open,
                   sum(r.billed - coalesce(r.paid, 0)) filter (where r.currency = g.currency and r.billed > coalesce(r.paid, 0) and r.billing_date + g.payment_terms_days < $2) as overdue,
                   count(*) as records
            from facilities_facilities f join facilities_billing_records r on r.tenant_id = f.tenant_id and r.facility_id = f.id
            where f.tenant_id = g.tenant_id and f.group_id = g.id and not r.withdrawn) o on true
        left join lateral (
            select count(*) as facilities from facilities_facilities f where f.tenant_id = g.tenant_id and f.group_id = g.id and f.standing = 'active') c on true
        """;

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["name"] = new("lower(g.name)", NpgsqlDbType.Text),
        ["open"] = new("coalesce(o.open, 0)", NpgsqlDbType.Numeric),
        ["overdue"] = new("coalesce(o.overdue, 0)", NpgsqlDbType.Numeric),
    };

    /// <summary>What is counted beside one group.</summary>
    public static Task<GroupFigures> Figures(Session session, FacilityGroupId id, DateOnly today, CancellationToken stop) => session.Read(
        $"select c.facilities, coalesce(o.open, 0), coalesce(o.overdue, 0), coalesce(o.records, 0) from facilities_groups g {FiguresSql} where g.tenant_id = $1 and g.id = $3",
        [new NpgsqlParameter<DateOnly> { TypedValue = today }, new NpgsqlParameter<Guid> { TypedValue = id.Value }],
        async reader => await reader.ReadAsync(stop) ? new GroupFigures(reader.GetInt64(0), reader.GetDecimal(1), reader.GetDecimal(2), reader.GetInt64(3)) : default, stop);

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/facility-groups", async (Session session, Habits habits, CancellationToken stop, [AllowedValues("false", "true", "all")] string? archived = null, string? search = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            var query = new ListQuery(Fields, new("g.id", NpgsqlDbType.Uuid));
            query.Value(habits.Today, NpgsqlDbType.Date);
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if (StandingFilter.Add(query, "g.standing", archived) is { } unclear) return unclear;
            query.Filter("g.name ilike @", Search.Pattern(search), NpgsqlDbType.Text);
            if (query.Sort(sort, "name") is { } unsorted) return unsorted;
            if (query.After(cursor) is { } lost) return lost;
            var rows = limit ?? ListQuery.MaxLimit;
            return await session.Read(
                $"select g.id, g.name, g.schedule, g.status_set_id, g.payment_terms_days, g.currency, g.client_id, g.standing, g.version, c.facilities, coalesce(o.open, 0), coalesce(o.overdue, 0){query.CursorColumns} from facilities_groups g {FiguresSql} where g.tenant_id = $1 and g.standing <> 'withdrawn'{query.Where}{query.Tail(rows)}",
                query.Values, async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, 12, Card, stop)), stop);
        })
        .Produces<Page<GroupCard>>()
        .Requires(Permission.SeeFacilities)
        .WithSummary("The facility groups, with facilities, open and overdue amounts");

    private static GroupCard Card(NpgsqlDataReader reader)
    {
        var currency = Currency.Parse(reader.GetString(5));
        return new GroupCard(new(reader.GetGuid(0)), reader.GetString(1), JsonSerializer.Deserialize<Schedule>(reader.GetFieldValue<byte[]>(2), JsonSerializerOptions.Web)!, new(reader.GetGuid(3)), reader.GetInt32(4), currency,
            reader.IsDBNull(6) ? null : new ClientId(reader.GetGuid(6)), reader.GetString(7) != "active", reader.GetInt64(8), reader.GetInt64(9), Money.Round(reader.GetDecimal(10), currency), Money.Round(reader.GetDecimal(11), currency));
    }
}

/// <summary>The filter <c>archived=false|true|all</c>.</summary>
internal static class StandingFilter
{
    public static Problem? Add(ListQuery query, string column, string? archived)
    {
        switch (archived)
        {
            case null or "false": query.Filter($"{column} = 'active'"); return null;
            case "true": query.Filter($"{column} = 'archived'"); return null;
            case "all": return null;
            default: return Problems.BadRequest(new Fault("?archived", "Write archived=false, archived=true or archived=all."));
        }
    }
}
