using Billing.EventStore;

namespace Billing.Invoicing.Contracts;

/// <summary>What a mail says in one language.</summary>
/// <param name="Language">Two letters of ISO 639.</param>
/// <param name="Subject">One line; {number}, {amount} and {sender} stand for what is known of the invoice, {day} for the mail's day.</param>
/// <param name="Message">What stands above the facts, with the same placeholders.</param>
public sealed record NoticeText(string Language, string Subject, string Message);

/// <summary>A module has something to say to a client about an invoice: it is mailed with the invoice's facts, its PDF and a client link. One reference is one mail.</summary>
/// <param name="InvoiceId">The invoice; one that asks for nothing any more is not written about.</param>
/// <param name="Reference">What it is for in the module.</param>
/// <param name="Day">What {day} stands for; null where it does not stand.</param>
/// <param name="Texts">The first is for languages of which there is none.</param>
public sealed record MailAboutInvoice(Guid InvoiceId, string Reference, DateOnly? Day, IReadOnlyList<NoticeText> Texts)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "invoicing.mail_about_invoice";

    /// <summary>Wants it if, and only if, the work commits.</summary>
    public void With(Work work) => (work ?? throw new ArgumentNullException(nameof(work))).Send(Message, this, key: $"{InvoiceId}/{Reference}");
}
