using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>What an invitation shows before it is accepted.</summary>
/// <param name="Organisation">Its name.</param>
/// <param name="Email">Whom it is for.</param>
/// <param name="Role">As what.</param>
/// <param name="KnownPerson">Whether they have a password here already.</param>
internal sealed record InvitationOffer(string Organisation, string Email, Role Role, bool KnownPerson);

/// <summary>Who was invited joins: somebody we know shows their password, somebody new chooses one.</summary>
/// <param name="Token">From the link.</param>
/// <param name="Password">The one they have, or the one they want.</param>
/// <param name="FirstName">Of somebody new.</param>
/// <param name="LastName">Of somebody new.</param>
/// <param name="Code">The second factor's code, of somebody who has one.</param>
internal sealed record AcceptInvitation(string Token, string? Password = null, string? FirstName = null, string? LastName = null, string? Code = null)
{
    public override string ToString() => nameof(AcceptInvitation); // never the secrets

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/auth/invitations/{token}", async (string token, Acceptance acceptance, CancellationToken stop) => await acceptance.Look(token, stop))
            .Produces<InvitationOffer>().OpenToAnybody().WithSummary("What an invitation is for");

        app.MapPost("/api/auth/invitations/accept", async (AcceptInvitation command, Acceptance acceptance, HttpContext http, CancellationToken stop) => await acceptance.Run(command, http, stop))
            .Produces<Tokens>().OpenToAnybody().WithSummary("Accept an invitation");
    }
}

/// <summary>How an invitation is accepted.</summary>
internal sealed class Acceptance(EventStore.EventStore store, IdentityOptions options, Links links, People people, Hashing hashing, Throttle throttle, SecondFactors factors, Standings standings, Door door, IEnumerable<IEntitlements> plans)
{
    public async Task<IResult> Look(string token, CancellationToken stop) =>
        await Find(token, stop) is not { } found ? Answers.LinkInvalid
        : TypedResults.Ok(new InvitationOffer(found.Here.Name, found.Invitation.Email, found.Invitation.Role, await people.FindByEmail(found.Invitation.Email, stop) is not null));

    public async Task<IResult> Run(AcceptInvitation command, HttpContext http, CancellationToken stop)
    {
        if (await Find(command.Token, stop) is not { } found) return Answers.LinkInvalid;
        var known = await people.FindByEmail(found.Invitation.Email, stop);
        if (known is null && options.SignUp == SignUp.Closed) return Answers.SignUpClosed;
        return known is null ? await JoinAsNew(command, found, http, stop) : await Join(command, found, known, http, stop);
    }

    private async Task<IResult> Join(AcceptInvitation command, Found found, People.Known known, HttpContext http, CancellationToken stop)
    {
        var attempt = new Attempt(known.Email!, Visit.Of(http).Address);
        using var turn = await throttle.Take(attempt, stop);
        if (await throttle.Check(attempt, known.Id, stop) is { } tooMany) return tooMany;
        if (await hashing.Fits(known.Password ?? hashing.OfNobody, command.Password ?? "", stop) is not { } fits) return Hashing.Busy;
        if (!fits || !known.Active) return await Failed(Answers.WrongCredentials);
        if (known.SecondFactor && command.Code is not { Length: > 0 }) return Answers.SecondFactorNeeded;
        if (known.SecondFactor && !await factors.Accept(known.Id, command.Code!, stop)) return await Failed(Answers.SecondFactorWrong);
        var people = Visit.Open(store, http, Tenants.People, new Actor("person", known.Id.ToString(), known.Name)).Begin();
        await people.Load<Person>(known.Id.Value, stop, fresh: true);
        people.Decide<Person, PersonEvent>(known.Id.Value, person => person.EmailVerified ? Decision.Nothing : new EmailVerified());
        return await LetIn(command, found, known.Id, known.Name, known.SecondFactor, people, http, stop);

        async Task<IResult> Failed(Problem answer)
        {
            await throttle.Failed(attempt);
            return answer;
        }
    }

    private async Task<IResult> JoinAsNew(AcceptInvitation command, Found found, HttpContext http, CancellationToken stop)
    {
        if (!People.Read(found.Invitation.Email, command.FirstName, command.LastName).TryGet(out var wanted, out var refused)) return Answers.As(refused);
        if (PasswordRules.Check(command.Password ?? "", wanted.Email, wanted.Name, found.Here.Name) is { } weak) return Answers.As(weak);
        if (await hashing.Make(command.Password!, stop) is not { } hash) return Hashing.Busy;
        var id = new PersonId(store.Open(Tenants.People, Actor.System).NewId());
        var work = Visit.Open(store, http, Tenants.People, new Actor("person", id.ToString(), wanted.Name)).Begin();
        Registration.Enrol(work, id, wanted, hash);
        work.Decide<Person, PersonEvent>(id.Value, _ => new EmailVerified()); // the link came by mail
        return await LetIn(command, found, id, wanted.Name, false, work, http, stop);
    }

    private async Task<IResult> LetIn(AcceptInvitation command, Found found, PersonId person, string name, bool secondFactor, Work people, HttpContext http, CancellationToken stop)
    {
        var here = Visit.Open(store, http, found.Link.Tenant, new Actor("person", person.ToString(), name)).Begin();
        var organisation = await here.Load<Organisation>(Organisation.Id, stop, fresh: true);
        if (organisation.State.Find(person) is not { Active: true } && Members.Closed(organisation.State, Allowed.Of(plans, found.Link.Tenant, Allowed.Users)) is { } full) return Answers.As(full);
        if (here.Decide<Organisation, OrganisationEvent>(Organisation.Id, org => Members.Accept(org, found.Invitation.Id, person, here.At)) is not null) return Answers.LinkInvalid;
        Oblivion.Forget(here, found.Invitation.Id); // whom it was for, the person's own events say from now on
        var entry = Door.Admit(here, people, person, http, SignInMeans.Invitation, secondFactor);
        try
        {
            await here.CommitWith(people);
        }
        catch (ConcurrencyException)
        {
            return Problems.Conflict();
        }
        catch (RowTakenException taken) when (Answers.Taken(taken) is { } problem)
        {
            return problem;
        }
        standings.Forget();
        return await door.Welcome(http, entry, new Membership(found.Link.Tenant, found.Here.Slug, found.Here.Name, found.Invitation.Role), 200, stop);
    }

    private async Task<Found?> Find(string token, CancellationToken stop)
    {
        if (await links.Look(token, LinkKinds.Invitation, stop) is not { } link) return null;
        var here = (await store.Open(link.Tenant, Actor.System).Streams<Organisation>().Load(Organisation.Id, stop)).State;
        return !here.IsDeleted && here.Invitations.TryGetValue(new(link.Subject), out var invitation) && invitation.Email == link.Email ? new(link, here, invitation) : null;
    }

    private sealed record Found(Link Link, Organisation Here, Invitation Invitation);
}
