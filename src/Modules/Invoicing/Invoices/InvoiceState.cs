namespace Billing.Invoicing;

/// <summary>How far an invoice is, as facts say.</summary>
internal enum InvoiceStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Out, and something is outstanding.</summary>
    Issued,

    /// <summary>Out, and nothing is outstanding.</summary>
    Paid,

    /// <summary>Counts no more.</summary>
    Voided,

    /// <summary>Something is outstanding, and not expected.</summary>
    Uncollectible,
}

/// <summary>How far an invoice is today.</summary>
internal enum InvoiceState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Nothing has come in, and it is not late.</summary>
    Open,

    /// <summary>Something has come in, and it is not late.</summary>
    PartlyPaid,

    /// <summary>Something is outstanding and the due date is past.</summary>
    Overdue,

    /// <summary>Nothing is outstanding.</summary>
    Paid,

    /// <summary>Counts no more.</summary>
    Voided,

    /// <summary>Something is outstanding, and not expected.</summary>
    Uncollectible,
}

/// <summary>What follows from an invoice's facts on a day in the organisation's zone; never stored.</summary>
internal static class Derived
{
    public static InvoiceStatus Status(InvoiceStanding standing, decimal outstanding) => standing switch
    {
        InvoiceStanding.Draft or InvoiceStanding.Dropped => InvoiceStatus.Draft,
        InvoiceStanding.Voided => InvoiceStatus.Voided,
        _ when outstanding <= 0 => InvoiceStatus.Paid,
        InvoiceStanding.GivenUp => InvoiceStatus.Uncollectible,
        _ => InvoiceStatus.Issued,
    };

    /// <summary>The due date itself is not late.</summary>
    public static InvoiceState State(InvoiceStanding standing, decimal outstanding, bool anySettled, DateOnly? dueDate, DateOnly today) => Status(standing, outstanding) switch
    {
        InvoiceStatus.Draft => InvoiceState.Draft,
        InvoiceStatus.Voided => InvoiceState.Voided,
        InvoiceStatus.Paid => InvoiceState.Paid,
        InvoiceStatus.Uncollectible => InvoiceState.Uncollectible,
        _ when dueDate < today => InvoiceState.Overdue,
        _ => anySettled ? InvoiceState.PartlyPaid : InvoiceState.Open,
    };
}
