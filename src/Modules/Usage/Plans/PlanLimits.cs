using Billing.EventStore;

namespace Billing.Usage;

/// <summary>A limit that holds for a subject on a day, with the period in which usage counts against it.</summary>
/// <param name="Limit">How much, of what.</param>
/// <param name="Plan">The code of the plan that it stands in.</param>
/// <param name="ClientId">Who pays.</param>
/// <param name="Period">The days of it in which the subject has the plan.</param>
internal sealed record LimitInForce(PlanLimit Limit, string Plan, Guid ClientId, Period Period);

/// <summary>Which limits of plans hold.</summary>
internal static class PlanLimits
{
    /// <summary>Those of a subject on a day.</summary>
    public static IEnumerable<LimitInForce> Of(SubjectRow subject, IReadOnlyDictionary<Guid, PlanRow> plans, DateOnly day)
    {
        foreach (var assignment in subject.Plans)
        {
            var plan = plans[assignment.PlanId];
            var period = plan.Period.Of(day);
            if (assignment.Within(period) is not { } covered || !covered.Contains(day)) continue;
            foreach (var limit in plan.On(period.From).Limits) yield return new LimitInForce(limit, plan.Code, assignment.ClientId, covered);
        }
    }

    /// <summary>Those of a subject on a day.</summary>
    public static async Task<IReadOnlyList<LimitInForce>> Of(Session session, string subject, DateOnly day, CancellationToken stop) =>
        await PlanAssignments.Of(session, subject, stop) is { } row ? [.. Of(row, await ListPlans.Of(session, [.. row.Plans.Select(one => one.PlanId)], stop), day)] : [];
}
