using Billing.EventStore;
using Billing.Identity.Contracts;

namespace Billing.Invoicing;

/// <summary>A document was issued: it is to be printed as the letterhead is now, not as it is when somebody first asks for it.</summary>
internal sealed record PaperDue(Guid Document)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "invoicing.paper_due";
}

/// <summary>Prints and keeps what was issued.</summary>
internal sealed class KeepPaper(PrintingPress press, IEnumerable<IOrganisations> organisations) : MessageHandler<PaperDue>(PaperDue.Message)
{
    public override async Task Handle(Message<PaperDue> message, Work work, CancellationToken stop)
    {
        foreach (var known in organisations)
            if (await known.Find(message.Tenant, stop) is { } organisation) await press.Invoice(work.Session, organisation, message.Body.Document, stop);
    }
}
