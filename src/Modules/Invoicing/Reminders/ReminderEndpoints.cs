using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Reminders of one invoice over HTTP: sent now, shown before, silenced and resumed.</summary>
internal sealed class ReminderEndpoints(Together together, Session session, PrintingPress press, Reminding reminding, InvoiceMail mails, IEnumerable<IMailPaper> papers, CommandEdge edge, Organisation here)
{
    private Task<IResult> Send(Guid id, RemindNow command, CancellationToken stop) => together.Decide(InvoiceReminders.Of(new(id)), async attempt =>
    {
        if (await Reminding.Find(attempt, new InvoiceId(id), here) is not { } found) return Problems.NotFound;
        if (await reminding.Go(attempt, found.Ground, here, log => command.Decide(log, found.Ground)) is { } refused) return refused;
        return Answer.Of((await InvoiceRemindersPage.Find(attempt, new InvoiceId(id), here))!, status: 202, location: $"/api/invoices/{id}/reminders");
    }, stop);

    private Task<IResult> Again(Guid id, RemindAgain command, CancellationToken stop) => together.Decide(InvoiceReminders.Of(new(id)), async attempt =>
    {
        if (await Reminding.Find(attempt, new InvoiceId(id), here) is not { } found) return Problems.NotFound;
        if (MirroredInvoice.Elsewhere(found.Ground.Invoice) is { } elsewhere) return elsewhere;
        if (await Reminding.Again(attempt, found.Log, found.Ground, command) is { } refused) return refused;
        return Answer.Of((await InvoiceRemindersPage.Find(attempt, new InvoiceId(id), here))!, status: 202, location: $"/api/invoices/{id}/reminders");
    }, stop);

    private Task<IResult> Decide(Guid id, Func<InvoiceReminders, Decision<InvoiceRemindersEvent>> decide, CancellationToken stop) => together.Decide(InvoiceReminders.Of(new(id)), async attempt =>
    {
        if (await Reminding.Find(attempt, new InvoiceId(id), here) is not { } found) return Problems.NotFound;
        if (MirroredInvoice.Elsewhere(found.Ground.Invoice) is { } elsewhere) return elsewhere;
        if (await attempt.Decide<InvoiceReminders, InvoiceRemindersEvent>(InvoiceReminders.Of(new(id)), decide) is { } refused) return refused;
        var page = (await InvoiceRemindersPage.Find(attempt, new InvoiceId(id), here))!;
        return Answer.Of(page, page.Version);
    }, stop);

    private async Task<IResult> Preview(Guid id, int step, CancellationToken stop)
    {
        if (await Reminding.Find(new Attempt(session.Begin(), fresh: true, stop), new InvoiceId(id), here) is not { } found) return Problems.NotFound;
        var (log, ground) = found;
        if (MirroredInvoice.Elsewhere(ground.Invoice) is { } elsewhere) return edge.Refused(elsewhere);
        if (ground.Plan.Step(step) is not { } planned) return edge.Refused(RemindNow.No.NoStep(step));
        if (ground.Invoice.Number is null) return edge.Refused(RemindNow.No.NothingToRemindOf(ReminderStop.NotIssued));
        var day = ground.Invoice.DueDate!.Value.AddDays(step);
        ground = ground with { Today = day > ground.Today ? day : ground.Today };
        var (sender, fee) = (await press.Sender(session, here, stop), ground.Fee(log));
        var letter = ReminderLetter.Of(planned, ground, sender.Name, fee);
        var mail = mails.Write(letter, ground.Invoice, fee, sender, await press.Invoice(session, here, id, stop), MailPreview.LinkPath);
        return Answer.Of(MailPreview.Of(mail, letter.To, papers.First(), ground.Today, fee));
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/invoices/{id:guid}/reminders", (Guid id, RemindNow command, ReminderEndpoints reminders, CancellationToken stop) => reminders.Send(id, command, stop))
            .Produces<InvoiceRemindersPage>(202).Requires(Permission.BillClients).WithSummary("Send a reminder now, once");
        app.MapPost("/api/invoices/{id:guid}/reminders/again", (Guid id, RemindAgain command, ReminderEndpoints reminders, CancellationToken stop) => reminders.Again(id, command, stop))
            .Produces<InvoiceRemindersPage>(202).Requires(Permission.BillClients).WithSummary("Send a reminder that failed for good once more");
        app.MapGet("/api/invoices/{id:guid}/reminders/preview", (Guid id, int step, ReminderEndpoints reminders, CancellationToken stop) => reminders.Preview(id, step, stop))
            .Produces<MailPreview>().Requires(Permission.SeeInvoicing).WithSummary("The very mail of a reminder: today's, or on its day where that is still to come");
        app.MapPost("/api/invoices/{id:guid}/reminders/silence", (Guid id, ReminderEndpoints reminders, CancellationToken stop) => reminders.Decide(id, log => log.Silence(new(id)), stop))
            .Produces<InvoiceRemindersPage>().Requires(Permission.BillClients).WithSummary("No reminders of this invoice any more");
        app.MapPost("/api/invoices/{id:guid}/reminders/resume", (Guid id, ReminderEndpoints reminders, CancellationToken stop) => reminders.Decide(id, log => log.Resume(new(id)), stop))
            .Produces<InvoiceRemindersPage>().Requires(Permission.BillClients).WithSummary("Allow reminders of this invoice again");
    }
}
