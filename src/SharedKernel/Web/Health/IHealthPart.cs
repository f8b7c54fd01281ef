using System.Text.Json.Serialization;

namespace Billing.Web;

/// <summary>One thing that can be ill: the database, the high-water mark, a projection, the messages.</summary>
public interface IHealthPart
{
    /// <summary>What it is called on the health page, such as <c>database</c> or <c>projection facilities.rows</c>.</summary>
    string Name { get; }

    /// <summary>Whether requests make no sense while it has failed; then <c>/health/ready</c> says so too.</summary>
    bool IsVital => false;

    /// <summary>Looks. It answers within a few seconds; what it throws counts as failed.</summary>
    Task<Health> Check(CancellationToken stop);
}

/// <summary>Parts that are looked at together because one question answers for all of them.</summary>
public interface IHealthParts
{
    /// <summary>What they are called; told also when nobody answers.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Looks at all of them. What it throws counts as failed for each.</summary>
    Task<IReadOnlyList<HealthRow>> Look(CancellationToken stop);
}

/// <summary>How a part does.</summary>
/// <param name="Status">Well or not.</param>
/// <param name="Detail">One sentence for an operator; null when there is nothing to say.</param>
/// <param name="Lag">How far behind, in events; null where that means nothing.</param>
/// <param name="LastGood">When it last did its work, UTC; null when never or unknown.</param>
public sealed record Health(HealthStatus Status, string? Detail = null, long? Lag = null, DateTimeOffset? LastGood = null)
{
    /// <summary>Nothing to say.</summary>
    public static Health Ok { get; } = new(HealthStatus.Ok);
}

/// <summary>From good to bad; the whole is as bad as its worst part.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HealthStatus>))]
public enum HealthStatus
{
    /// <summary>As it should be.</summary>
    [JsonStringEnumMemberName("ok")] Ok,

    /// <summary>Works, but somebody should look.</summary>
    [JsonStringEnumMemberName("degraded")] Degraded,

    /// <summary>Does not work.</summary>
    [JsonStringEnumMemberName("failed")] Failed,
}
