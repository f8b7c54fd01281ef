using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>An invoice as its client sees it by a link, without an account.</summary>
internal sealed class ClientPage(ClientDoor door, Turnstile turnstile, PrintingPress press)
{
    /// <summary>Where the pages are.</summary>
    public const string Pages = "/p/";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Pages + "{token}", (string token, HttpContext http, ClientPage page, CancellationToken stop) => page.Show(new LinkSecret(token), http, stop)).ExcludeFromDescription().OpenToAnybody();
        app.MapGet(Pages + "{token}/pdf", (string token, HttpContext http, ClientPage page, CancellationToken stop) => page.Print(new LinkSecret(token), http, stop)).ExcludeFromDescription().OpenToAnybody();
    }

    private async Task<IResult> Show(LinkSecret secret, HttpContext http, CancellationToken stop)
    {
        var (entered, otherwise) = await Enter(secret, http, stop);
        if (entered is not { } opened) return otherwise!;
        var invoice = (await opened.Session.Streams<Invoice>().Load(opened.Invoice, stop)).State;
        if (invoice.Number is null || await TraceNode.Load(opened.Session, opened.Invoice, [], stop) is not { } trace) return Nothing(http);
        var seen = new SeenInvoice(invoice, trace.Node, await PrintingPress.SettingsOf(opened.Session, opened.Invoice, stop), await press.Sender(opened.Session, opened.Organisation, stop), opened.Today, secret.At(Pages) + "/pdf")
        {
            PayAt = !opened.Session.InTestMode && invoice.TakesPayments && invoice.Outstanding.IsPositive ? PaymentAddress.Of((await PrintingPress.SettingsAt(opened.Session, null, stop)).PaymentPage, new InvoiceId(opened.Invoice), invoice.Number, invoice.Outstanding) : null,
            IsTest = opened.Session.InTestMode,
        };
        await opened.Session.Streams<ClientLink>().Decide<ClientLinkEvent>(opened.Link, link => link.See(opened.Today), stop);
        return LinkPage.Html(ClientMarkup.Of(seen), 200);
    }

    private async Task<IResult> Print(LinkSecret secret, HttpContext http, CancellationToken stop)
    {
        var (entered, otherwise) = await Enter(secret, http, stop);
        if (entered is not { } opened) return otherwise!;
        return await press.Invoice(opened.Session, opened.Organisation, opened.Invoice, stop) is { } paper ? Results.File(paper.Bytes, "application/pdf", paper.Name) : Nothing(http);
    }

    private async Task<(OpenedInvoice? Opened, IResult? Otherwise)> Enter(LinkSecret secret, HttpContext http, CancellationToken stop)
    {
        if (!LinkPage.Enters(http, Pages, ClientSheet.Policy, turnstile)) return (null, LinkPage.Html(ClientMarkup.Notice(Words(http), words => words.TooOften), 429));
        return await door.Open(secret, stop) is { } opened ? (opened, null) : (null, Nothing(http));
    }

    /// <summary>The same for a link that has run out, was withdrawn or never was one.</summary>
    private static IResult Nothing(HttpContext http) => LinkPage.Html(ClientMarkup.Notice(Words(http), words => words.AskForAnother), 404);

    private static ClientWords Words(HttpContext http) => ClientWords.In(LinkPage.Languages(http));
}

/// <summary>What the page of a client shows.</summary>
/// <param name="Trace">How its total came about.</param>
/// <param name="Settings">As they were when it was issued.</param>
/// <param name="Today">Where the organisation is.</param>
/// <param name="Pdf">The path of the PDF.</param>
internal sealed record SeenInvoice(Invoice Invoice, TraceNode Trace, InvoicingSettings Settings, Identity.Contracts.Letterhead Sender, DateOnly Today, string Pdf)
{
    /// <summary>Where it is paid online, by the settings as they are now: a page that moved is found. Null for nowhere.</summary>
    public string? PayAt { get; init; }

    /// <summary>Whether the organisation tries things out: nobody owes anything.</summary>
    public bool IsTest { get; init; }
}
