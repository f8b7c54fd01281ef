using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>The organisation as its settings show it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Contact">How one reaches it, and where it is.</param>
/// <param name="Logo">Its address; null when there is none.</param>
/// <param name="TrialEndsOn">The last day of the trial; null where nobody pays.</param>
/// <param name="SecondFactorRequired">Whether everybody here must have a second factor.</param>
/// <param name="DeleteOn">The day on which it goes; null when it stays.</param>
internal sealed record TenantPage(string Id, string Slug, string Name, Contact Contact, Currency Currency, string TimeZone, string Locale, string? Logo, DateOnly? TrialEndsOn, bool SecondFactorRequired, DateOnly? DeleteOn, long Version)
{
    public static TenantPage Of(TenantId tenant, Versioned<Organisation> now) => new(
        tenant.Value, now.State.Slug, now.State.Name, now.State.Contact, now.State.Currency, now.State.TimeZone, now.State.Locale, now.State.Logo is { } logo ? $"/api/tenants/me/logo?v={logo[..12]}" : null,
        now.State.TrialEndsOn, now.State.SecondFactorRequired, now.State.DeleteOn, now.Version);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/tenants/me", async (Streams<Organisation> organisations, CancellationToken stop) =>
            await organisations.Load(Organisation.Id, stop) is { Exists: true } now ? Answer.Of(Of(organisations.Session.Tenant, now), now.Version) : (IResult)Problems.NotFound)
        .Produces<TenantPage>().Requires(Permission.SeeOrganisation).WithSummary("The organisation and its settings");
}
