using System.Globalization;
using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Npgsql;
using NpgsqlTypes;
using Microsoft.AspNetCore.Http;

namespace Billing.Facilities;

/// <summary>The grid of a window: one row per facility and cycle whose period begins in it, saved or computed.</summary>
internal static class CycleRows
{
    private const int Most = 60_000;

    private const string Groups = "select id, name, schedule, custom_dates, currency from facilities_groups where tenant_id = $1 and standing = 'active' and ($2::uuid is null or id = $2)";

    private const string Facilities = "select id, name, group_id from facilities_facilities where tenant_id = $1 and standing = 'active' and ($2::uuid is null or group_id = $2) and ($3::uuid is null or id = $3)";

    private static readonly Refusal TooMany = new("window-too-wide", "These are too many rows for one look. Choose a group or a shorter window.");

    private static readonly Dictionary<string, Func<GridRow, IComparable?>> Fields = new()
    {
        ["facility"] = r => PlainText.Key(r.FacilityName),
        ["group"] = r => PlainText.Key(r.GroupName),
        ["billingDate"] = r => r.BillingDate,
        ["from"] = r => r.From,
        ["through"] = r => r.Through,
        ["status"] = r => r.StatusId?.Value.ToString(),
        ["billed"] = r => r.Billed?.Amount,
        ["paid"] = r => r.Paid?.Amount,
        ["outstanding"] = r => r.Outstanding?.Amount,
        ["paidOn"] = r => r.PaidOn,
        ["note"] = r => r.Note,
    };

    /// <summary>All rows of the filter in order, or what is wrong with it.</summary>
    public static async Task<(IReadOnlyList<GridRow>? Rows, IResult? Wrong)> Read(Session session, Grid grid, CommandEdge edge, RecordFilter filter, DateOnly today, string? sort, CancellationToken stop)
    {
        if (Order(sort) is not { } order) return (null, Problems.BadRequest(new Fault("?sort", $"Sort by {string.Join(", ", Fields.Keys)}.")));
        var groups = await ReadGroups(session, filter, stop);
        var cycles = groups.ToDictionary(g => g.Id, g => filter is { From: { } from, Through: { } through }
            ? [.. g.Schedule.Beginning(new Period(from, through), today, g.Dates)]
            : g.Schedule.Cycle(0, today, g.Dates).TryGet(out var current, out _) ? [current] : Array.Empty<Cycle>());
        var window = filter is { From: { } first, Through: { } last } ? new Period(first, last) : Around(cycles.Values.SelectMany(c => c));
        var rows = window is { } around ? await ReadSaved(session, grid, filter, around, today, stop) : [];
        var saved = rows.ToLookup(r => r.FacilityId);
        foreach (var (id, name, groupId) in await ReadFacilities(session, filter, stop))
        {
            if (groups.Find(g => g.Id == groupId) is not { } group) continue;
            foreach (var cycle in cycles[groupId])
                if (!saved[id].Any(r => cycle.Period.Contains(r.From))) rows.Add(GridRow.Computed(id, name, groupId, group.Name, group.Currency, cycle));
            if (rows.Count > Most) return (null, edge.Refused(TooMany));
        }
        return ([.. order(rows.Where(filter.Wants))], null);
    }

    /// <summary>One page of rows in memory.</summary>
    public static IResult Page(IReadOnlyList<GridRow> rows, int limit, string? cursor)
    {
        var start = 0;
        if (cursor is not null && (Cursor.Read(cursor) is not [var at] || !int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out start))) return Problems.BadRequest(new Fault("?cursor", "This cursor belongs to another list or sort. Start again without it."));
        var items = rows.Skip(start).Take(limit).ToList();
        var next = start + items.Count < rows.Count ? Cursor.Write([(start + items.Count).ToString(CultureInfo.InvariantCulture)]) : null;
        return Answer.Of(cursor is null ? new GridPage(items, next, rows.Count, GridTotals.Of(rows)) : new GridPage(items, next, null, null));
    }

    private static Func<IEnumerable<GridRow>, IEnumerable<GridRow>>? Order(string? sort)
    {
        var parts = (string.IsNullOrWhiteSpace(sort) ? "facility,from" : sort).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => (Name: p.TrimStart('-', '+'), Down: p[0] == '-')).ToList();
        if (parts.Any(p => !Fields.ContainsKey(p.Name))) return null;
        return rows => parts.Append((Name: "from", Down: false)).Append((Name: "facility", Down: false)).Aggregate(rows.OrderBy(_ => 0), (ordered, part) => part.Down ? ordered.ThenByDescending(Fields[part.Name]) : ordered.ThenBy(Fields[part.Name])).ThenBy(r => r.FacilityId.Value);
    }

    private static Period? Around(IEnumerable<Cycle> cycles)
    {
        var all = cycles.ToList();
        return all.Count == 0 ? null : new Period(all.Min(c => c.From), all.Max(c => c.Through));
    }

    private static async Task<List<GridRow>> ReadSaved(Session session, Grid grid, RecordFilter filter, Period window, DateOnly today, CancellationToken stop)
    {
        var query = new ListQuery(new Dictionary<string, SortField>(), new("r.id", NpgsqlDbType.Uuid))
            .Filter("r.period_from >= @", window.From, NpgsqlDbType.Date).Filter("r.period_from <= @", window.Through, NpgsqlDbType.Date)
            .Filter("f.group_id = @", filter.GroupId?.Value, NpgsqlDbType.Uuid).Filter("r.facility_id = @", filter.FacilityId?.Value, NpgsqlDbType.Uuid);
        return await grid.WithHints(await session.Read($"select {Grid.Columns} from {Grid.Tables} where r.tenant_id = $1 and not r.withdrawn{query.Where}", query.Values, async reader =>
        {
            var rows = new List<(GridRow, Guid)>();
            while (await reader.ReadAsync(stop)) rows.Add(Grid.Row(reader, today));
            return rows;
        }, stop), stop);
    }

    private static Task<List<GroupCycles>> ReadGroups(Session session, RecordFilter filter, CancellationToken stop) => session.Read(Groups, [Id(filter.GroupId?.Value)], async reader =>
    {
        var groups = new List<GroupCycles>();
        while (await reader.ReadAsync(stop))
            groups.Add(new(new(reader.GetGuid(0)), reader.GetString(1), JsonSerializer.Deserialize<Schedule>(reader.GetFieldValue<byte[]>(2), JsonSerializerOptions.Web)!, JsonSerializer.Deserialize<CustomDates>(reader.GetFieldValue<byte[]>(3), JsonSerializerOptions.Web)!, Currency.Parse(reader.GetString(4))));
        return groups;
    }, stop);

    private static Task<List<(FacilityId, string, FacilityGroupId)>> ReadFacilities(Session session, RecordFilter filter, CancellationToken stop) => session.Read(Facilities, [Id(filter.GroupId?.Value), Id(filter.FacilityId?.Value)], async reader =>
    {
        var facilities = new List<(FacilityId, string, FacilityGroupId)>();
        while (await reader.ReadAsync(stop)) facilities.Add((new(reader.GetGuid(0)), reader.GetString(1), new(reader.GetGuid(2))));
        return facilities;
    }, stop);

    private static NpgsqlParameter Id(Guid? id) => new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };

    private sealed record GroupCycles(FacilityGroupId Id, string Name, Schedule Schedule, CustomDates Dates, Currency Currency);
}
