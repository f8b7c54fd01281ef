using Billing.EventStore;

namespace Billing.Usage;

/// <summary>Something that happened to the limits of a subject by itself.</summary>
internal abstract record SubjectLimitsEvent;

/// <summary>A limit holds for a subject, whatever its plans say under the same code.</summary>
/// <param name="Subject">As usage events call it.</param>
/// <param name="Limit">How much, of what.</param>
/// <param name="Every">How long its period is where no plan has a limit of this code.</param>
[Event("usage.limit_agreed")]
internal sealed record LimitAgreed(string Subject, PlanLimit Limit, PeriodLength Every) : SubjectLimitsEvent
{
    // Two lists of equal thresholds are the same limit.
    public bool Equals(LimitAgreed? other) => other is not null && (Subject, Every) == (other.Subject, other.Every) && Limit with { Thresholds = [] } == other.Limit with { Thresholds = [] } && Limit.Thresholds.SequenceEqual(other.Limit.Thresholds);

    public override int GetHashCode() => HashCode.Combine(Subject, Limit.Code, Limit.Meter, Limit.Limit, Every);
}

/// <summary>Of a subject's own limits one holds no longer; what its plans say does again.</summary>
/// <param name="Code">The limit's.</param>
[Event("usage.limit_dropped")]
internal sealed record LimitDropped(string Code) : SubjectLimitsEvent;

/// <summary>A limit that was set for a subject by itself.</summary>
internal sealed record OwnLimit(PlanLimit Limit, PeriodLength Every);

/// <summary>The limits that were set for a subject by itself.</summary>
internal sealed record SubjectLimits(string Name, IReadOnlyList<OwnLimit> Limits) : IAggregate<SubjectLimits>
{
    public static string Alias => "usage.subject_limits";

    public static SubjectLimits Initial { get; } = new("", []);

    /// <summary>The stream of a subject.</summary>
    public static Guid Id(string subject) => UsageHash.Of("limits of " + subject);

    public SubjectLimits Apply(object happened) => happened switch
    {
        LimitAgreed e => new SubjectLimits(e.Subject, With(Limits, e)),
        LimitDropped e => this with { Limits = Without(Limits, e.Code) },
        _ => throw new UnknownEventException(nameof(SubjectLimits), happened),
    };

    /// <summary>The limits with this one in place of that of its code.</summary>
    public static IReadOnlyList<OwnLimit> With(IReadOnlyList<OwnLimit> limits, LimitAgreed e) => [.. Without(limits, e.Limit.Code), new(e.Limit, e.Every)];

    /// <summary>The limits but that of a code.</summary>
    public static IReadOnlyList<OwnLimit> Without(IReadOnlyList<OwnLimit> limits, string code) => [.. limits.Where(one => one.Limit.Code != code)];
}

/// <summary>The limits of a subject as the intake reads them.</summary>
/// <param name="Id">See <see cref="SubjectLimits.Id"/>.</param>
internal sealed record SubjectLimitRow(Guid Id, string Subject, [property: Jsonb] IReadOnlyList<OwnLimit> Limits, long Version);

internal sealed class SubjectLimitRows : Projection<SubjectLimitRow>
{
    public SubjectLimitRows() : base("usage.subject_limits", new RowTable<SubjectLimitRow>("usage_subject_limits"), Lifecycle.Inline, inlineStream: SubjectLimits.Alias)
    {
        CoversAll<SubjectLimitsEvent>();
        Uses<LimitAgreed>((row, e, at) => new SubjectLimitRow(at.StreamId, e.Subject, SubjectLimits.With(row?.Limits ?? [], e), at.Version));
        Uses<LimitDropped>((row, e, at) => row! with { Limits = SubjectLimits.Without(row.Limits, e.Code), Version = at.Version });
    }
}
