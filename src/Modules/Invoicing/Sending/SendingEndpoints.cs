using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Sending invoices over HTTP: now, at a time, taken back, looked at.</summary>
internal sealed class SendingEndpoints(Together together, Session session, PrintingPress press, Organisation organisation)
{
    private async Task<IResult> Send(Guid id, SendInvoice command, DateTimeOffset? due, CancellationToken stop)
    {
        var (sending, sender) = (session.NewId(), await press.Sender(session, organisation, stop));
        return await together.Decide(id, async attempt =>
        {
            if (await Found(attempt, id) is not { } found) return Problems.NotFound;
            attempt.Work.New<Sending>(sending);
            var letter = found.Invoice.Number is null ? new InvoiceLetter([], [], "", "", "en") : InvoiceLetter.Of(found.Invoice, found.Client, sender.Name, await Own(attempt));
            var ground = new SendingGround(new InvoiceId(id), found.ClientId, found.Client.Name, letter, due, attempt.Work.At);
            if (await attempt.Decide<Sending, SendingEvent>(sending, _ => command.Decide(found.Invoice, ground)) is { } refused) return refused;
            attempt.Work.WantMail(InvoiceMail.Name, sending, due: due, key: InvoiceMail.KeyOf(sending));
            return Answer.Of(new SendingBegun(sending, due), status: 202, location: $"/api/invoices/{id}/sendings");
        }, stop);
    }

    private Task<IResult> Withdraw(Guid id, Guid sending, CancellationToken stop) => together.Decide(sending, async attempt =>
    {
        var now = await attempt.Load<Sending>(sending);
        if (!now.Exists || now.State.InvoiceId != new InvoiceId(id)) return Problems.NotFound;
        if (await attempt.Decide<Sending, SendingEvent>(sending, state => state.Withdraw(attempt.Work.At)) is { } refused) return refused;
        return Answer.Of(new TakenBack("withdrawn"));
    }, stop);

    private async Task<IResult> Propose(Guid id, CancellationToken stop)
    {
        var attempt = new Attempt(session.Begin(), fresh: true, stop);
        if (await Found(attempt, id) is not { } found) return Problems.NotFound;
        var sender = await press.Sender(session, organisation, stop);
        return Answer.Of(found.Invoice.Number is null ? new InvoiceLetter(found.Client.Emails, found.Client.CcEmails, "", "", "en") : InvoiceLetter.Of(found.Invoice, found.Client, sender.Name, await Own(attempt)));
    }

    private static async Task<ValueList<MailText>> Own(Attempt attempt) => (await attempt.LoadNow<InvoicingSettings>(InvoicingSettings.Id)).State.InvoiceMail;

    private static async Task<(Invoice Invoice, ClientId ClientId, Client Client)?> Found(Attempt attempt, Guid id)
    {
        var invoice = await attempt.Load<Invoice>(id);
        if (!invoice.Exists || invoice.State.Standing == InvoiceStanding.Dropped || await DraftGrounds.Find(attempt, invoice.State.ClientId) is not { } client) return null;
        return (invoice.State, client.Id, client.Client);
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/invoices/{id:guid}/send", (Guid id, SendInvoice? command, SendingEndpoints sendings, CancellationToken stop) => sendings.Send(id, command ?? new(), null, stop))
            .Produces<SendingBegun>(202).Requires(Permission.BillClients).WithSummary("Mail an issued invoice with its PDF; what is left out is as the client has it");
        app.MapPost("/api/invoices/{id:guid}/schedule-send", (Guid id, ScheduleSending command, SendingEndpoints sendings, CancellationToken stop) => sendings.Send(id, command.Mail, command.At.ToUniversalTime(), stop))
            .Produces<SendingBegun>(202).Requires(Permission.BillClients).WithSummary("Mail an issued invoice at a time, at least a minute ahead");
        app.MapPost("/api/invoices/{id:guid}/sendings/{sending:guid}/withdraw", (Guid id, Guid sending, SendingEndpoints sendings, CancellationToken stop) => sendings.Withdraw(id, sending, stop))
            .Produces<TakenBack>().Requires(Permission.BillClients).WithSummary("Withdraw a mail that still waits for its time");
        app.MapGet("/api/invoices/{id:guid}/letter", (Guid id, SendingEndpoints sendings, CancellationToken stop) => sendings.Propose(id, stop))
            .Produces<InvoiceLetter>().Requires(Permission.SeeInvoicing).WithSummary("The mail that goes out with the invoice unless somebody writes another one");
    }
}

/// <summary>A mail that is on its way from now on.</summary>
/// <param name="Due">Not before; null for at once.</param>
internal sealed record SendingBegun(Guid Id, DateTimeOffset? Due);
