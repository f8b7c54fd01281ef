using Billing.EventStore;

namespace Billing.Usage;

/// <summary>Something that happened to the bill of a period.</summary>
internal abstract record UsageBillEvent;

/// <summary>A period was billed for the first time.</summary>
/// <param name="AssignmentId">By which of the subject's plans.</param>
/// <param name="Subject">Who used.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="ClientId">Who pays.</param>
/// <param name="Period">The plan's period.</param>
/// <param name="Covered">The days of it in which the subject has the plan.</param>
/// <param name="Lines">What it comes to, lines of nothing included.</param>
/// <param name="On">The day.</param>
[Event("usage.period_billed"), Announced]
internal sealed record PeriodBilled(Guid AssignmentId, string Subject, Guid PlanId, ClientId ClientId, Period Period, Period Covered, IReadOnlyList<BillLine> Lines, DateOnly On) : UsageBillEvent
{
    // Lists of equal lines are the same lines.
    public bool Equals(PeriodBilled? other) => other is not null
        && (AssignmentId, Subject, PlanId, ClientId, Period, Covered, On) == (other.AssignmentId, other.Subject, other.PlanId, other.ClientId, other.Period, other.Covered, other.On) && Lines.SequenceEqual(other.Lines);

    public override int GetHashCode() => HashCode.Combine(AssignmentId, Period, Lines.Count);
}

/// <summary>What changed of a billed period, because usage came in late or was put right, was billed as a difference.</summary>
/// <param name="Lines">Those that changed.</param>
/// <param name="On">The day.</param>
[Event("usage.difference_billed")]
internal sealed record DifferenceBilled(IReadOnlyList<BillLine> Lines, DateOnly On) : UsageBillEvent
{
    public bool Equals(DifferenceBilled? other) => other is not null && On == other.On && Lines.SequenceEqual(other.Lines);

    public override int GetHashCode() => HashCode.Combine(On, Lines.Count);
}

/// <summary>Late usage of a billed period waits for somebody to accept or refuse it.</summary>
/// <param name="Lines">All that wait now; none: nothing waits any more.</param>
[Event("usage.late_usage_held")]
internal sealed record LateUsageHeld(IReadOnlyList<HeldLine> Lines) : UsageBillEvent
{
    public bool Equals(LateUsageHeld? other) => other is not null && Lines.SequenceEqual(other.Lines);

    public override int GetHashCode() => Lines.Count;
}

/// <summary>Late usage that waited is billed.</summary>
[Event("usage.late_usage_accepted")]
internal sealed record LateUsageAccepted : UsageBillEvent;

/// <summary>Late usage that waited is not billed.</summary>
/// <param name="Reason">Why, in the words of whoever refused it.</param>
[Event("usage.late_usage_refused")]
internal sealed record LateUsageRefused(string Reason) : UsageBillEvent;
