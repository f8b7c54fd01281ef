using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>The mail with an invoice is to say this.</summary>
/// <param name="Texts">Replaces all own texts; in languages that are left out or blank the usual text is sent.</param>
internal sealed record WriteInvoiceMail(IReadOnlyList<MailText> Texts)
{
    public Decision<InvoicingSettingsEvent> Decide(InvoicingSettings settings)
    {
        if (!MailText.ReadAll(Texts, Placeholders.OfInvoice, InvoiceLetter.Usual).TryGet(out var texts, out var refused)) return refused;
        return texts.Equals(settings.InvoiceMail) ? Decision.Nothing : new InvoiceMailWorded(texts);
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/invoicing/mail-texts", async (Streams<InvoicingSettings> settings, CancellationToken stop) =>
        {
            var now = await settings.Load(InvoicingSettings.Id, stop);
            return Answer.Of(InvoiceMailPage.Of(now), now.Version);
        })
        .Produces<InvoiceMailPage>().Requires(Permission.SeeInvoicing).WithSummary("What the mail with an invoice says, in each language");
        app.MapPut("/api/invoicing/mail-texts", (WriteInvoiceMail command, Commands<InvoicingSettings> settings, CancellationToken stop) => settings.DecideOrStart(InvoicingSettings.Id, command.Decide, InvoiceMailPage.Of, stop))
            .Produces<InvoiceMailPage>().Requires(Permission.ArrangeInvoicing).WithSummary("Write what the mail with an invoice says");
    }
}

/// <summary>What the mail with an invoice says.</summary>
/// <param name="Placeholders">What may stand in braces in the texts.</param>
internal sealed record InvoiceMailPage(IReadOnlyList<MailTextPage> Texts, IReadOnlyList<string> Placeholders, long Version)
{
    public static InvoiceMailPage Of(Versioned<InvoicingSettings> settings) => new(
        [.. Languages.Offered.Select(language => MailTextPage.Of(InvoiceLetter.TextIn(language, settings.State.InvoiceMail), settings.State.InvoiceMail.Any(text => text.Language == language)))], Invoicing.Placeholders.OfInvoice, settings.Version);
}
