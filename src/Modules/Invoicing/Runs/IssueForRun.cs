using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Issues or drops the drafts of a run, as a person issues and drops one.</summary>
internal static class IssueForRun
{
    /// <summary>Issues some drafts within one work, in their order. What cannot be issued is parked and takes no number.</summary>
    /// <param name="locale">The organisation's, for the language of documents.</param>
    /// <param name="limit">How many invoices the plan allows a month; null for any number.</param>
    public static async Task Go(Attempt attempt, BillingRunId id, BillingRun run, IReadOnlyList<RunEntry> approved, string locale, long? limit)
    {
        var command = new IssueInvoice();
        await attempt.Work.LoadMany<Invoice>([.. approved.Select(entry => entry.InvoiceId!.Value.Value)], attempt.Stop);
        await attempt.Work.LoadMany<Client>([.. approved.Select(entry => entry.ClientId.Value)], attempt.Stop);
        await attempt.LoadNow<NumberSeries>(NumberKind.Invoice.Stream());
        var papers = new List<Guid>();
        var settings = (await attempt.LoadNow<InvoicingSettings>(InvoicingSettings.Id)).State;
        foreach (var invoice in approved.Select(entry => entry.InvoiceId!.Value))
        {
            var draft = (await attempt.Load<Invoice>(invoice.Value)).State;
            BillingRunEvent came = new RunDraftPassedOver(invoice);
            if (draft.Standing == InvoiceStanding.Draft)
            {
                var refused = await DraftGrounds.Find(attempt, draft.ClientId) is { } to
                    ? await command.Decide(attempt, invoice.Value, to, settings.LanguageFor(to.Client, locale), limit, run.IssueDate!.Value)
                    : DraftGrounds.No.UnknownClient;
                came = refused is null ? new RunInvoiceIssued(invoice) : new RunInvoiceParked(invoice, refused.Code);
                if (refused is null) papers.Add(invoice.Value);
            }
            await attempt.Decide<BillingRun, BillingRunEvent>(id.Value, _ => came);
        }
        foreach (var some in papers.Chunk(PapersDue.Most)) attempt.Work.Send(PapersDue.Message, new PapersDue(some));
    }

    /// <summary>Drops some drafts of a discarded run; their charges are open again.</summary>
    public static async Task Drop(Attempt attempt, BillingRunId id, IReadOnlyList<RunEntry> unwanted)
    {
        await attempt.Work.LoadMany<Invoice>([.. unwanted.Select(entry => entry.InvoiceId!.Value.Value)], attempt.Stop);
        foreach (var invoice in unwanted.Select(entry => entry.InvoiceId!.Value))
        {
            var draft = (await attempt.Load<Invoice>(invoice.Value)).State;
            BillingRunEvent came = new RunDraftPassedOver(invoice);
            if (draft.Standing == InvoiceStanding.Draft)
            {
                await attempt.Work.LoadMany<Charge>([.. draft.Charges.Select(charge => charge.Value)], attempt.Stop);
                var refused = await attempt.Decide<Invoice, InvoiceEvent>(invoice.Value, DraftInvoice.Drop) ?? await DraftGrounds.Bind(attempt, invoice, [.. draft.Charges], []);
                if (refused is not null) throw new InvalidOperationException($"A draft cannot be dropped: {refused.Code}.");
                came = new RunDraftDropped(invoice);
            }
            await attempt.Decide<BillingRun, BillingRunEvent>(id.Value, _ => came);
        }
    }
}
