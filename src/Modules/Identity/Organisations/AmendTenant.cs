using System.Text.RegularExpressions;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>What of the organisation is to be different; what is left out stays.</summary>
/// <param name="Contact">All of it, or nothing.</param>
internal sealed partial record AmendTenant(string? Name = null, string? Slug = null, Contact? Contact = null, Currency? Currency = null, string? TimeZone = null, string? Locale = null, bool? SecondFactorRequired = null)
{
    public Decision<OrganisationEvent> Decide(Organisation here)
    {
        List<OrganisationEvent> happened = [];
        if (Name is not null)
        {
            if (!PlainText.Name(Name, "An organisation", 255).TryGet(out var name, out var refused)) return refused;
            if (name != here.Name) happened.Add(new OrganisationRenamed(name));
        }
        if (Slug is not null)
        {
            if (!Slugs.Read(Slug).TryGet(out var slug, out var refused)) return refused;
            if (slug != here.Slug) happened.Add(new SlugReplaced(slug));
        }
        if (Contact is not null)
        {
            if (!ReadContact(Contact).TryGet(out var contact, out var refused)) return refused;
            if ((contact.Email, contact.Phone) != (here.Contact.Email, here.Contact.Phone)) happened.Add(new ContactCorrected(contact.Email, contact.Phone));
            if (contact with { Email = null, Phone = null } != here.Contact with { Email = null, Phone = null }) happened.Add(new AddressCorrected(contact.Line1, contact.Line2, contact.City, contact.State, contact.Country, contact.PostalCode));
        }
        if (!Habits.Read((Currency ?? here.Currency).ToString(), TimeZone ?? here.TimeZone, Locale ?? here.Locale).TryGet(out var habits, out var no)) return no;
        if (habits.Currency != here.Currency || habits.Zone.Id != here.TimeZone || habits.Locale != here.Locale) happened.Add(new HabitsCorrected(habits.Currency, habits.Zone.Id, habits.Locale));
        if (SecondFactorRequired is { } required && required != here.SecondFactorRequired) happened.Add(required ? new SecondFactorRequired() : new SecondFactorNoLongerRequired());
        return happened;
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPatch("/api/tenants/me", async (AmendTenant command, Commands<Organisation> organisations, Standings standings, ApiKeyRing keys, CancellationToken stop) =>
        {
            var tenant = organisations.Streams.Session.Tenant;
            var answer = await organisations.Decide<OrganisationEvent>(Organisation.Id, command.Decide, now => TenantPage.Of(tenant, now), stop);
            standings.Forget();
            keys.Forget();
            return answer;
        })
        .Produces<TenantPage>().Requires(Permission.ArrangeOrganisation).WithSummary("Change the organisation's name, address and settings");

    private static Result<Contact> ReadContact(Contact typed)
    {
        if (typed.Email is { Length: > 0 } && EmailAddress.Read(typed.Email).Refusal is { } bad) return bad;
        if (typed.Country is { Length: > 0 } && !Country().IsMatch(typed.Country)) return new Refusal("bad-country", "A country is two capital letters, such as DE.");
        string?[] parts = [typed.Phone, typed.Line1, typed.Line2, typed.City, typed.State, typed.PostalCode];
        foreach (var part in parts)
            if (part is { Length: > 0 } && PlainText.Name(part, "An address").Refusal is { } refused) return refused;
        return new Contact(Kept(typed.Email), Kept(typed.Phone), Kept(typed.Line1), Kept(typed.Line2), Kept(typed.City), Kept(typed.State), Kept(typed.Country), Kept(typed.PostalCode));
    }

    private static string? Kept(string? text) => text?.Trim() is { Length: > 0 } kept ? kept.Normalize() : null;

    [GeneratedRegex(@"^[A-Z]{2}\z")]
    private static partial Regex Country();
}
