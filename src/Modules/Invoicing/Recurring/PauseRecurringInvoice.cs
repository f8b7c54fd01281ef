namespace Billing.Invoicing;

/// <summary>What somebody decides about a recurring invoice that is there.</summary>
internal static class PauseRecurringInvoice
{
    /// <summary>From today on nothing is billed; days that come meanwhile are left out.</summary>
    public static Decision<RecurringInvoiceEvent> Pause(RecurringInvoice recurring, DateOnly today)
    {
        if (recurring.EndedOn is not null) return WriteRecurringInvoice.No.Ended;
        return recurring.PausedOn is null ? new RecurringInvoicePaused(today) : Decision.Nothing;
    }

    /// <summary>It bills again, today included; days that passed meanwhile stay left out, and are noted as such.</summary>
    public static Decision<RecurringInvoiceEvent> Resume(RecurringInvoice recurring, DateOnly today)
    {
        if (recurring.EndedOn is not null) return WriteRecurringInvoice.No.Ended;
        if (recurring.PausedOn is not { } since) return Decision.Nothing;
        var passed = recurring.Ahead().TakeWhile(one => one.On < today).ToList();
        if (passed.Exists(one => one.On < since)) return StillBilling;
        return new List<RecurringInvoiceEvent>([.. passed.Select(one => new OccurrenceLeftOut(one.On, one.Period)), new RecurringInvoiceResumed(today)]);
    }

    /// <summary>Nothing is billed any more, for good.</summary>
    public static Decision<RecurringInvoiceEvent> End(RecurringInvoice recurring, DateOnly today) => recurring.EndedOn is null ? new RecurringInvoiceEnded(today) : Decision.Nothing;

    /// <summary>What is parked is tried again.</summary>
    public static Decision<RecurringInvoiceEvent> Retry(RecurringInvoice recurring) => recurring.Past.Exists(one => one.Step == OccurrenceStep.Parked) ? new ParkedOccurrencesRetried() : Decision.Nothing;

    private static readonly Refusal StillBilling = new("recurring-still-billing", "An invoice from before the pause is still being made. Try again in a moment.");
}
