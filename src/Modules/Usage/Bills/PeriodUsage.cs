using System.Globalization;
using System.Text.Json;
using Billing.EventStore;
using Billing.Usage.Contracts;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Usage;

/// <summary>Reads what was used of the charges of a plan in a period; the events of one subject once, however many plans look at them.</summary>
/// <param name="meters">By code.</param>
/// <param name="zone">Where days begin.</param>
internal sealed class PeriodUsage(Session session, IReadOnlyDictionary<string, MeterRow> meters, TimeZoneInfo zone)
{
    // In the order in which events happened; two at one instant in the order of their keys, so that every reading is the same.
    private const string Values = """
        select e.value, e.dims from usage_events e
        where e.tenant_no = (select no from usage_tenants where tenant_id = $1) and e.meter_id = $2 and e.subject_id = $3 and e.at >= $4 and e.at < $5 and e.counted and not e.withdrawn and ($6::timestamptz is null or e.taken_at < $6)
        order by e.at, e.key
        """;

    private static readonly PriceTerms Anything = new("per-unit");

    private readonly Dictionary<(Guid Meter, DateTimeOffset From, DateTimeOffset To, string Where, int By, DateTimeOffset? TakenBefore), Dictionary<string, Used>> _events = [];
    private string? _subject;

    /// <summary>What a subject used of each charge, in the order of the plan; groups by their value.</summary>
    /// <param name="known">Keys of lines that were billed before: a group whose usage was withdrawn is still a line.</param>
    public async Task<List<PeriodUse>> Read(PlanTerms terms, string subject, Period covered, IEnumerable<string> known, CancellationToken stop)
    {
        var uses = new List<PeriodUse>();
        foreach (var charge in terms.Charges)
        {
            if (charge.Meter is null)
            {
                uses.Add(new PeriodUse(charge, null, Used.Nothing, LateUsage.Usual));
                continue;
            }
            var meter = meters[charge.Meter];
            var prefix = $"charge/{charge.Code}/";
            var measure = PriceReading.Read(charge.Price, "", [])!.Measure;
            var used = await Read(charge, meter, measure, subject, covered, stop);
            if (charge.By is null || measure == Measure.Units) uses.Add(new PeriodUse(charge, null, used.GetValueOrDefault("", Used.Nothing), meter.Late));
            else uses.AddRange(used.Keys.Union(known.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(key => key[prefix.Length..])).Order(StringComparer.Ordinal).Select(group => new PeriodUse(charge, group, used.GetValueOrDefault(group, Used.Nothing), meter.Late)));
        }
        return uses;
    }

    private async Task<Dictionary<string, Used>> Read(PlanCharge charge, MeterRow meter, Measure measure, string subject, Period covered, CancellationToken stop)
    {
        return await Read(charge, meter, measure, subject, LocalDay.StartOf(covered.From, zone), LocalDay.StartOf(covered.Through.AddDays(1), zone), null, stop);
    }

    /// <summary>What a subject used of a meter from an instant up to another one.</summary>
    /// <param name="takenBefore">Only what had come in by then, UTC; null: all that has.</param>
    public async Task<Used> Read(string meter, Measure measure, string subject, DateTimeOffset from, DateTimeOffset to, DateTimeOffset? takenBefore, CancellationToken stop) =>
        (await Read(new PlanCharge("", "", meter, new Dictionary<string, string>(), null, Anything, null, null), meters[meter], measure, subject, from, to, takenBefore, stop)).GetValueOrDefault("", Used.Nothing);

    private async Task<Dictionary<string, Used>> Read(PlanCharge charge, MeterRow meter, Measure measure, string subject, DateTimeOffset from, DateTimeOffset to, DateTimeOffset? takenBefore, CancellationToken stop)
    {
        var rule = meter.Versions.Last(version => version.From < to || version == meter.Versions[0]).Rule;
        var where = charge.Where.Select(pair => (Place: Place(rule, pair.Key), pair.Value)).ToList();
        var by = charge.By is { } property ? Place(rule, property) : -1;
        if (measure == Measure.Events) return await Events(meter, subject, from, to, where, by, takenBefore, stop);
        var places = where.Select(one => one.Place + 1).Concat(by < 0 ? [] : [by + 1]).ToList();
        var amounts = (await UsageReading.Read(session, meter.Id, rule, [from, to], subject, places, stop, takenBefore)).Where(amount => where.Index().All(one => amount.Group[one.Index] == one.Item.Value)).ToList();
        if (measure == Measure.Units) return new() { [""] = Used.Of(amounts.ToDictionary(amount => by < 0 ? meter.Code : amount.Group[^1], amount => Exact.Of(amount.Amount))) };
        return amounts.ToDictionary(amount => by < 0 ? "" : amount.Group[^1], amount => Used.Of(Exact.Of(amount.Amount)));
    }

    private async Task<Dictionary<string, Used>> Events(MeterRow meter, string subject, DateTimeOffset from, DateTimeOffset to, List<(int Place, string Value)> where, int by, DateTimeOffset? takenBefore, CancellationToken stop)
    {
        if (_subject != subject) _events.Clear();
        _subject = subject;
        var question = (meter.Id, from, to, JsonSerializer.Serialize(where.Select(one => new { one.Place, one.Value })), by, takenBefore);
        if (!_events.TryGetValue(question, out var known)) _events.Add(question, known = await ReadEvents(meter, subject, from, to, where, by, takenBefore, stop));
        return known;
    }

    private Task<Dictionary<string, Used>> ReadEvents(MeterRow meter, string subject, DateTimeOffset from, DateTimeOffset to, List<(int Place, string Value)> where, int by, DateTimeOffset? takenBefore, CancellationToken stop) =>
        session.Read(Values, [new NpgsqlParameter<Guid> { TypedValue = meter.Id }, new NpgsqlParameter<Guid> { TypedValue = UsageHash.Of(subject) }, Instant(from), Instant(to), new NpgsqlParameter { Value = takenBefore is { } instant ? instant.UtcDateTime : DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz }], async reader =>
        {
            var values = new Dictionary<string, List<Exact>>();
            while (await reader.ReadAsync(stop))
            {
                var dims = where.Count == 0 && by < 0 ? [] : JsonSerializer.Deserialize<JsonElement[]>(reader.GetString(1))!;
                if (!where.TrueForAll(one => Text(dims, one.Place) == one.Value)) continue;
                var group = by < 0 ? "" : Text(dims, by);
                if (!values.TryGetValue(group, out var list)) values.Add(group, list = []);
                list.Add(Exact.Of(reader.GetDecimal(0)));
            }
            return values.ToDictionary(pair => pair.Key, pair => Used.Of(pair.Value));
        }, stop);

    private static int Place(MeterRule rule, string property) => rule.GroupBy.Index().FirstOrDefault(one => one.Item == property, (Index: 100, Item: "")).Index;

    private static string Text(JsonElement[] dims, int place) => place < dims.Length && dims[place].ValueKind != JsonValueKind.Null ? dims[place].ToString() : "";

    private static NpgsqlParameter<DateTime> Instant(DateTimeOffset instant) => new() { TypedValue = instant.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
