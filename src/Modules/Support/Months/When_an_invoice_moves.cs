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
        foreach (var id in await On(invoice, closes, work.Session, stop))
        {
            await work.Load<SupportProject>(id, stop, fresh: true);
            work.Decide<SupportProject, SupportProjectEvent>(id, now => Follow(now, invoice));
        }
    }

    /// <summary>The projects whose charges stand on an invoice; the charges of a voided one are open again, so of it any that may have stood on it.</summary>
    private async Task<List<Guid>> On(AskedInvoice invoice, List<MonthClosed> closes, Session session, CancellationToken stop)
    {
        if (invoice.State == AskedState.Voided) return [.. closes.SelectMany(one => one.Projects).Select(one => one.Id).Distinct()];
        var charged = await session.Read(invoicing.Charged(SupportFact.Module, SupportFact.Kind, [.. closes.SelectMany(close => close.Lines.Select((_, i) => close.Fact(i)))]), stop);
        return [.. closes.SelectMany(close => On(close, fact => charged.GetValueOrDefault(fact)?.InvoiceId == invoice.Id)).Distinct()];
    }

    /// <summary>The projects of a close that are on an invoice; one that costs nothing has no line, and goes with the others of its close.</summary>
    /// <param name="stands">Whether what Invoicing calls a line stands on it.</param>
    public static IEnumerable<Guid> On(MonthClosed close, Func<string, bool> stands)
    {
        var lines = close.Lines.Select((line, i) => (line.Kind, line.Sources, Stands: stands(close.Fact(i)))).ToList();
        var own = lines.Where(line => line.Kind == MonthLineKind.Project).ToDictionary(line => line.Sources[0], line => line.Stands);
        var any = lines.Any(line => line.Stands);
        return close.Projects.Select(one => one.Id).Where(id => own.GetValueOrDefault(id, any));
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
