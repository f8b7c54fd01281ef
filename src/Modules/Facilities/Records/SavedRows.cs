using Billing.EventStore;
using Billing.Web;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Facilities;

/// <summary>The grid without a window: saved records alone, however many, a page at a time.</summary>
internal static class SavedRows
{
    private const string Outstanding = "(coalesce(r.billed, 0) - coalesce(r.paid, 0))";

    // What the row says is open: nothing where no amount is noted.
    private const string Open = "(case when r.billed is null and r.paid is null then null else coalesce(r.billed, 0) - coalesce(r.paid, 0) end)";

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["facility"] = new("lower(f.name)", NpgsqlDbType.Text),
        ["group"] = new("lower(g.name)", NpgsqlDbType.Text),
        ["billingDate"] = new("r.billing_date", NpgsqlDbType.Date),
        ["from"] = new("r.period_from", NpgsqlDbType.Date),
        ["through"] = new("r.period_through", NpgsqlDbType.Date),
        ["status"] = new("coalesce(r.status_id::text, '')", NpgsqlDbType.Text),
        ["billed"] = new("coalesce(r.billed, -1e20)", NpgsqlDbType.Numeric),
        ["paid"] = new("coalesce(r.paid, -1e20)", NpgsqlDbType.Numeric),
        ["outstanding"] = new(Outstanding, NpgsqlDbType.Numeric),
        ["paidOn"] = new("coalesce(r.paid_on, '0001-01-01')", NpgsqlDbType.Date),
        ["note"] = new("coalesce(r.note, '')", NpgsqlDbType.Text),
    };

    /// <summary>Newest periods first, unless asked otherwise.</summary>
    public const string DefaultSort = "-from";

    /// <summary>Builds the query of a filter; <c>$2</c> is today.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public static Problem? Query(RecordFilter filter, DateOnly today, string? sort, string? cursor, out ListQuery query)
    {
        query = new ListQuery(Fields, new("r.id", NpgsqlDbType.Uuid));
        var day = query.Value(today, NpgsqlDbType.Date);
        query.Filter("f.group_id = @", filter.GroupId?.Value, NpgsqlDbType.Uuid).Filter("r.facility_id = @", filter.FacilityId?.Value, NpgsqlDbType.Uuid)
            .Filter("r.period_from >= @", filter.From, NpgsqlDbType.Date).Filter("r.period_from <= @", filter.Through, NpgsqlDbType.Date)
            .Filter("r.billed >= @", filter.MinAmount, NpgsqlDbType.Numeric).Filter("r.billed <= @", filter.MaxAmount, NpgsqlDbType.Numeric)
            .Filter("r.paid >= @", filter.MinPaid, NpgsqlDbType.Numeric).Filter("r.paid <= @", filter.MaxPaid, NpgsqlDbType.Numeric)
            .Filter($"{Open} >= @", filter.MinOutstanding, NpgsqlDbType.Numeric).Filter($"{Open} <= @", filter.MaxOutstanding, NpgsqlDbType.Numeric)
            .Filter("r.billing_date >= @", filter.BilledFrom, NpgsqlDbType.Date).Filter("r.billing_date <= @", filter.BilledThrough, NpgsqlDbType.Date)
            .Filter("r.paid_on >= @", filter.PaidFrom, NpgsqlDbType.Date).Filter("r.paid_on <= @", filter.PaidThrough, NpgsqlDbType.Date)
            .Filter("r.note ilike @", Search.Pattern(filter.Note), NpgsqlDbType.Text)
            .Filter(filter.Withdrawn ? "r.withdrawn" : "not r.withdrawn")
            .Filter("(f.name ilike @ or g.name ilike @ or r.note ilike @)", Search.Pattern(filter.Search), NpgsqlDbType.Text);
        if (filter.StatusId is { Length: > 0 }) query.Filter(filter.WithoutStatus ? "(r.status_id = any(@) or r.status_id is null)" : "r.status_id = any(@)", filter.Statuses.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        foreach (var field in filter.Blank ?? []) query.Filter($"{RecordFilter.Optional[field].Column} is null");
        foreach (var field in filter.Filled ?? []) query.Filter($"{RecordFilter.Optional[field].Column} is not null");
        if (filter.State is "outstanding" or "overdue") query.Filter($"{Outstanding} > 0");
        if (filter.State == "overdue") query.Filter($"r.billing_date + g.payment_terms_days < {day}");
        if (filter.State == "paid") query.Filter($"{Outstanding} <= 0 and (r.billed is not null or r.paid is not null)");
        return query.Sort(sort, DefaultSort) ?? query.After(cursor);
    }

    /// <summary>The statement of one page.</summary>
    public static string Sql(ListQuery query, int limit) => $"select {Grid.Columns}{query.CursorColumns} from {Grid.Tables} where r.tenant_id = $1 and ($2::date is not null){query.Where}{query.Tail(limit)}";

    /// <summary>One page, with count and totals on the first.</summary>
    public static async Task<GridPage> Page(Session session, Grid grid, ListQuery query, DateOnly today, int limit, bool first, CancellationToken stop)
    {
        var page = await session.Read(Sql(query, limit), query.Values, reader => Pages.Read(reader, query, limit, Grid.ColumnCount, r => Grid.Row(r, today), stop), stop);
        var totals = first ? await Totals(session, query, stop) : null;
        return new GridPage(await grid.WithHints(page.Items, stop), page.NextCursor, totals?.Sum(t => t.Records), totals);
    }

    private static Task<List<GridTotals>> Totals(Session session, ListQuery query, CancellationToken stop) => session.Read(
        $"""
        select r.currency, coalesce(sum(r.billed), 0), coalesce(sum(r.paid), 0), coalesce(sum({Outstanding}), 0),
               coalesce(sum({Outstanding}) filter (where {Outstanding} > 0 and r.billing_date + g.payment_terms_days < $2), 0), count(*)
        from {Grid.Tables} where r.tenant_id = $1{query.Where} group by r.currency order by r.currency
        """,
        [.. query.Values.Select(v => v.Clone())],
        async reader =>
        {
            var totals = new List<GridTotals>();
            while (await reader.ReadAsync(stop))
            {
                var currency = Currency.Parse(reader.GetString(0));
                totals.Add(new GridTotals(currency, Money.Round(reader.GetDecimal(1), currency), Money.Round(reader.GetDecimal(2), currency), Money.Round(reader.GetDecimal(3), currency), Money.Round(reader.GetDecimal(4), currency), reader.GetInt64(5)));
            }
            return totals;
        }, stop);
}
