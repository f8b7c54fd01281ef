namespace Billing;

/// <summary>One turn of a schedule as seen from a day: when it is billed and for which days. Only the period is ever stored; the index is a label for today.</summary>
/// <param name="Index">Negative = past, 0 = current, positive = ahead.</param>
/// <param name="BillingDate">The day of the bill.</param>
/// <param name="Period">The days it bills.</param>
public readonly record struct Cycle(int Index, DateOnly BillingDate, Period Period)
{
    /// <summary>First day billed.</summary>
    public DateOnly From => Period.From;

    /// <summary>Last day billed.</summary>
    public DateOnly Through => Period.Through;

    /// <summary>In English: "Current cycle", "2 cycles ago", "1 cycle ahead".</summary>
    public string Label => Index switch
    {
        0 => "Current cycle",
        -1 => "1 cycle ago",
        1 => "1 cycle ahead",
        < 0 => $"{-(long)Index} cycles ago",
        _ => $"{Index} cycles ahead",
    };

    public override string ToString() => $"{DateText.Write(BillingDate)} ({Period})";
}
