using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>A client as lists and its page show it.</summary>
/// <param name="Language">Null: the organisation's.</param>
/// <param name="TermsDays">Null: the organisation's usual terms.</param>
/// <param name="MergedInto">The client that stays, when this one was a double.</param>
/// <param name="Reminders">Whether it may be reminded of its invoices.</param>
/// <param name="Bounced">Its addresses from which mails came back.</param>
internal sealed record ClientCard(
    ClientId Id, string Name, IReadOnlyList<string> Emails, IReadOnlyList<string> CcEmails, string? Phone, BillingAddress Address, string? TaxId, Currency Currency, string? Language, int? TermsDays,
    TaxTreatment TaxTreatment, string? ExemptionReason, string? Note, string? StripeId, string? HelpDeskId, string? CrmId, string? AccountingId, ClientStanding Standing, ClientId? MergedInto, bool Reminders, IReadOnlyList<BouncedReader> Bounced, long Version)
{
    public static ClientCard Of(ClientId id, Versioned<Client> client)
    {
        var c = client.State;
        return new ClientCard(id, c.Name, c.Emails, c.CcEmails, c.Phone, c.Address, c.TaxId, c.Currency, c.Language, c.TermsDays,
            c.TaxTreatment, c.ExemptionReason, c.Note, c.OutsideIds.Stripe, c.OutsideIds.HelpDesk, c.OutsideIds.Crm, c.OutsideIds.Accounting, c.Standing, c.MergedInto, !c.RemindersSilenced, c.Bounced, client.Version);
    }
}
