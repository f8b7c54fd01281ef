using Billing.EventStore;

namespace Billing.Usage;

/// <summary>A meter as the list and the intake read it.</summary>
internal sealed record MeterRow(Guid Id, string Code, string Name, string Unit, bool Retired, [Jsonb] IReadOnlyList<MeterVersion> Versions, [Jsonb] LateUsage Late, long Version);

internal sealed class MeterRows : Projection<MeterRow>
{
    public MeterRows() : base("usage.meters", new RowTable<MeterRow>("usage_meters"), Lifecycle.Inline, inlineStream: Meter.Alias)
    {
        CoversAll<MeterEvent>();
        Uses<MeterDefined>((_, e, at) => Of(at, Meter.Initial.Apply(e)));
        Uses<MeterRenamed>((row, e, at) => row! with { Name = e.Name, Unit = e.Unit, Version = at.Version });
        Uses<MeterRevised>((row, e, at) => row! with { Versions = [.. row.Versions.Where(v => v.From < e.From), new(e.Rule, e.From)], Version = at.Version });
        Uses<MeterLateUsageSettled>((row, e, at) => row! with { Late = e.Late, Version = at.Version });
        Uses<MeterRetired>((row, _, at) => row! with { Retired = true, Version = at.Version });
    }

    private static MeterRow Of(StoredEvent at, Meter meter) => new(at.StreamId, meter.Code, meter.Name, meter.Unit, meter.IsRetired, meter.Versions, meter.Late, at.Version);
}
