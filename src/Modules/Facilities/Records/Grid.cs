using Billing.EventStore;
using Billing.Web;
using Npgsql;

namespace Billing.Facilities;

/// <summary>Reads saved records from their rows, each with what follows from its amounts today.</summary>
internal sealed class Grid(Habits habits, Streams<StatusSet> statusSets, RecordCharges charges)
{
    /// <summary>What a row is made of; the aliases are those of <see cref="Tables"/>.</summary>
    internal const string Columns = """
        r.id, r.facility_id, f.name, f.group_id, g.name, g.payment_terms_days, r.currency, r.billing_date, r.period_from, r.period_through,
        r.status_id, r.billed, r.paid, r.paid_on, r.note, r.import_id, r.withdrawn, r.version, r.edited_at, r.edited_by, g.status_set_id
        """;

    /// <summary>Number of <see cref="Columns"/>.</summary>
    internal const int ColumnCount = 21;

    internal const string Tables = """
        facilities_billing_records r
        join facilities_facilities f on f.tenant_id = r.tenant_id and f.id = r.facility_id
        join facilities_groups g on g.tenant_id = f.tenant_id and g.id = f.group_id
        """;

    private const string OneSql = $"select {Columns} from {Tables} where r.tenant_id = $1 and r.id = $2";

    /// <summary>One saved record with its charge; null when there is none.</summary>
    public async Task<GridRow?> One(Guid id, CancellationToken stop)
    {
        var today = habits.Today;
        var (found, charge) = await charges.With(new Question<(GridRow, Guid)?>(OneSql, [new NpgsqlParameter<Guid> { TypedValue = id }], async reader => await reader.ReadAsync(stop) ? Row(reader, today) : null), id, stop);
        return found is { } row ? (await WithHints([row], stop))[0] with { Charge = charge } : null;
    }

    /// <summary>Adds to each row how its picked status contradicts its money.</summary>
    /// <param name="rows">Rows with the status set of their group.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<List<GridRow>> WithHints(IReadOnlyList<(GridRow Row, Guid StatusSet)> rows, CancellationToken stop)
    {
        var sets = new Dictionary<Guid, StatusSet>();
        foreach (var set in rows.Select(r => r.StatusSet).Distinct()) sets.Add(set, (await statusSets.Peek(set, stop)).State);
        return [.. rows.Select(r => r.Row.StatusId is { } status && Derived.HintOf(sets[r.StatusSet].Find(status), r.Row.State) is { } hint ? r.Row with { Hint = hint } : r.Row)];
    }

    /// <summary>The row, and its group's status set, that a reader of <see cref="Columns"/> stands on.</summary>
    internal static (GridRow Row, Guid StatusSet) Row(NpgsqlDataReader reader, DateOnly today)
    {
        var currency = Currency.Parse(reader.GetString(6));
        Money? billed = reader.IsDBNull(11) ? null : new Money(reader.GetDecimal(11), currency);
        Money? paid = reader.IsDBNull(12) ? null : new Money(reader.GetDecimal(12), currency);
        var row = new GridRow(
            reader.GetGuid(0), new(reader.GetGuid(1)), reader.GetString(2), new(reader.GetGuid(3)), reader.GetString(4), currency,
            reader.GetFieldValue<DateOnly>(7), reader.GetFieldValue<DateOnly>(8), reader.GetFieldValue<DateOnly>(9),
            reader.IsDBNull(10) ? null : new StatusId(reader.GetGuid(10)), billed, paid,
            reader.IsDBNull(13) ? null : reader.GetFieldValue<DateOnly>(13), reader.IsDBNull(14) ? null : reader.GetString(14),
            reader.IsDBNull(15) ? null : reader.GetGuid(15), reader.GetBoolean(16), reader.GetInt64(17), new DateTimeOffset(reader.GetDateTime(18), TimeSpan.Zero), reader.GetString(19));
        return (row.On(today, reader.GetInt32(5)), reader.GetGuid(20));
    }
}
