namespace Billing.Invoicing;

/// <summary>Finds the payment that was collected for an invoice under a word of its provider's.</summary>
internal static class CollectedPayment
{
    /// <summary>Whether it paid that invoice or became credit, of the client as it was or of the one that stays; null when there is none.</summary>
    public static async Task<(Guid Id, Payment Paid)?> Find(Attempt attempt, Invoice invoice, string reference)
    {
        List<Guid> ids = [.. invoice.Settlings.Where(one => one.Reference == reference && one.PaymentId is not null).Select(one => one.PaymentId!.Value.Value), Payment.IdOf(invoice.ClientId, reference)];
        if (await DraftGrounds.Find(attempt, invoice.ClientId) is { } stays) ids.Add(Payment.IdOf(stays.Id, reference));
        foreach (var id in ids)
            if (await attempt.Load<Payment>(id) is { Exists: true } found) return (id, found.State);
        return null;
    }
}
