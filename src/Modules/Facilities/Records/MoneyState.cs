namespace Billing.Facilities;

/// <summary>What the money says about a record, whatever status somebody picked.</summary>
internal enum MoneyState
{
    /// <summary>Nobody saved this cycle yet.</summary>
    Empty,

    /// <summary>Saved, and no amount yet.</summary>
    NoAmount,

    /// <summary>Money is open and not overdue.</summary>
    Outstanding,

    /// <summary>Money is open and its day has passed.</summary>
    Overdue,

    /// <summary>Nothing is open.</summary>
    Paid,

    /// <summary>More came in than was billed.</summary>
    Overpaid,
}

/// <summary>A contradiction between the status that somebody picked and the money.</summary>
internal enum Hint
{
    /// <summary>It is called paid, and money is open.</summary>
    PaidButOpen,

    /// <summary>Nothing is open, and it is not called paid.</summary>
    OpenButPaid,
}

/// <summary>Derived amounts: outstanding = billed − paid; overdue when it is positive and billing date + terms is before today.</summary>
internal static class Derived
{
    /// <summary>Billed less paid; null without either.</summary>
    public static Money? Outstanding(Money? billed, Money? paid) => (billed, paid) switch
    {
        (null, null) => null,
        ({ } b, { } p) => b - p,
        ({ } b, null) => b,
        (null, { } p) => -p,
    };

    /// <summary>What the money says on a day (in the organisation's zone). The last day of the terms is not overdue.</summary>
    public static MoneyState State(Money? billed, Money? paid, DateOnly billingDate, int termsDays, DateOnly today) => Outstanding(billed, paid) switch
    {
        null => MoneyState.NoAmount,
        { Amount: 0 } => MoneyState.Paid,
        { Amount: < 0 } => MoneyState.Overpaid,
        _ => billingDate.DayNumber + termsDays < today.DayNumber ? MoneyState.Overdue : MoneyState.Outstanding,
    };

    /// <summary>Whether something, but not all, has come in.</summary>
    public static bool PartlyPaid(Money? billed, Money? paid) => paid is { Amount: > 0 } p && billed is { } b && b > p;

    /// <summary>Whether the picked status contradicts the money. A record without a status or amount contradicts nothing.</summary>
    public static Hint? HintOf(Status? status, MoneyState state) => (status, state) switch
    {
        ({ Settles: true }, MoneyState.Outstanding or MoneyState.Overdue) => Hint.PaidButOpen,
        ({ Settles: false }, MoneyState.Paid or MoneyState.Overpaid) => Hint.OpenButPaid,
        _ => null,
    };
}
