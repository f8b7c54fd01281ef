using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Support;

/// <summary>An invoice of a closed month was issued, paid or voided: so are the projects on it.</summary>
internal sealed class When_an_invoice_moves(IInvoicing invoicing) : MessageHandler<InvoiceMoved>(InvoiceMoved.MessageTo(SupportFact.Module))
{
    public override int Attempts => 100;

    public override async Task Handle(Message<InvoiceMoved> message, Work work, CancellationToken stop)
    {
        if (!Guid.TryParse(message.Body.Series, out var client)) return;
        var closes = (await work.Load<SupportLedger>(SupportLedger.Id(client), stop, fresh: true)).State.Closes.Where(one => one.Projects.Count > 0).ToList();
        if (closes.Count == 0 || await invoicing.Invoice(work.Session, message.Body.InvoiceId, stop) is not { } invoice) return;
        var made = await work.Session.Read(invoicing.Wanted(SupportFact.Module, [.. closes.Select(one => one.Reference)]), stop);
        var on = closes.Where(one => made.GetValueOrDefault(one.Reference)?.InvoiceId == invoice.Id).ToList();
        foreach (var id in on.SelectMany(one => one.Projects).Select(one => one.Id))
        {
            await work.Load<SupportProject>(id, stop, fresh: true);
            work.Decide<SupportProject, SupportProjectEvent>(id, now => Follow(now, invoice));
        }
    }

    /// <summary>What becomes of a project whose invoice is like this.</summary>
    public static Decision<SupportProjectEvent> Follow(SupportProject now, AskedInvoice invoice)
    {
        List<SupportProjectEvent> happened = [];
        if (invoice.State == AskedState.Issued)
        {
            var paid = !invoice.Outstanding.IsPositive;
            if (now.Status is not (ProjectStatus.Invoiced or ProjectStatus.Paid) || now.InvoiceId != invoice.Id) happened.Add(new ProjectInvoiced(invoice.Id, invoice.Number ?? ""));
            if (paid && (now.Status != ProjectStatus.Paid || happened.Count > 0)) happened.Add(new ProjectPaid());
            if (!paid && now.Status == ProjectStatus.Paid && happened.Count == 0) happened.Add(new ProjectPutBack(ProjectStatus.Invoiced));
        }
        else if (invoice.State == AskedState.Voided && now.InvoiceId == invoice.Id && now.Status is ProjectStatus.Invoiced or ProjectStatus.Paid)
        {
            happened.Add(new ProjectPutBack(ProjectStatus.Ready));
        }
        return happened;
    }
}
