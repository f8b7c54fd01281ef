using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Sending invoices and quotes over HTTP: now, at a time, taken back, looked at.</summary>
internal sealed class SendingEndpoints(Together together, Session session, PrintingPress press, Organisation organisation)
{
    private async Task<IResult> Send(Mailable kind, Guid id, SendDocument command, DateTimeOffset? due, CancellationToken stop)
    {
        var (sending, sender) = (session.NewId(), await press.Sender(session, organisation, stop));
        return await together.Decide(id, async attempt =>
        {
            if (await kind.Find(attempt, id) is not { } found) return Problems.NotFound;
            attempt.Work.New<Sending>(sending);
            var ground = new SendingGround(found.ClientId, found.Client.Name, found.Letter(sender.Name), due, attempt.Work.At);
            var goesOn = LocalDay.Of(due ?? attempt.Work.At, organisation.TimeZone);
            if (await attempt.Decide<Sending, SendingEvent>(sending, _ => found.Decide(command, ground, goesOn)) is { } refused) return refused;
            attempt.Work.WantMail(kind.Composer, sending, due: due, key: InvoiceMail.KeyOf(sending));
            return Answer.Of(new SendingBegun(sending, due), status: 202, location: $"/api/{kind.Path}/{id}/sendings");
        }, stop);
    }

    private Task<IResult> Withdraw(Mailable kind, Guid id, Guid sending, CancellationToken stop) => together.Decide(sending, async attempt =>
    {
        var now = await attempt.Load<Sending>(sending);
        if (!now.Exists || kind.DocumentOf(now.State) != id) return Problems.NotFound;
        if (await attempt.Decide<Sending, SendingEvent>(sending, state => state.Withdraw(attempt.Work.At)) is { } refused) return refused;
        return Answer.Of(new TakenBack("withdrawn"));
    }, stop);

    private async Task<IResult> Propose(Mailable kind, Guid id, CancellationToken stop)
    {
        if (await kind.Find(new Attempt(session.Begin(), fresh: true, stop), id) is not { } found) return Problems.NotFound;
        return Answer.Of(found.Letter((await press.Sender(session, organisation, stop)).Name));
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        foreach (var kind in Mailable.All)
        {
            app.MapPost($"/api/{kind.Path}/{{id:guid}}/send", (Guid id, SendDocument? command, SendingEndpoints sendings, CancellationToken stop) => sendings.Send(kind, id, command ?? new(), null, stop))
                .Produces<SendingBegun>(202).Requires(Permission.BillClients).WithSummary($"Mail an issued {kind.Word} with its PDF; what is left out is as the client has it");
            app.MapPost($"/api/{kind.Path}/{{id:guid}}/schedule-send", (Guid id, ScheduleSending command, SendingEndpoints sendings, CancellationToken stop) => sendings.Send(kind, id, command.Mail, command.At.ToUniversalTime(), stop))
                .Produces<SendingBegun>(202).Requires(Permission.BillClients).WithSummary($"Mail an issued {kind.Word} at a time, at least a minute ahead");
            app.MapPost($"/api/{kind.Path}/{{id:guid}}/sendings/{{sending:guid}}/withdraw", (Guid id, Guid sending, SendingEndpoints sendings, CancellationToken stop) => sendings.Withdraw(kind, id, sending, stop))
                .Produces<TakenBack>().Requires(Permission.BillClients).WithSummary($"Withdraw a mail with {kind.Article} {kind.Word} that still waits for its time");
            app.MapGet($"/api/{kind.Path}/{{id:guid}}/letter", (Guid id, SendingEndpoints sendings, CancellationToken stop) => sendings.Propose(kind, id, stop))
                .Produces<DocumentLetter>().Requires(Permission.SeeInvoicing).WithSummary($"The mail that goes out with {kind.Article} {kind.Word} unless somebody writes another one");
        }
    }
}

/// <summary>A mail that is on its way from now on.</summary>
/// <param name="Due">Not before; null for at once.</param>
internal sealed record SendingBegun(Guid Id, DateTimeOffset? Due);
