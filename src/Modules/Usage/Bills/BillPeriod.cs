namespace Billing.Usage;

/// <summary>A period of a plan is billed, or what changed of one that was.</summary>
internal static class BillPeriod
{
    /// <param name="step">The next one.</param>
    /// <param name="client">Who pays.</param>
    public static Decision<UsageBillEvent> Decide(UsageBill bill, BillStep step, PlanAssignment assignment, string subject, Guid client, PlanPricing pricing, DateOnly today)
    {
        if (bill.Steps == 0) return new PeriodBilled(assignment.Id, subject, assignment.PlanId, new ClientId(client), pricing.Period, pricing.Covered, step.Lines, today);
        List<UsageBillEvent> happened = [];
        if (step.Lines.Count > 0) happened.Add(new DifferenceBilled(step.Lines, today));
        if (!step.Held.SequenceEqual(bill.Held)) happened.Add(new LateUsageHeld(step.Held));
        return happened;
    }

    /// <summary>What waits is billed.</summary>
    public static Decision<UsageBillEvent> Accept(UsageBill bill, BillStep step, DateOnly today)
    {
        if (bill.Held.Count == 0) return NothingWaits;
        return step.Lines.Count == 0 ? new LateUsageAccepted() : new List<UsageBillEvent> { new LateUsageAccepted(), new DifferenceBilled(step.Lines, today) };
    }

    /// <summary>What waits is not billed.</summary>
    public static Decision<UsageBillEvent> Refuse(UsageBill bill, string? reason)
    {
        if (bill.Held.Count == 0) return NothingWaits;
        if (!PlainText.Note(reason, 500).TryGet(out var why, out var refused)) return refused;
        return why.Length == 0 ? new Refusal("reason-missing", "Say why this usage is not billed.") : new LateUsageRefused(why);
    }

    private static readonly Refusal NothingWaits = new("nothing-waits", "No late usage of this period waits. Look at the list again.");
}
