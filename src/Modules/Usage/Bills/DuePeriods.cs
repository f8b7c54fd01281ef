namespace Billing.Usage;

/// <summary>A period of a plan that has ended, with the part of it in which the subject has the plan.</summary>
/// <param name="Billed">Whether it was billed before: then only what changed is asked for.</param>
internal sealed record DuePeriod(string Subject, PlanAssignment Assignment, PlanRow Plan, Period Period, Period Covered, bool Billed)
{
    /// <summary>How it is priced.</summary>
    public PlanPricing Pricing => new(Plan.On(Period.From), Plan.Money, Period, Covered);

    /// <summary>The stream of its bill.</summary>
    public Guid Bill => UsageBill.Id(Assignment.Id, Period);
}

/// <summary>Which periods are to be billed.</summary>
internal static class DuePeriods
{
    /// <summary>So long after its end a billed period is looked at again.</summary>
    private const int LateDays = 400;

    /// <summary>Those that have ended, in order, each once; billed ones while late usage may still come.</summary>
    /// <param name="billed">The bills there are.</param>
    /// <param name="until">The last day that counts as past.</param>
    public static IEnumerable<DuePeriod> Of(IEnumerable<SubjectRow> subjects, IReadOnlyDictionary<Guid, PlanRow> plans, IReadOnlySet<Guid> billed, DateOnly until)
    {
        foreach (var subject in subjects)
        {
            foreach (var assignment in subject.Plans)
            {
                var plan = plans[assignment.PlanId];
                foreach (var period in plan.Period.From(assignment.From))
                {
                    if (period.Through > until || assignment.Within(period) is not { } covered) break;
                    var due = new DuePeriod(subject.Subject, assignment, plan, period, covered, billed.Contains(UsageBill.Id(assignment.Id, period)));
                    if (!due.Billed || period.Through.AddDays(LateDays) >= until) yield return due;
                }
            }
        }
    }

    /// <summary>Of those what bills by itself: periods that were never billed, and with them what is late of the same assignment, for it goes on the same invoice.</summary>
    public static IEnumerable<DuePeriod> ByThemselves(IEnumerable<DuePeriod> due)
    {
        foreach (var same in due.GroupBy(one => one.Assignment.Id))
            if (same.Any(one => !one.Billed))
                foreach (var one in same) yield return one;
    }
}
