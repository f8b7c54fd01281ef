using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Recurring invoices over HTTP: begun, written anew, paused, resumed, ended, priced anew, looked at.</summary>
internal sealed class RecurringEndpoints(Together together, Session session, CommandEdge edge, Today today)
{
    private static readonly StreamHistory<RecurringInvoice> History = new(
    [
        new("clientId", r => r.IsBegun ? r.ClientId : null), new("currency", r => r.IsBegun ? r.Currency : null), new("schedule", r => r.Schedule), new("from", r => r.Schedule is null ? null : r.From), new("until", r => r.Until), new("times", r => r.Times),
        new("prices", r => r.Prices.Count == 0 ? null : r.Prices.Count), new("lines", r => r.Prices.Count == 0 ? null : string.Join(" · ", r.Prices[^1].Lines.Select(line => $"{line.Description}: {line.Quantity} × {line.UnitPrice}"))), new("termsDays", r => r.TermsDays),
        new("notes", r => r.Wording.Notes), new("terms", r => r.Wording.Terms), new("purchaseOrder", r => r.Wording.PurchaseOrder), new("shipTo", r => r.Wording.ShipTo?.Shown), new("then", r => r.IsBegun ? r.Then : null),
        new("pausedOn", r => r.PausedOn), new("endedOn", r => r.EndedOn), new("day", r => r.Past.Count == 0 ? null : r.Past[^1].On), new("parked", r => r.Past.Count(one => one.Step == OccurrenceStep.Parked) is > 0 and var parked ? parked : null),
    ]);

    private Task<IResult> Begin(WriteRecurringInvoice command, CancellationToken stop)
    {
        var id = session.NewId();
        return together.Decide(id, async attempt =>
        {
            attempt.Work.New<RecurringInvoice>(id);
            return await Write(attempt, id, command, 201);
        }, stop);
    }

    private Task<IResult> Rewrite(Guid id, WriteRecurringInvoice command, CancellationToken stop) => together.Decide(id, async attempt =>
        await RecurringInvoicePage.Refuse(attempt, id, together, today.Date) ?? await Write(attempt, id, command, 200), stop);

    private async Task<Came> Write(Attempt attempt, Guid id, WriteRecurringInvoice command, int status)
    {
        if (await DraftGrounds.Find(attempt, command.ClientId) is not { } found) return DraftGrounds.No.UnknownClient;
        command = command with { ClientId = found.Id };
        var ground = await DraftGrounds.For(attempt, null, found.Id, found.Client, command.Content);
        if (await attempt.Decide<RecurringInvoice, RecurringInvoiceEvent>(id, recurring => command.Decide(recurring, ground, today.Date)) is { } refused) return refused;
        return await RecurringInvoicePage.Answer(attempt, id, today.Date, status);
    }

    private Task<IResult> Decide(Guid id, Func<RecurringInvoice, DateOnly, Decision<RecurringInvoiceEvent>> decide, CancellationToken stop) => together.Decide(id, async attempt =>
    {
        if (await RecurringInvoicePage.Refuse(attempt, id, together, today.Date) is { } problem) return problem;
        return await attempt.Decide<RecurringInvoice, RecurringInvoiceEvent>(id, recurring => decide(recurring, today.Date)) is { } refused ? refused : await RecurringInvoicePage.Answer(attempt, id, today.Date);
    }, stop);

    private Task<IResult> ChangePrices(Guid id, ChangeRecurringPrices command, CancellationToken stop) => together.Decide(id, async attempt =>
    {
        if (await RecurringInvoicePage.Refuse(attempt, id, together, today.Date) is { } problem) return problem;
        var state = (await attempt.Load<RecurringInvoice>(id)).State;
        if (await DraftGrounds.Find(attempt, state.ClientId) is not { } found) return DraftGrounds.No.UnknownClient;
        var ground = await DraftGrounds.For(attempt, null, found.Id, found.Client, command.Content(state));
        return await attempt.Decide<RecurringInvoice, RecurringInvoiceEvent>(id, recurring => command.Decide(recurring, ground, today.Date)) is { } refused ? refused : await RecurringInvoicePage.Answer(attempt, id, today.Date);
    }, stop);

    /// <summary>What an unsaved one would bill; nothing is written.</summary>
    private async Task<IResult> Preview(WriteRecurringInvoice command, CancellationToken stop)
    {
        var attempt = new Attempt(session.Begin(), fresh: false, stop);
        if (await DraftGrounds.Find(attempt, command.ClientId) is not { } found) return edge.Refused(DraftGrounds.No.UnknownClient);
        var ground = await DraftGrounds.For(attempt, null, found.Id, found.Client, command.Content);
        var sums = InvoicePreview.Of(command.Content, ground, command.From);
        var decided = command.Decide(RecurringInvoice.Initial, ground, today.Date);
        var rhythm = RecurringRhythm.None with { Schedule = command.Schedule, From = command.From, Until = command.Until, Times = command.Times };
        var refusal = sums.Refusal ?? (decided.Refusal is { } no ? new PreviewRefusal(no.Code, no.Sentence, null) : null);
        return Answer.Of(new RecurringPreview(sums, command.From.Year is < 1900 or > 2999 ? [] : [.. rhythm.Ahead().Take(12).Select(one => new NextOccurrence(one.On, one.Period, sums.Total))], refusal));
    }

    private async Task<IResult> Show(Guid id, CancellationToken stop)
    {
        var attempt = new Attempt(session.Begin(), fresh: true, stop);
        var recurring = await attempt.Load<RecurringInvoice>(id);
        return recurring.Exists ? Answer.Of(await RecurringInvoicePage.Of(attempt, id, recurring, today.Date), recurring.Version) : Problems.NotFound;
    }

    // What it had made by then is shown as it is today: invoices have a history of their own.
    private Task<IResult> Past(Guid id, string? at, CancellationToken stop) => History.Of<RecurringInvoicePage>(session, id, at, async then =>
        then.State is { Schedule: not null, Prices.Count: > 0 } ? await RecurringInvoicePage.Of(new Attempt(session.Begin(), fresh: false, stop), id, then, today.Date) : null, stop);

    internal static void Map(IEndpointRouteBuilder app)
    {
        const string One = "/api/recurring-invoices/{id:guid}";
        app.MapPost("/api/recurring-invoices", (WriteRecurringInvoice command, RecurringEndpoints recurring, CancellationToken stop) => recurring.Begin(command, stop))
            .Produces<RecurringInvoicePage>(201).Requires(Permission.BillClients).WithSummary("Begin an invoice that comes again and again");
        app.MapPost("/api/recurring-invoices/preview", (WriteRecurringInvoice command, RecurringEndpoints recurring, CancellationToken stop) => recurring.Preview(command, stop))
            .Produces<RecurringPreview>().Requires(Permission.BillClients).WithSummary("What an unsaved recurring invoice would bill, and on which days");
        app.MapGet(One, (Guid id, RecurringEndpoints recurring, CancellationToken stop) => recurring.Show(id, stop))
            .Produces<RecurringInvoicePage>().Requires(Permission.SeeInvoicing).WithSummary("A recurring invoice: what it bills, its next twelve days, what became of those that have come");
        app.MapPut(One, (Guid id, WriteRecurringInvoice command, RecurringEndpoints recurring, CancellationToken stop) => recurring.Rewrite(id, command, stop))
            .Produces<RecurringInvoicePage>().Requires(Permission.BillClients).WithSummary("Write a recurring invoice anew, as a whole; invoices that are made stay");
        app.MapPost(One + "/pause", (Guid id, RecurringEndpoints recurring, CancellationToken stop) => recurring.Decide(id, PauseRecurringInvoice.Pause, stop))
            .Produces<RecurringInvoicePage>().Requires(Permission.BillClients).WithSummary("Pause a recurring invoice: days that come meanwhile are left out");
        app.MapPost(One + "/resume", (Guid id, RecurringEndpoints recurring, CancellationToken stop) => recurring.Decide(id, PauseRecurringInvoice.Resume, stop))
            .Produces<RecurringInvoicePage>().Requires(Permission.BillClients).WithSummary("Let a paused recurring invoice bill again");
        app.MapPost(One + "/end", (Guid id, RecurringEndpoints recurring, CancellationToken stop) => recurring.Decide(id, PauseRecurringInvoice.End, stop))
            .Produces<RecurringInvoicePage>().Requires(Permission.BillClients).WithSummary("End a recurring invoice, for good");
        app.MapPost(One + "/retry", (Guid id, RecurringEndpoints recurring, CancellationToken stop) => recurring.Decide(id, (state, _) => PauseRecurringInvoice.Retry(state), stop))
            .Produces<RecurringInvoicePage>().Requires(Permission.BillClients).WithSummary("Try again what a recurring invoice parked");
        app.MapPost(One + "/price-change", (Guid id, ChangeRecurringPrices command, RecurringEndpoints recurring, CancellationToken stop) => recurring.ChangePrices(id, command, stop))
            .Produces<RecurringInvoicePage>().Requires(Permission.BillClients).WithSummary("Let a recurring invoice bill something else from a day on");
        app.MapPost(One + "/price-change/withdraw", (Guid id, TakeBackRecurringPrices command, RecurringEndpoints recurring, CancellationToken stop) => recurring.Decide(id, command.Decide, stop))
            .Produces<RecurringInvoicePage>().Requires(Permission.BillClients).WithSummary("Take back a price change of a day to come");
        app.MapGet(One + "/history", (Guid id, RecurringEndpoints recurring, CancellationToken stop, string? at = null) => recurring.Past(id, at, stop))
            .Produces<PastEvents<RecurringInvoicePage>>().Requires(Permission.SeeInvoicing).WithSummary("What happened to a recurring invoice: who, when, old and new; and how it stood then");
    }
}

/// <summary>What an unsaved recurring invoice would bill.</summary>
/// <param name="Sums">What each invoice comes to.</param>
/// <param name="Next">The first twelve.</param>
/// <param name="Refusal">Why it could not be saved as it is; null when it could.</param>
internal sealed record RecurringPreview(InvoicePreview Sums, IReadOnlyList<NextOccurrence> Next, PreviewRefusal? Refusal);
