using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Drafts over HTTP: begun, written anew as a whole, dropped.</summary>
internal sealed class DraftInvoice(Together together, Session session, Today today)
{
    /// <summary>Begins a draft.</summary>
    public Task<IResult> Begin(WriteInvoice command, CancellationToken stop, BillingRunId? run = null, InvoiceId? replaces = null)
    {
        var id = session.NewId();
        return together.Decide(id, async attempt =>
        {
            attempt.Work.New<Invoice>(id);
            return await Write(attempt, id, command, ground => ground with { BillingRun = run, Replaces = replaces }, 201);
        }, stop);
    }

    private Task<IResult> Rewrite(Guid id, WriteInvoice command, CancellationToken stop) => together.Decide(id, async attempt =>
    {
        var invoice = await attempt.Load<Invoice>(id);
        if (!invoice.Exists) return Problems.NotFound;
        var before = (await DraftGrounds.Find(attempt, invoice.State.ClientId))?.Client ?? Client.Initial;
        return together.Stale(invoice, now => InvoicePage.Of(id, now, before, today.Date)) is { } stale ? stale : await Write(attempt, id, command, ground => ground, 200);
    }, stop);

    private async Task<Came> Write(Attempt attempt, Guid id, WriteInvoice command, Func<DraftGround, DraftGround> with, int status)
    {
        if (await DraftGrounds.Find(attempt, command.ClientId) is not { } found) return DraftGrounds.No.UnknownClient;
        command = command with { ClientId = found.Id };
        var before = (await attempt.Load<Invoice>(id)).State.Charges.ToList();
        var ground = with(await DraftGrounds.For(attempt, new InvoiceId(id), found.Id, found.Client, command));
        if (await attempt.Decide<Invoice, InvoiceEvent>(id, invoice => command.Decide(invoice, ground)) is { } refused) return refused;
        var now = await attempt.Load<Invoice>(id);
        if (await DraftGrounds.Bind(attempt, new InvoiceId(id), before, [.. now.State.Charges]) is { } taken) return taken;
        return Answer.Of(InvoicePage.Of(id, now, found.Client, today.Date), now.Version, status, status == 201 ? $"/api/invoices/{id}" : null);
    }

    private Task<IResult> Drop(Guid id, CancellationToken stop) => together.Decide(id, async attempt =>
    {
        var invoice = await attempt.Load<Invoice>(id);
        if (!invoice.Exists) return Problems.NotFound;
        if (together.Stale(invoice, now => InvoicePage.Of(id, now, Client.Initial, today.Date)) is { } stale) return stale;
        if (await attempt.Decide<Invoice, InvoiceEvent>(id, Drop) is { } refused) return refused;
        if (await DraftGrounds.Bind(attempt, new InvoiceId(id), [.. invoice.State.Charges], []) is { } kept) return kept;
        return Answer.Of(new Dropped("dropped"), (await attempt.Load<Invoice>(id)).Version);
    }, stop);

    /// <summary>A draft that will not become an invoice.</summary>
    public static Decision<InvoiceEvent> Drop(Invoice invoice) => invoice.Standing switch
    {
        InvoiceStanding.Draft => new DraftDropped(),
        InvoiceStanding.Dropped => Decision.Nothing,
        _ => WriteInvoice.No.NotADraft(invoice),
    };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/invoices", (WriteInvoice command, DraftInvoice drafts, CancellationToken stop) => drafts.Begin(command, stop))
            .Produces<InvoicePage>(201).Requires(Permission.BillClients).WithSummary("Begin a draft of an invoice");
        app.MapPut("/api/invoices/{id:guid}", (Guid id, WriteInvoice command, DraftInvoice drafts, CancellationToken stop) => drafts.Rewrite(id, command, stop))
            .Produces<InvoicePage>().Requires(Permission.BillClients).WithSummary("Write a draft anew, as a whole");
        app.MapDelete("/api/invoices/{id:guid}", (Guid id, DraftInvoice drafts, CancellationToken stop) => drafts.Drop(id, stop))
            .Produces<Dropped>().Requires(Permission.BillClients).WithSummary("Drop a draft; what is issued stays");
    }
}

/// <summary>What a drop came to.</summary>
internal sealed record Dropped(string Outcome);
