using System.Text.Json;
using Billing.Web;
using Npgsql;

namespace Billing.Usage;

/// <summary>What each meter read, by whom.</summary>
internal static class UsageByMeter
{
    private const string Meters = "select id, code, name, unit, versions from usage_meters where tenant_id = $1 order by lower(name), id";

    // An event says when it came in and whether it counts no more, and not since when. $2 is the instant; the days lie between $3 and $4.
    private const string Withdrawn = """
        select exists (select from usage_tenants us join usage_events e on e.tenant_no = us.no where us.tenant_id = $1 and e.withdrawn and e.taken_at < $2 and e.at >= $3 and e.at < $4)
        """;

    private static readonly Refusal Untold = new("usage-past-unknown", "Some usage of these days that had come in by then was amended or withdrawn, and when is not kept. Ask for other days, or without 'at'.");

    /// <summary>They are read by when events came in.</summary>
    public static readonly string[] Tables = ["usage_tenants", "usage_events", "usage_hours", "usage_items", "usage_subjects"];

    public static ReportKind Report { get; } = new(
        "usage", "What each meter read, by whom, in these days.", Permission.SeeUsage, ReportSpan.Days,
        [new("meter", "Meter", ReportCell.Link), new("subject", "Subject", ReportCell.Text), new("amount", "Amount", ReportCell.Number), new("unit", "Unit", ReportCell.Text), new("events", "Events", ReportCell.Number, Summed: true)],
        Tell);

    private static async Task<Result<List<ReportRow>>> Tell(ReportAsked asked, CancellationToken stop)
    {
        var (session, zone) = (asked.Session, asked.Here.TimeZone);
        var (from, until) = (LocalDay.StartOf(asked.From, zone), LocalDay.StartOf(asked.Through.AddDays(1), zone));
        // An event counts from the instant on at which it came in.
        var before = asked.Then?.AddMicroseconds(1);
        if (before is { } instant && await session.Read(Withdrawn, [Moment(instant), Moment(from), Moment(until)], async row => await row.ReadAsync(stop) && row.GetBoolean(0), stop)) return Untold;
        var meters = await session.Read(Meters, [], async row =>
        {
            var all = new List<(Guid Id, string Code, string Name, string Unit, IReadOnlyList<MeterVersion> Versions)>();
            while (await row.ReadAsync(stop)) all.Add((row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), JsonSerializer.Deserialize<List<MeterVersion>>(row.GetFieldValue<byte[]>(4), JsonSerializerOptions.Web)!));
            return all;
        }, stop);
        var rows = new List<ReportRow>();
        foreach (var meter in meters)
        {
            var rule = (meter.Versions.LastOrDefault(version => version.From < until) ?? meter.Versions[0]).Rule;
            var read = await UsageReading.Read(session, meter.Id, rule, [from, until], null, [0], stop, before);
            rows.AddRange(read.OrderBy(one => one.Group[0], StringComparer.Ordinal).Select(one => new ReportRow(
                $"{meter.Code} {one.Group[0]}", new ReportLink(meter.Name, "meter", meter.Id, asked.From, asked.Through), one.Group[0], decimal.Round(one.Amount, 12), meter.Unit, (decimal)one.Events)));
        }
        return rows;
    }

    private static NpgsqlParameter<DateTime> Moment(DateTimeOffset moment) => new() { TypedValue = moment.UtcDateTime, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz };
}
