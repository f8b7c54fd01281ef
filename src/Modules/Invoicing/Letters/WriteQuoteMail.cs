using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>The mail with a quote is to say this.</summary>
/// <param name="Texts">Replaces all own texts; in languages that are left out or blank the usual text is sent.</param>
internal sealed record WriteQuoteMail(IReadOnlyList<MailText> Texts)
{
    public Decision<InvoicingSettingsEvent> Decide(InvoicingSettings settings)
    {
        if (!MailText.ReadAll(Texts, Placeholders.OfQuote, QuoteLetter.Usual).TryGet(out var texts, out var refused)) return refused;
        return texts.Equals(settings.QuoteMail) ? Decision.Nothing : new QuoteMailWorded(texts);
    }

    private static MailTextsPage Page(Versioned<InvoicingSettings> now) => MailTextsPage.Of(QuoteLetter.Usual, now.State.QuoteMail, Placeholders.OfQuote, now.Version);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/invoicing/quote-mail-texts", async (Streams<InvoicingSettings> settings, CancellationToken stop) =>
        {
            var now = await settings.Load(InvoicingSettings.Id, stop);
            return Answer.Of(Page(now), now.Version);
        })
        .Produces<MailTextsPage>().Requires(Permission.SeeInvoicing).WithSummary("What the mail with a quote says, in each language");
        app.MapPut("/api/invoicing/quote-mail-texts", (WriteQuoteMail command, Commands<InvoicingSettings> settings, CancellationToken stop) => settings.DecideOrStart(InvoicingSettings.Id, command.Decide, Page, stop))
            .Produces<MailTextsPage>().Requires(Permission.ArrangeInvoicing).WithSummary("Write what the mail with a quote says");
    }
}
