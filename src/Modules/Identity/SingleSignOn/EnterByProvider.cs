using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Billing.Identity;

/// <summary>Somebody may come in through their organisation's identity provider: where to.</summary>
/// <param name="Email">Their address.</param>
internal sealed record StartSingleSignOn(string Email);

/// <summary>Where somebody goes to come in.</summary>
/// <param name="Url">An address of ours that leads to the provider; null: they sign in with a password.</param>
internal sealed record SingleSignOnStart(string? Url);

/// <summary>The way in through an organisation's identity provider: there, and back.</summary>
internal static class EnterByProvider
{
    public const string Callback = "/api/auth/sso/callback";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/auth/sso/start", async (StartSingleSignOn command, Arrangements arrangements, CancellationToken stop) =>
                TypedResults.Ok(new SingleSignOnStart(command.Email.Length <= 320 && await arrangements.SlugByAddress(command.Email, stop) is { } slug ? $"/api/auth/sso/{slug}" : null)))
            .OpenToAnybody().WithSummary("Whether somebody of a mail address signs in at their organisation's identity provider");

        app.MapGet("/api/auth/sso/{slug}", async (string slug, HttpContext http, Arrangements arrangements, OpenIdProvider provider, PublicAddress address, CancellationToken stop) =>
            {
                if (await arrangements.BySlug(slug, stop) is not { } arranged) return (IResult)Problems.NotFound;
                var trip = Trip.Begin(arranged.Organisation.Slug);
                try
                {
                    var door = await provider.Door(arranged.Terms, trip, address.Of(Callback), stop);
                    trip.Keep(http);
                    return TypedResults.Redirect(door.AbsoluteUri);
                }
                catch (ProviderException)
                {
                    return Back(address, "provider-away");
                }
            })
            .Produces(302).OpenToAnybody().WithSummary("Sign in at an organisation's identity provider");

        app.MapGet(Callback, (HttpContext http, ProviderDesk desk, CancellationToken stop, string? code = null, string? state = null, string? iss = null, string? error = null) => desk.Enter(http, code, state, iss, error, stop))
            .Produces(302).OpenToAnybody().WithSummary("The way back from the identity provider");
    }

    /// <summary>To the dashboard: in, or to its door with what was wrong.</summary>
    public static IResult Back(PublicAddress address, string? problem) => TypedResults.Redirect(address.Of(problem is null ? "/" : $"/?sso={problem}").AbsoluteUri);
}

/// <summary>Lets in whom a provider vouches for. The first time they become a member; who belongs to another organisation already is not the provider's to vouch for.</summary>
internal sealed class ProviderDesk(EventStore.EventStore store, Arrangements arrangements, OpenIdProvider provider, People people, Memberships memberships, PublicAddress address, IEnumerable<IEntitlements> plans, ILogger<ProviderDesk> log)
{
    private static readonly Refusal TripOver = new("trip-over", "This sign-in took too long, or was begun in another browser. Begin again.");
    private static readonly Refusal Refused = new("provider-refused", "Your identity provider did not let you in.");
    private static readonly Refusal NotTrusted = new("provider-not-trusted", "What your identity provider answered cannot be trusted. Tell your admin.");
    private static readonly Refusal KnownElsewhere = new("known-elsewhere", "You belong to another organisation, too. Sign in with your password, and ask for an invitation.");
    private static readonly Refusal OwnersByPassword = new("owners-by-password", "You own the organisation: sign in with your password.");
    private static readonly Refusal MayNotEnter = new("may-not-enter", "You may not enter this organisation. Ask its admin.");

    public async Task<IResult> Enter(HttpContext http, string? code, string? state, string? issuer, string? error, CancellationToken stop)
    {
        if (Trip.Return(http, state) is not { } trip || await arrangements.BySlug(trip.Slug, stop) is not { } arranged) return await TurnAway(http, Tenants.People, null, TripOver);
        var here = arranged.Organisation.Tenant;
        if (error is not null || code is not { Length: > 0 and <= 4000 }) return await TurnAway(http, here, null, Refused);
        Vouched vouched;
        try
        {
            vouched = await provider.Redeem(arranged.Terms, await arrangements.SecretFor(here, stop), trip, code, issuer, address.Of(EnterByProvider.Callback), stop);
        }
        catch (ProviderException wrong)
        {
            log.LogWarning("Single sign-on of {Organisation} failed: {Reason}", arranged.Organisation.Slug, wrong.Message);
            return await TurnAway(http, here, null, NotTrusted);
        }
        if (!Introduction.Read(vouched.Said, arranged.Terms).TryGet(out var introduced, out var refused)) return await TurnAway(http, here, null, refused);
        return await Admit(http, arranged, vouched.Subject, introduced, stop);
    }

    private async Task<IResult> Admit(HttpContext http, Arrangement arranged, string subject, Introduction introduced, CancellationToken stop)
    {
        var (tenant, issuer) = (arranged.Organisation.Tenant, arranged.Terms.Issuer);
        var before = await arrangements.Known(tenant, issuer, subject, stop);
        var known = before is { } who ? await people.Find(who, stop) : await people.FindByEmail(introduced.Email, stop);
        if (known is { Active: false }) return await TurnAway(http, tenant, known.Id, MayNotEnter);
        // Their password, their address, their other organisations hang on the person: no provider opens these that was not theirs before.
        if (before is null && known is not null && (await memberships.Of(known.Id, stop)).Exists(one => one.Tenant != tenant)) return await TurnAway(http, tenant, known.Id, KnownElsewhere);

        var id = known?.Id ?? new PersonId(store.Open(tenant, Actor.System).NewId());
        var actor = new Actor("person", id.ToString(), known?.Name ?? $"{introduced.FirstName} {introduced.LastName}".Trim());
        var (here, theirs) = (Visit.Open(store, http, tenant, actor).Begin(), Visit.Open(store, http, Tenants.People, actor).Begin());
        await here.Load<Organisation>(Organisation.Id, stop, fresh: true);
        if (here.Decide<Organisation, OrganisationEvent>(Organisation.Id, organisation => organisation.Find(id) switch
        {
            { Active: true, Role: Role.Owner } => OwnersByPassword, // an admin chooses the provider, and must not become more than that by it
            { Active: true } => Decision.Nothing,
            { } => MayNotEnter,
            null => Members.Closed(organisation, Allowed.Of(plans, tenant, Allowed.Users)) is { } full ? full : new MemberJoined(id, introduced.Role, null),
        }) is { } refused) return await TurnAway(http, tenant, id, refused);
        if (known is null)
        {
            theirs.New<Person>(id.Value);
            theirs.Decide<Person, PersonEvent>(id.Value, _ => (List<PersonEvent>)[new PersonRegistered(new(id.Value, introduced.Email), new(id.Value, introduced.FirstName), new(id.Value, introduced.LastName)), new EmailVerified()]);
        }
        if (before is null) here.Also(Arrangements.Remember(issuer, subject, id));
        var entry = Door.Admit(here, theirs, id, http, SignInMeans.SingleSignOn, secondFactor: false);
        try
        {
            await here.CommitWith(theirs);
        }
        catch (Exception race) when (race is ConcurrencyException or RowTakenException)
        {
            return EnterByProvider.Back(address, "again");
        }
        Cookie.Set(http, entry.Refresh, entry.RefreshExpires);
        return EnterByProvider.Back(address, null);
    }

    /// <summary>Notes it where those who look after the organisation see it, and leads back to the dashboard's door.</summary>
    private async Task<IResult> TurnAway(HttpContext http, TenantId where, PersonId? person, Refusal why)
    {
        var work = Visit.Open(store, http, where, new Actor("person", person?.ToString() ?? "unknown", "")).Begin();
        var id = work.Session.NewId();
        work.New<TurnedAway>(id);
        work.Decide<TurnedAway, TurnedAwayEvent>(id, _ => new SignInRefused(person, SignInFault.NotVouchedFor));
        await work.Commit();
        return EnterByProvider.Back(address, why.Code);
    }
}
