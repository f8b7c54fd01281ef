using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Invoicing;

/// <summary>What invoices, their numbers, payments and credit notes bring to the module.</summary>
internal static class InvoiceParts
{
    public static void AddToStore(StoreModel store) => store
        .Project(new InvoiceRows())
        .Project(new PaymentRows())
        .Project(new ClientAccountRows())
        .Project(new PayOutRows())
        .Project(new CreditNoteRows())
        .Project(new ClientLinkRows())
        .Project(new SendingRows())
        .Handle<KeepPapers>()
        .Handle(new When_money_was_collected())
        .Handle<When_a_mail_is_wanted_about_an_invoice>();

    public static void AddServices(IServiceCollection services) => services
        .AddScoped<Today>().AddScoped<Together>().AddScoped<DraftGrounds>().AddScoped<DraftInvoice>().AddScoped<ReceivePayment>().AddSingleton<Pictures>().AddSingleton<PrintingPress>()
        .AddSingleton<Organisations>().AddScoped<SendingEndpoints>().AddSingleton<InvoiceMail>().AddSingleton<IMailComposer>(services => services.GetRequiredService<InvoiceMail>()).AddSingleton<ClientDoor>().AddSingleton<Turnstile>().AddSingleton<ClientPage>().AddSingleton<IClientPapers, ClientPapers>()
        .AddSingleton(new TakenRow("invoicing_invoices_by_number", NumberTwice))
        .AddSingleton(new TakenRow("invoicing_credit_notes_by_number", NumberTwice));

    public static void Map(IEndpointRouteBuilder app)
    {
        ArrangeNumbers.Map(app);
        DraftInvoice.Map(app);
        InvoicePreview.Map(app);
        IssueInvoice.Map(app);
        EndInvoice.Map(app);
        DuplicateInvoice.Map(app);
        ListInvoices.Map(app);
        ShowInvoice.Map(app);
        TraceNode.Map(app);
        ExportInvoices.Map(app);
        InvoiceStats.Map(app);
        InvoiceMonths.Map(app);
        ExportStats.Map(app);
        ExportConvertedStats.Map(app);
        EnterExchangeRates.Map(app);
        PaymentEndpoints.Map(app);
        PayOutCredit.Map(app);
        ApplyCreditToOldest.Map(app);
        ListPayments.Map(app);
        ExportPayments.Map(app);
        PreviewPayment.Map(app);
        WriteCreditNote.Map(app);
        CreditNotePreview.Map(app);
        CreditNotePage.Map(app);
        ExportCreditNotes.Map(app);
        PrintInvoice.Map(app);
        DocumentLetterhead.Map(app);
        SendingEndpoints.Map(app);
        SendingLine.Map(app);
        GiveClientLink.Map(app);
        ClientLinkLine.Map(app);
        ClientPage.Map(app);
    }

    internal static readonly Refusal NumberTwice = new("number-taken", "There is a document of this number already: the pattern was another one then. Choose a pattern or a next number that makes new ones.");
}
