using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>A billing run as the list shows it: how many clients are at which step.</summary>
internal sealed record BillingRunRow(
    Guid Id, DateOnly PeriodFrom, DateOnly PeriodThrough, DateTimeOffset StartedAt, string StartedBy, int Due, int LeftOut, int Undrafted, int Drafted, int Approved, int Unissued, int Issued, int PassedOver, int Unwanted, int Dropped, long Version);

internal sealed class BillingRunRows : Projection<BillingRunRow>
{
    public BillingRunRows() : base("invoicing.billing_runs", new RowTable<BillingRunRow>("invoicing_billing_runs"), Lifecycle.Inline, inlineStream: BillingRun.Alias)
    {
        CoversAll<BillingRunEvent>();
        Uses<BillingRunStarted>((_, e, at) => new BillingRunRow(at.StreamId, e.Period.From, e.Period.Through, at.At, at.Recorded.Actor.Name, e.Targets.Count, e.LeftOut.Count, 0, 0, 0, 0, 0, 0, 0, 0, at.Version));
        Uses<ClientDraftedByRun>((row, _, at) => row! with { Due = row.Due - 1, Drafted = row.Drafted + 1, Version = at.Version });
        Uses<ClientLeftOutOfRun>((row, _, at) => row! with { Due = row.Due - 1, LeftOut = row.LeftOut + 1, Version = at.Version });
        Uses<ClientParkedByRun>((row, _, at) => row! with { Due = row.Due - 1, Undrafted = row.Undrafted + 1, Version = at.Version });
        Uses<BillingRunApproved>((row, e, at) => row! with { Drafted = e.Except.Count, Approved = row.Approved + row.Drafted - e.Except.Count, Version = at.Version });
        Uses<RunInvoiceIssued>((row, _, at) => row! with { Approved = row.Approved - 1, Issued = row.Issued + 1, Version = at.Version });
        Uses<RunInvoiceParked>((row, _, at) => row! with { Approved = row.Approved - 1, Unissued = row.Unissued + 1, Version = at.Version });
        Uses<RunDraftPassedOver>((row, _, at) => row! with { Approved = Math.Max(0, row.Approved - 1), Unwanted = row.Approved > 0 ? row.Unwanted : row.Unwanted - 1, PassedOver = row.PassedOver + 1, Version = at.Version });
        Uses<BillingRunDiscarded>((row, _, at) => row! with { Unwanted = row.Unwanted + row.Drafted + row.Unissued, Dropped = row.Dropped + row.Due + row.Undrafted, Due = 0, Undrafted = 0, Drafted = 0, Unissued = 0, Version = at.Version });
        Uses<RunDraftDropped>((row, _, at) => row! with { Unwanted = row.Unwanted - 1, Dropped = row.Dropped + 1, Version = at.Version });
        Uses<ParkedOfRunRetried>((row, _, at) => row! with { Due = row.Due + row.Undrafted, Approved = row.Approved + row.Unissued, Undrafted = 0, Unissued = 0, Version = at.Version });
    }
}
