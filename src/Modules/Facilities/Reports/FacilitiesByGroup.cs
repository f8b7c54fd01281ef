using Billing.Web;
using Npgsql;

namespace Billing.Facilities;

/// <summary>What was billed for the facilities of each group, and what came in.</summary>
internal static class FacilitiesByGroup
{
    private const string Sql = """
        select g.id, g.name, r.currency, count(distinct r.facility_id), count(*), coalesce(sum(r.billed), 0), coalesce(sum(r.paid), 0)
        from facilities_billing_records r
        join facilities_facilities f on f.tenant_id = r.tenant_id and f.id = r.facility_id
        join facilities_groups g on g.tenant_id = f.tenant_id and g.id = f.group_id
        where r.tenant_id = $1 and not r.withdrawn and r.billing_date between $2 and $3
        group by g.id, g.name, r.currency order by lower(g.name), g.id, r.currency
        """;

    public static ReportKind Report { get; } = new(
        "facilities-by-group", "What was billed for the facilities of each group, and what came in, by billing date.", Permission.SeeFacilities, ReportSpan.Days,
        [
            new("group", "Group", ReportCell.Link), new("facilities", "Facilities", ReportCell.Number), new("records", "Records", ReportCell.Number, Summed: true),
            new("billed", "Billed", ReportCell.Money, Summed: true), new("paid", "Paid", ReportCell.Money, Summed: true), new("open", "Open", ReportCell.Money, Summed: true),
        ],
        Tell);

    private static async Task<Result<List<ReportRow>>> Tell(ReportAsked asked, CancellationToken stop) => await asked.Session.Read(Sql, [new NpgsqlParameter<DateOnly> { TypedValue = asked.From }, new NpgsqlParameter<DateOnly> { TypedValue = asked.Through }], async row =>
    {
        var rows = new List<ReportRow>();
        while (await row.ReadAsync(stop))
        {
            var (group, currency, billed, paid) = (row.GetGuid(0), Currency.Parse(row.GetString(2)), row.GetDecimal(5), row.GetDecimal(6));
            rows.Add(new ReportRow(
                $"{group} {currency}", new ReportLink(row.GetString(1), "facilityGroup", group, asked.From, asked.Through), (decimal)row.GetInt64(3), (decimal)row.GetInt64(4),
                new ReportAmount(billed, currency), new ReportAmount(paid, currency), new ReportAmount(billed - paid, currency)));
        }
        return rows;
    }, stop);
}
