using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Facilities;

/// <summary>The facilities.</summary>
internal static class ListFacilities
{
    private const string CountSql = "select count(*) from facilities_billing_records where tenant_id = $1 and facility_id = $2 and not withdrawn";

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["name"] = new("lower(f.name)", NpgsqlDbType.Text),
        ["group"] = new("lower(g.name)", NpgsqlDbType.Text),
    };

    /// <summary>How many records a facility has.</summary>
    public static Task<long> Records(Session session, FacilityId id, CancellationToken stop) =>
        session.Read(CountSql, [new NpgsqlParameter<Guid> { TypedValue = id.Value }], async reader => await reader.ReadAsync(stop) ? reader.GetInt64(0) : 0, stop);

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/facilities", async (Session session, CancellationToken stop, FacilityGroupId? groupId = null, string? search = null, [AllowedValues("false", "true", "all")] string? archived = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            var query = new ListQuery(Fields, new("f.id", NpgsqlDbType.Uuid));
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if (StandingFilter.Add(query, "f.standing", archived) is { } unclear) return unclear;
            query.Filter("f.group_id = @", groupId?.Value, NpgsqlDbType.Uuid).Filter("f.name ilike @", Search.Pattern(search), NpgsqlDbType.Text);
            if (query.Sort(sort, "name") is { } unsorted) return unsorted;
            if (query.After(cursor) is { } lost) return lost;
            var rows = limit ?? Limit.Default;
            return await session.Read(
                $"""
                select f.id, f.name, f.group_id, g.name, f.standing, f.version,
                       (select count(*) from facilities_billing_records r where r.tenant_id = f.tenant_id and r.facility_id = f.id and not r.withdrawn){query.CursorColumns}
                from facilities_facilities f join facilities_groups g on g.tenant_id = f.tenant_id and g.id = f.group_id
                where f.tenant_id = $1 and f.standing <> 'withdrawn'{query.Where}{query.Tail(rows)}
                """,
                query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, 7, r => new FacilityLine(new(r.GetGuid(0)), r.GetString(1), new(r.GetGuid(2)), r.GetString(3), r.GetString(4) != "active", r.GetInt64(5), r.GetInt64(6)), stop)), stop);
        })
        .Produces<Page<FacilityLine>>()
        .Requires(Permission.SeeFacilities)
        .WithSummary("The facilities");
}
