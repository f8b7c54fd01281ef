using Billing.EventStore;
using Billing.Identity.Contracts;

namespace Billing.Invoicing;

/// <summary>Documents were issued: they are to be printed as the letterhead is now, not as it is when somebody first asks for them.</summary>
internal sealed record PapersDue(IReadOnlyList<Guid> Documents)
{
    /// <summary>So many are asked for at most: each is held in memory until all of them are kept.</summary>
    public const int Most = 10;

    /// <summary>The type of its message.</summary>
    public const string Message = "invoicing.papers_due";
}

/// <summary>Prints and keeps what was issued, all that was issued together in one commit.</summary>
internal sealed class KeepPapers(PrintingPress press, IEnumerable<IOrganisations> organisations) : MessageHandler<PapersDue>(PapersDue.Message)
{
    public override int Together => 5;

    public override async Task Handle(Message<PapersDue> message, Work work, CancellationToken stop)
    {
        var documents = message.Body.Documents;
        if (message.Attempt > 1 && documents.Count > 1) // what fails together is tried alone
        {
            foreach (var document in documents) work.Send(PapersDue.Message, new PapersDue([document]));
            return;
        }
        foreach (var known in organisations)
            if (await known.Find(message.Tenant, stop) is { } organisation) await press.Keep(work, organisation, documents, stop);
    }
}
