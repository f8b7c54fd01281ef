namespace Billing;

/// <summary>Which day a bill is dated with.</summary>
public enum IssueAnchor
{
    /// <summary>The day after the period.</summary>
    NextPeriodStart,

    /// <summary>The last day of the period.</summary>
    CurrentPeriodEnd,
}

/// <summary>What becomes of that date when the bill is final only later.</summary>
public enum IssueAdjustment
{
    /// <summary>The bill is dated with the day it became final.</summary>
    AlignWithFinalization,

    /// <summary>The bill keeps its date.</summary>
    KeepAnchor,
}

/// <summary>The date on a bill.</summary>
public static class IssueDate
{
    /// <summary>The date on the bill of a period that becomes final so many days after the day that follows the period.</summary>
    public static DateOnly For(Period period, IssueAnchor anchor, IssueAdjustment adjustment, int graceDays) => (adjustment, anchor) switch
    {
        (IssueAdjustment.AlignWithFinalization, _) => period.Through.AddDays(1 + graceDays),
        (_, IssueAnchor.NextPeriodStart) => period.Through.AddDays(1),
        _ => period.Through,
    };
}
