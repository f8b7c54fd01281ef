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

    private static MailTextsPage Page(Versioned<InvoicingSettings> now) => MailTextsPage.Of(InvoiceLetter.Usual, now.State.InvoiceMail, Placeholders.OfInvoice, now.Version);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/invoicing/mail-texts", async (Streams<InvoicingSettings> settings, CancellationToken stop) =>
        {
            var now = await settings.Load(InvoicingSettings.Id, stop);
            return Answer.Of(Page(now), now.Version);
        })
        .Produces<MailTextsPage>().Requires(Permission.SeeInvoicing).WithSummary("What the mail with an invoice says, in each language");
        app.MapPut("/api/invoicing/mail-texts", (WriteInvoiceMail command, Commands<InvoicingSettings> settings, CancellationToken stop) => settings.DecideOrStart(InvoicingSettings.Id, command.Decide, Page, stop))
            .Produces<MailTextsPage>().Requires(Permission.ArrangeInvoicing).WithSummary("Write what the mail with an invoice says");
    }
}

/// <summary>What the mail with a kind of document says.</summary>
/// <param name="Texts">One for each language.</param>
/// <param name="Placeholders">What may stand in braces in the texts.</param>
/// <param name="Lists">What <c>#each</c> may stand before.</param>
internal sealed record MailTextsPage(IReadOnlyList<MailTextPage> Texts, IReadOnlyList<string> Placeholders, IReadOnlyList<PlaceholderList> Lists, long Version)
{
    /// <param name="usual">What is said in a language without an own text.</param>
    /// <param name="own">What the organisation wrote itself.</param>
    /// <param name="fields">Those of the document.</param>
    /// <param name="version">Of the settings.</param>
    public static MailTextsPage Of(Func<string, MailText> usual, ValueList<MailText> own, IReadOnlyList<TemplateField> fields, long version) => new(
        [.. Languages.Offered.Select(language => own.FirstOrDefault(text => text.Language == language) is { } ours ? MailTextPage.Of(ours, own: true) : MailTextPage.Of(usual(language), own: false))], Invoicing.Placeholders.Single(fields), Invoicing.Placeholders.Lists(fields), version);
}
