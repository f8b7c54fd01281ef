using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>The reminders of one invoice: what became of them, and what is ahead.</summary>
/// <param name="On">Whether the organisation's reminders go out by themselves.</param>
/// <param name="Silenced">There shall be none of this invoice.</param>
/// <param name="ClientSilenced">There shall be none for this client.</param>
/// <param name="Stopped">Why there is nothing to remind of; null when there is.</param>
/// <param name="Log">In the order it happened.</param>
/// <param name="Ahead">Steps that did not go out, by their days.</param>
internal sealed record InvoiceRemindersPage(bool On, bool Silenced, bool ClientSilenced, ReminderStop? Stopped, IReadOnlyList<ReminderLine> Log, IReadOnlyList<ReminderAhead> Ahead, long Version)
{
    public static InvoiceRemindersPage Of(InvoiceReminders log, ReminderGround ground, IReadOnlyDictionary<SendingId, SendingState> mails, long version)
    {
        var plan = ground.Plan;
        var going = plan.OnSince is not null && ground.Stopped is null && !log.Silenced && !ground.Client.RemindersSilenced;
        return new InvoiceRemindersPage(
            plan.OnSince is not null, log.Silenced, ground.Client.RemindersSilenced, ground.Stopped,
            [.. log.Log.Select(entry => new ReminderLine(entry.Step, entry.On, entry.Skipped, entry.SendingId is { } mail ? mails.GetValueOrDefault(mail) : null, entry.SendingId?.Value, entry.Outstanding, entry.Fee))],
            ground.Invoice.DueDate is { } due
                ? [.. plan.Steps.Where(step => log.Sent(step.Days) is null).Select(step => new ReminderAhead(step.Days, due.AddDays(step.Days), going && step.On && due.AddDays(step.Days) >= plan.OnSince && due.AddDays(step.Days) > ground.Invoice.IssueDate && step.Days > (log.Reached ?? int.MinValue)))]
                : [],
            version);
    }

    public static async Task<InvoiceRemindersPage?> Find(Attempt attempt, InvoiceId id, Organisation here)
    {
        if (await Reminding.Find(attempt, id, here) is not { } found) return null;
        var now = await attempt.Load<InvoiceReminders>(InvoiceReminders.Of(id));
        var mails = new Dictionary<SendingId, SendingState>();
        foreach (var mail in now.State.Log.Select(entry => entry.SendingId).OfType<SendingId>()) mails[mail] = (await attempt.Load<Sending>(mail.Value)).State.State;
        return Of(now.State, found.Ground, mails, now.Version);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/invoices/{id:guid}/reminders", async (Guid id, Session session, Organisation here, CancellationToken stop) =>
            await Find(new Attempt(session.Begin(), fresh: true, stop), new InvoiceId(id), here) is { } page ? (IResult)Answer.Of(page, page.Version) : Problems.NotFound)
        .Produces<InvoiceRemindersPage>().Requires(Permission.SeeInvoicing).WithSummary("The reminders of an invoice: what became of them, and what is ahead");
}

/// <summary>What became of one step.</summary>
/// <param name="Step">In days after the due date.</param>
/// <param name="Skipped">Why it did not go out; null when it did.</param>
/// <param name="Mail">How far its mail is.</param>
/// <param name="Outstanding">What was outstanding then.</param>
/// <param name="Fee">The late fee that came with it.</param>
internal sealed record ReminderLine(int Step, DateOnly On, ReminderSkip? Skipped, SendingState? Mail, Guid? SendingId, Money? Outstanding, Money? Fee);

/// <summary>A step that did not go out.</summary>
/// <param name="Step">In days after the due date.</param>
/// <param name="Day">Its day.</param>
/// <param name="Automatic">Whether it goes out by itself that day, if something is still outstanding; otherwise it can be sent by hand.</param>
internal sealed record ReminderAhead(int Step, DateOnly Day, bool Automatic);
