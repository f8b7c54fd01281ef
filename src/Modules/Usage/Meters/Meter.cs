using System.Text.Json;
using System.Text.Json.Serialization;
using Billing.EventStore;

namespace Billing.Usage;

/// <summary>Something that happened to a meter.</summary>
internal abstract record MeterEvent;

/// <summary>A meter came to be; events may name it.</summary>
/// <param name="Code">What events call it; it stays.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Unit">What its amounts are amounts of.</param>
/// <param name="Rule">How events become an amount.</param>
[Event("usage.meter_defined"), Announced]
internal sealed record MeterDefined(string Code, string Name, string Unit, MeterRule Rule) : MeterEvent;

/// <summary>The meter is called otherwise.</summary>
/// <param name="Name">As people call it from now on.</param>
/// <param name="Unit">What its amounts are amounts of.</param>
[Event("usage.meter_renamed")]
internal sealed record MeterRenamed(string Name, string Unit) : MeterEvent;

/// <summary>A new version of the meter: it judges events of that instant and later; what is earlier stays as it was judged.</summary>
/// <param name="Rule">How events become an amount from then on.</param>
/// <param name="From">The instant, on a full hour, UTC.</param>
[Event("usage.meter_revised")]
internal sealed record MeterRevised(MeterRule Rule, DateTimeOffset From) : MeterEvent;

/// <summary>The meter takes no more events; what it measured stays.</summary>
[Event("usage.meter_retired")]
internal sealed record MeterRetired : MeterEvent;

/// <summary>What is done with usage that comes in after its period was billed.</summary>
/// <param name="Late">What.</param>
[Event("usage.meter_late_usage_settled")]
internal sealed record MeterLateUsageSettled(LateUsage Late) : MeterEvent;

/// <summary>How many events become one amount.</summary>
[JsonConverter(typeof(InCamelCase<Aggregation>))]
internal enum Aggregation
{
    /// <summary>How many there are.</summary>
    Count,

    /// <summary>Their values added.</summary>
    Sum,

    /// <summary>The greatest value.</summary>
    Max,

    /// <summary>The value of the last one.</summary>
    Latest,

    /// <summary>How many different values a property has.</summary>
    UniqueCount,

    /// <summary>Their values' mean.</summary>
    Average,

    /// <summary>A level over time: each value holds until the next; the sum of value × the part of the window that it held.</summary>
    WeightedSum,
}

/// <summary>How an amount is rounded when it is read.</summary>
[JsonConverter(typeof(InCamelCase<UsageRounding>))]
internal enum UsageRounding
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Away from zero.</summary>
    Up,

    /// <summary>Towards zero.</summary>
    Down,

    /// <summary>To the nearest, half away from zero.</summary>
    Nearest,
}

/// <summary>Only events whose property has one of these values count.</summary>
/// <param name="Property">The property.</param>
/// <param name="Values">As text.</param>
internal sealed record PropertyFilter(string Property, IReadOnlyList<string> Values)
{
    public bool Equals(PropertyFilter? other) => other is not null && Property == other.Property && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Property, Values.Count);
}

/// <summary>How events become an amount.</summary>
/// <param name="Aggregation">What is made of their values.</param>
/// <param name="Property">What a unique count counts; null for the others.</param>
/// <param name="Filters">What an event must have to count; all of them.</param>
/// <param name="GroupBy">The properties by whose values amounts can be told apart.</param>
/// <param name="Rounding">How an amount is rounded when it is read.</param>
/// <param name="Places">To how many decimal places.</param>
internal sealed record MeterRule(Aggregation Aggregation, string? Property, IReadOnlyList<PropertyFilter> Filters, IReadOnlyList<string> GroupBy, UsageRounding Rounding = UsageRounding.None, int Places = 0)
{
    /// <summary>The amount as it is read.</summary>
    public decimal Round(decimal amount) => Rounding switch
    {
        UsageRounding.Up => Scaled(amount, scaled => amount < 0 ? Math.Floor(scaled) : Math.Ceiling(scaled)),
        UsageRounding.Down => Scaled(amount, Math.Truncate),
        UsageRounding.Nearest => Math.Round(amount, Places, MidpointRounding.AwayFromZero),
        _ => amount,
    };

    private decimal Scaled(decimal amount, Func<decimal, decimal> round)
    {
        var unit = 1m;
        for (var i = 0; i < Places; i++) unit *= 10;
        return round(amount * unit) / unit;
    }

    public bool Equals(MeterRule? other) => other is not null && Aggregation == other.Aggregation && Property == other.Property && Rounding == other.Rounding && Places == other.Places
        && Filters.SequenceEqual(other.Filters) && GroupBy.SequenceEqual(other.GroupBy);

    public override int GetHashCode() => HashCode.Combine(Aggregation, Property, Filters.Count, GroupBy.Count, Rounding, Places);
}

/// <summary>A version of a meter: it judges the events from its instant to the next version's.</summary>
internal sealed record MeterVersion(MeterRule Rule, DateTimeOffset From);

/// <summary>Something that is measured, such as API calls.</summary>
internal sealed record Meter(string Code, string Name, string Unit, bool IsRetired, IReadOnlyList<MeterVersion> Versions, LateUsage Late) : IAggregate<Meter>
{
    public static string Alias => "usage.meter";

    public static Meter Initial { get; } = new("", "", "", false, [], LateUsage.Usual);

    public Meter Apply(object happened) => happened switch
    {
        MeterDefined e => this with { Code = e.Code, Name = e.Name, Unit = e.Unit, Versions = [new(e.Rule, DateTimeOffset.UnixEpoch)] },
        MeterRenamed e => this with { Name = e.Name, Unit = e.Unit },
        MeterRevised e => this with { Versions = [.. Versions.Where(v => v.From < e.From), new(e.Rule, e.From)] },
        MeterLateUsageSettled e => this with { Late = e.Late },
        MeterRetired => this with { IsRetired = true },
        _ => throw new UnknownEventException(nameof(Meter), happened),
    };
}

/// <summary>Written as elsewhere in JSON, in a column of a read model too.</summary>
internal sealed class InCamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) where T : struct, Enum;
