using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Invoicing;

/// <summary>What quotes bring to the module.</summary>
internal static class QuoteParts
{
    public static void AddToStore(StoreModel store) => store.Project(new QuoteRows());

    public static void AddServices(IServiceCollection services) => services
        .AddScoped<DraftQuote>().AddSingleton<IMailComposer, QuoteMail>()
        .AddSingleton(new TakenRow("invoicing_quotes_by_number", InvoiceParts.NumberTwice));

    public static void Map(IEndpointRouteBuilder app)
    {
        DraftQuote.Map(app);
        IssueQuote.Map(app);
        AcceptQuote.Map(app);
        CloseQuote.Map(app);
        DuplicateQuote.Map(app);
        ListQuotes.Map(app);
        ExportQuotes.Map(app);
        ShowQuote.Map(app);
    }
}
