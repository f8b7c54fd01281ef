using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Facilities;

/// <summary>The charges that records became. Where the product runs without Invoicing there are none.</summary>
internal sealed class RecordCharges(Session session, IEnumerable<IInvoicing> invoicing)
{
    /// <summary>How Invoicing names where these charges come from.</summary>
    public const string Module = "facilities";

    /// <summary>What kind of fact a record is to Invoicing.</summary>
    public const string Kind = "billing_record";

    private const string OfCycle = """
        select r.id, f.name, r.period_from, r.period_through, r.billing_date, r.billed, r.currency, r.withdrawn, r.version
        from facilities_billing_records r join facilities_facilities f on f.tenant_id = r.tenant_id and f.id = r.facility_id
        where r.tenant_id = $1 and f.group_id = $2 and r.period_from between $3 and $4 and ($5::uuid[] is null or r.id = any ($5))
        order by lower(f.name), r.period_from, r.id limit $6
        """;

    /// <summary>What is asked about a record, and what became of it; null when it was never charged.</summary>
    public async Task<(T Asked, ChargedFact? Charge)> With<T>(Question<T> question, Guid record, CancellationToken stop)
    {
        if (invoicing.FirstOrDefault() is not { } hub) return (await session.Read(question, stop), null);
        var (asked, charges) = await session.Read(question, hub.Charged(Module, Kind, [record.ToString()]), stop);
        return (asked, charges.GetValueOrDefault(record.ToString()));
    }

    /// <summary>A group's records of a cycle, withdrawn ones included; one more than may be billed at once shows that there are too many.</summary>
    public Task<List<CycleRecord>> Records(FacilityGroupId group, BillCycle cycle, CancellationToken stop) => session.Read(OfCycle,
        [
            new NpgsqlParameter<Guid> { TypedValue = group.Value }, new NpgsqlParameter<DateOnly> { TypedValue = cycle.From }, new NpgsqlParameter<DateOnly> { TypedValue = cycle.Through },
            new NpgsqlParameter { Value = (object?)cycle.RecordIds?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid }, new NpgsqlParameter<int> { TypedValue = BillCycle.Most + 1 },
        ],
        async reader =>
        {
            var records = new List<CycleRecord>();
            while (await reader.ReadAsync(stop))
                records.Add(new CycleRecord(reader.GetGuid(0), reader.GetString(1), new Period(reader.GetFieldValue<DateOnly>(2), reader.GetFieldValue<DateOnly>(3)), reader.GetFieldValue<DateOnly>(4),
                    reader.IsDBNull(5) ? null : new Money(reader.GetDecimal(5), Currency.Parse(reader.GetString(6))), reader.GetBoolean(7), reader.GetInt64(8)));
            return records;
        }, stop);
}
