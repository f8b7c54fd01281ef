using Billing.EventStore;

namespace Billing.Usage;

/// <summary>A meter as its page shows it.</summary>
/// <param name="Code">What events call it.</param>
/// <param name="Rule">How events become an amount now.</param>
/// <param name="Versions">All there were and will be, oldest first.</param>
/// <param name="Late">What is done with usage that comes in after its period was billed.</param>
/// <param name="Retired">Whether it takes no more events.</param>
internal sealed record MeterCard(string Code, string Name, string Unit, MeterRule Rule, IReadOnlyList<MeterVersion> Versions, LateUsage Late, bool Retired, long Version)
{
    public static MeterCard Of(Versioned<Meter> meter, DateTimeOffset now) => Of(meter.State.Code, meter.State.Name, meter.State.Unit, meter.State.Versions, meter.State.Late, meter.State.IsRetired, meter.Version, now);

    public static MeterCard Of(MeterRow row, DateTimeOffset now) => Of(row.Code, row.Name, row.Unit, row.Versions, row.Late, row.Retired, row.Version, now);

    private static MeterCard Of(string code, string name, string unit, IReadOnlyList<MeterVersion> versions, LateUsage late, bool retired, long version, DateTimeOffset now) =>
        new(code, name, unit, versions.Last(v => v.From <= now).Rule, versions, late, retired, version);
}
