namespace Billing;

/// <summary>The step from one billing boundary to the next: whole months or whole days.</summary>
public readonly record struct BillingInterval
{
    private readonly int _count;

    private BillingInterval(int count, bool inMonths)
    {
        if (count < 1) throw new ArgumentOutOfRangeException(nameof(count), count, "A step is at least one.");
        (_count, InMonths) = (count, inMonths);
    }

    /// <summary>Whether it counts months; days otherwise.</summary>
    public bool InMonths { get; }

    /// <summary>How many months or days.</summary>
    public int Count => Math.Max(_count, 1);

    /// <exception cref="ArgumentOutOfRangeException">Less than one.</exception>
    public static BillingInterval Months(int count) => new(count, true);

    /// <exception cref="ArgumentOutOfRangeException">Less than one.</exception>
    public static BillingInterval Days(int count) => new(count, false);

    public override string ToString() => $"{Count} {(InMonths ? "months" : "days")}";
}
