using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>What holds for all invoices, as the settings show it.</summary>
/// <param name="TaxCategories">The first one is what charges without a category are in.</param>
/// <param name="Language">The chosen one, else by the organisation's locale.</param>
/// <param name="TermsDays">Days after the issue date, where a client agreed on nothing else.</param>
/// <param name="PaymentPage">Where clients pay online, with placeholders; empty for nowhere.</param>
/// <param name="LinksOnPaper">Whether invoices bear a link: to the payment page, else to the page of a client link.</param>
internal sealed record InvoicingSettingsPage(
    TaxRounding TaxRounding, bool PricesIncludeTax, bool TaxBeforeDiscount, IReadOnlyList<TaxCategory> TaxCategories, string? SellerTaxId, DocumentLook Look, Paper Paper,
    string Language, int TermsDays, BankDetails Bank, string PaymentPage, bool LinksOnPaper, string Footer, bool AllowsZeroTotals, IReadOnlyList<string> Languages, Currency Currency, long Version)
{
    public static InvoicingSettingsPage Of(Versioned<InvoicingSettings> settings, Organisation here)
    {
        var s = settings.State;
        return new InvoicingSettingsPage(s.Tax.Rounding, s.Tax.PricesIncludeTax, s.Tax.BeforeDiscount, s.TaxCategories, s.SellerTaxId, s.Look, s.Paper,
            s.LanguageFor(Client.Initial, here.Locale), s.TermsDays, s.Bank, s.PaymentPage, s.LinksOnPaper, s.Footer, s.AllowsZeroTotals, Billing.Invoicing.Languages.Offered, here.Currency, settings.Version);
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/invoicing-settings", async (Organisation here, Streams<InvoicingSettings> settings, CancellationToken stop) =>
        {
            var now = await settings.Load(InvoicingSettings.Id, stop);
            return Answer.Of(Of(now, here), now.Version);
        })
        .Produces<InvoicingSettingsPage>().Requires(Permission.SeeInvoicing).WithSummary("What holds for all invoices");
        ArrangeInvoicing.Map(app);
    }
}
