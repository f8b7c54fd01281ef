using System.Text.Json;
using Billing.EventStore;
using Npgsql;

namespace Billing.Facilities;

/// <summary>Reads what an organisation has, for an import to be planned against.</summary>
internal static class ImportGrounds
{
    private const string Groups = "select g.id, g.name, g.currency, g.standing, s.statuses from facilities_groups g join facilities_status_sets s on s.tenant_id = g.tenant_id and s.id = g.status_set_id where g.tenant_id = $1";

    private const string Facilities = "select id, group_id, name, standing from facilities_facilities where tenant_id = $1";

    private const string Records = "select facility_id, period_from, period_through, id, version, billing_date, status_id, currency, billed, paid, paid_on, note from facilities_billing_records where tenant_id = $1 and not withdrawn";

    public static async Task<ImportGround> Read(Session session, Habits habits, CancellationToken stop)
    {
        var statuses = (await session.Streams<StatusSet>().Peek(StatusSetId.Default.Value, stop)).State.Statuses;
        var records = await All(session, Records, r =>
        {
            var currency = Currency.Parse(r.GetString(7));
            return (Key: (new FacilityId(r.GetGuid(0)), new Period(r.GetFieldValue<DateOnly>(1), r.GetFieldValue<DateOnly>(2))), Record: new KnownRecord(
                r.GetGuid(3), r.GetInt64(4), r.GetFieldValue<DateOnly>(5), r.IsDBNull(6) ? null : new StatusId(r.GetGuid(6)),
                r.IsDBNull(8) ? null : new Money(r.GetDecimal(8), currency), r.IsDBNull(9) ? null : new Money(r.GetDecimal(9), currency),
                r.IsDBNull(10) ? null : r.GetFieldValue<DateOnly>(10), r.IsDBNull(11) ? null : r.GetString(11)));
        }, stop);
        var byPeriod = records.ToDictionary(r => r.Key, r => r.Record);
        return new ImportGround(
            await All(session, Groups, r => new KnownGroup(new(r.GetGuid(0)), r.GetString(1), Currency.Parse(r.GetString(2)), StatusesIn(r.GetFieldValue<byte[]>(4)), StandingOf(r.GetString(3))), stop),
            await All(session, Facilities, r => new KnownFacility(new(r.GetGuid(0)), new(r.GetGuid(1)), r.GetString(2), StandingOf(r.GetString(3))), stop),
            statuses, habits.Currency(await habits.Settings(stop)), (facility, period) => byPeriod.GetValueOrDefault((facility, period)));
    }

    private static Task<List<T>> All<T>(Session session, string sql, Func<NpgsqlDataReader, T> row, CancellationToken stop) => session.Read(sql, [], async reader =>
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(stop)) rows.Add(row(reader));
        return rows;
    }, stop);

    private static Status[] StatusesIn(byte[] json) => [.. JsonSerializer.Deserialize<List<StatusColumn>>(json, JsonSerializerOptions.Web)!.Select(s => new Status(new(s.Id), s.Name, s.Color, s.Settles))];

    private static Standing StandingOf(string standing) => standing switch { "active" => Standing.Active, "archived" => Standing.Archived, _ => Standing.Withdrawn };
}
