using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>What is known of a client and agreed with it, as somebody wants it. What is left out stays as it is; null and blank text mean none.</summary>
/// <param name="Name">As it stands on invoices; a new client needs one.</param>
/// <param name="Currency">Left out for a new client: the organisation's.</param>
/// <param name="Emails">Where its invoices are sent.</param>
/// <param name="CcEmails">Who gets a copy.</param>
/// <param name="Address">Replaces the whole address.</param>
/// <param name="TaxTreatment">How its invoices are taxed.</param>
/// <param name="Reminders">Whether it may be reminded of its invoices.</param>
internal sealed record ClientDetails(
    string? Name = null, Currency? Currency = null, IReadOnlyList<string>? Emails = null, IReadOnlyList<string>? CcEmails = null, BillingAddress? Address = null, TaxTreatment? TaxTreatment = null, bool? Reminders = null)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string> Phone { get; init; }

    /// <summary>Such as a VAT number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string> TaxId { get; init; }

    /// <summary>en, de, fr or es; null: the organisation's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string> Language { get; init; }

    /// <summary>Days after the issue date, 0 to 365; null: the organisation's usual terms.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<int> TermsDays { get; init; }

    /// <summary>Why it is exempt; stands on its invoices.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string> ExemptionReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string> Note { get; init; }

    /// <summary>Its Stripe customer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string> StripeId { get; init; }

    /// <summary>Its id in the help desk.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string> HelpDeskId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string> CrmId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string> AccountingId { get; init; }

    /// <summary>The events that take a client to these details.</summary>
    /// <param name="client">As it is.</param>
    /// <param name="id">Whom the personal words are about.</param>
    /// <param name="usual">The organisation's currency, for a new client.</param>
    public Decision<ClientEvent> From(Client client, ClientId id, Currency? usual) => new ClientReading(this, client, id).Read(usual);

    internal Change<string> IdIn(OutsideSystem system) => system switch
    {
        OutsideSystem.Stripe => StripeId,
        OutsideSystem.HelpDesk => HelpDeskId,
        OutsideSystem.Crm => CrmId,
        _ => AccountingId,
    };
}
