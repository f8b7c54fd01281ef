namespace Billing.Invoicing;

/// <summary>Whom a run bills, and whom it does not and why.</summary>
internal sealed record RunPlan(ValueList<RunTarget> Targets, ValueList<RunLeftOut> LeftOut)
{
    /// <summary>Plans a run.</summary>
    /// <param name="open">What is open.</param>
    /// <param name="wanted">The clients that were named; null for all.</param>
    /// <param name="billedIn">The invoice of the period that is there already, with the run that made it.</param>
    public static RunPlan Of(IReadOnlyList<OpenCharges> open, IReadOnlyCollection<ClientId>? wanted, Func<OpenCharges, BillingRunId?> billedIn)
    {
        var (targets, leftOut) = (new List<RunTarget>(), new List<RunLeftOut>());
        foreach (var one in open)
        {
            if (one.Available.Count == 0) leftOut.Add(new(one.ClientId, one.Currency, RunReasons.NotYetAvailable));
            else if (one.Standing == ClientStanding.Archived) leftOut.Add(new(one.ClientId, one.Currency, RunReasons.ClientArchived));
            else if (one.Standing == ClientStanding.Forgotten) leftOut.Add(new(one.ClientId, one.Currency, RunReasons.ClientForgotten));
            else if (billedIn(one) is { } run) leftOut.Add(new(one.ClientId, one.Currency, RunReasons.AlreadyBilled, run));
            else targets.Add(new(one.ClientId, one.Currency));
        }
        foreach (var client in (wanted ?? []).Except(open.Select(one => one.ClientId))) leftOut.Add(new(client, null, RunReasons.NoOpenCharge));
        return new RunPlan(targets.ToValueList(), leftOut.ToValueList());
    }
}
