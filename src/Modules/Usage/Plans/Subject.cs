using Billing.EventStore;

namespace Billing.Usage;

/// <summary>Something that happened to who uses something.</summary>
internal abstract record SubjectEvent;

/// <summary>What the subject uses is billed by a plan.</summary>
/// <param name="AssignmentId">What tells this from the subject's other plans.</param>
/// <param name="Subject">As usage events call it.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="ClientId">Who pays.</param>
/// <param name="From">The first day.</param>
/// <param name="Through">The last day; null for no end.</param>
[Event("usage.plan_assigned"), Announced]
internal sealed record PlanAssigned(Guid AssignmentId, string Subject, Guid PlanId, ClientId ClientId, DateOnly From, DateOnly? Through) : SubjectEvent;

/// <summary>The subject is billed by a plan up to a day.</summary>
/// <param name="AssignmentId">Which of its plans.</param>
/// <param name="Through">The last day; null for no end.</param>
[Event("usage.plan_left")]
internal sealed record PlanLeft(Guid AssignmentId, DateOnly? Through) : SubjectEvent;

/// <summary>A plan by which a subject is billed, from one day through another.</summary>
/// <param name="Through">Null for no end.</param>
internal sealed record PlanAssignment(Guid Id, Guid PlanId, Guid ClientId, DateOnly From, DateOnly? Through)
{
    /// <summary>The part of a period that it covers; null for none.</summary>
    public Period? Within(Period period)
    {
        var from = From > period.From ? From : period.From;
        var through = Through < period.Through ? Through.Value : period.Through;
        return from <= through ? new Period(from, through) : null;
    }

    /// <summary>Whether both hold on some day.</summary>
    public bool Meets(PlanAssignment other) => !(Through < other.From) && !(other.Through < From);
}

/// <summary>Who uses something, as usage events call it, and the plans by which that is billed. All of them stand in one stream, so that two who assign at once do not bill the same meter twice.</summary>
internal sealed record Subject(string Name, IReadOnlyList<PlanAssignment> Plans) : IAggregate<Subject>
{
    public static string Alias => "usage.subject";

    public static Subject Initial { get; } = new("", []);

    /// <summary>The stream of a subject.</summary>
    public static Guid Id(string name) => UsageHash.Of("plans of " + name);

    public Subject Apply(object happened) => happened switch
    {
        PlanAssigned e => new Subject(e.Subject, With(Plans, e)),
        PlanLeft e => this with { Plans = With(Plans, e) },
        _ => throw new UnknownEventException(nameof(Subject), happened),
    };

    /// <summary>The plans with one more.</summary>
    public static IReadOnlyList<PlanAssignment> With(IReadOnlyList<PlanAssignment> plans, PlanAssigned e) => [.. plans, new(e.AssignmentId, e.PlanId, e.ClientId.Value, e.From, e.Through)];

    /// <summary>The plans with another end of one.</summary>
    public static IReadOnlyList<PlanAssignment> With(IReadOnlyList<PlanAssignment> plans, PlanLeft e) => [.. plans.Select(plan => plan.Id == e.AssignmentId ? plan with { Through = e.Through } : plan)];
}

/// <summary>The plans of a subject as bills and limits read them.</summary>
/// <param name="Id">See <see cref="Subject.Id"/>.</param>
internal sealed record SubjectRow(Guid Id, string Subject, [property: Jsonb] IReadOnlyList<PlanAssignment> Plans, long Version);

internal sealed class SubjectRows : Projection<SubjectRow>
{
    public SubjectRows() : base("usage.subject_plans", new RowTable<SubjectRow>("usage_subject_plans"), Lifecycle.Inline, inlineStream: Usage.Subject.Alias)
    {
        CoversAll<SubjectEvent>();
        Uses<PlanAssigned>((row, e, at) => new SubjectRow(at.StreamId, e.Subject, Subject.With(row?.Plans ?? [], e), at.Version));
        Uses<PlanLeft>((row, e, at) => row! with { Plans = Subject.With(row.Plans, e), Version = at.Version });
    }
}
