using Billing.EventStore;
using Billing.Web;

namespace Billing.Host;

/// <summary>Who the product works for and what day it is there: what every page needs first.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">As shown.</param>
/// <param name="TimeZone">IANA name; its day begins there.</param>
/// <param name="Locale">How it writes numbers and dates.</param>
/// <param name="Today">The day it is there now.</param>
/// <param name="Currency">What it bills in unless something says otherwise.</param>
/// <param name="TestMode">Whether it goes by a clock of its own, to try things out.</param>
internal sealed record OrganisationPage(string Id, string Name, string TimeZone, string Locale, DateOnly Today, Currency Currency, bool TestMode)
{
    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/organisation", (Organisation here, Session session) => TypedResults.Ok(
            new OrganisationPage(here.Tenant.Value, here.Name, here.TimeZone.Id, here.Locale, LocalDay.Of(session.Now, here.TimeZone), here.Currency, session.InTestMode)))
        .WithSummary("The organisation, and what day it is there").WithTags("Organisation").RequiresSignIn();
}
