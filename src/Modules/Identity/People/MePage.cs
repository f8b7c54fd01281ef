using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>Who asks: what every page needs first.</summary>
/// <param name="Person">Themselves.</param>
/// <param name="Organisations">All that they belong to.</param>
/// <param name="Organisation">The one they are in.</param>
/// <param name="Role">What they are there.</param>
/// <param name="Permissions">The names of what they may there.</param>
/// <param name="SecondFactor">Whether they have one.</param>
/// <param name="MustEnrolSecondFactor">Whether they may do nothing here until they have one.</param>
internal sealed record MePage(MyCard Person, IReadOnlyList<MyOrganisation> Organisations, OrganisationName Organisation, Role Role, IReadOnlyList<string> Permissions, bool SecondFactor, bool MustEnrolSecondFactor)
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/auth/me", async (Me me, People people, Memberships memberships, CancellationToken stop) =>
        {
            var belongs = await memberships.Of(me.Person, stop);
            if (await people.Find(me.Person, stop) is not { } person || belongs.Find(one => one.Tenant == me.Caller.Organisation.Tenant) is not { } here) return (IResult)Problems.SignInFirst;
            return TypedResults.Ok(new MePage(
                MyCard.Of(person), [.. belongs.Select(MyOrganisation.Of)], OrganisationName.Of(here), here.Role,
                [.. Permission.All.Where(me.Caller.May.Contains).Select(permission => permission.Name)], person.SecondFactor, me.Caller.May.Count == 0));
        })
        .Produces<MePage>().RequiresSignIn().ForPeople().WithSummary("Who you are, where you belong, what you may");
}

/// <summary>A person as they see themselves.</summary>
/// <param name="Email">What they sign in with.</param>
/// <param name="EmailVerified">Whether they showed that it is theirs.</param>
/// <param name="Phone">Null when not given.</param>
/// <param name="Avatar">Where their picture is; null when they show none.</param>
internal sealed record MyCard(PersonId Id, string Email, string FirstName, string LastName, string? Phone, bool EmailVerified, string? Avatar)
{
    public static MyCard Of(People.Known person) => new(person.Id, person.Email ?? "", person.FirstName, person.LastName, person.Phone, person.EmailVerified, Identity.Avatar.Mine(person.Avatar));
}

/// <summary>An organisation that one belongs to.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">As shown.</param>
/// <param name="Role">What one is there.</param>
internal sealed record MyOrganisation(string Id, string Slug, string Name, Role Role)
{
    public static MyOrganisation Of(Membership of) => new(of.Tenant.Value, of.Slug, of.Name, of.Role);
}
