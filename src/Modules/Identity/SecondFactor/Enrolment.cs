using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>What a device is shown so that it makes codes from now on.</summary>
/// <param name="Secret">To type, where there is no camera.</param>
/// <param name="Uri">What the picture says.</param>
/// <param name="Qr">The picture, as SVG.</param>
internal sealed record TotpOffer(string Secret, string Uri, string Qr)
{
    public override string ToString() => nameof(TotpOffer); // never the secret
}

/// <summary>Codes for when the device is lost; each works once. Shown once.</summary>
internal sealed record RecoveryCodes(IReadOnlyList<string> Codes)
{
    public override string ToString() => nameof(RecoveryCodes);
}

/// <summary>A code of the device shows that it makes the right ones.</summary>
/// <param name="Code">Six digits.</param>
internal sealed record ConfirmTotp(string Code);

/// <summary>Shows once more who asks, by password or code, before the second factor goes or is renewed.</summary>
/// <param name="Password">Their password.</param>
/// <param name="Code">A code of the device, or a recovery code.</param>
internal sealed record ProveYourself(string? Password = null, string? Code = null)
{
    public override string ToString() => nameof(ProveYourself); // never the password
}

/// <summary>Enrolling, renewing and removing a second factor.</summary>
internal static class Enrolment
{
    private static readonly Refusal Enrolled = new("second-factor-enrolled", "You have a second factor already. Remove it before you enrol another device.");
    private static readonly Refusal WrongCode = new("second-factor-wrong", "The code is wrong, or was used already. Wait for the next one.");

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/auth/totp/begin", async (Me me, People people, SecondFactors factors, CancellationToken stop) =>
            {
                if (await people.Find(me.Person, stop) is not { SecondFactor: false, Email: { } email } || await factors.Begin(me.Person, stop) is not { } secret) return (IResult)Answers.As(Enrolled);
                var uri = Totp.UriOf(secret, email);
                return TypedResults.Ok(new TotpOffer(Totp.Base32(secret), uri, Documents.QrPicture.Svg(uri)));
            })
            .Produces<TotpOffer>().RequiresSignIn().ForPeople().WithMetadata(new KeepsNoAnswer()).WithSummary("Begin to enrol a second factor");

        app.MapPost("/api/auth/totp/confirm", async (ConfirmTotp command, Me me, HttpContext http, EventStore.EventStore store, SecondFactors factors, Standings standings, CancellationToken stop) =>
            {
                if (!await factors.Fits(me.Person, command.Code, confirmed: false, stop)) return (IResult)Answers.As(WrongCode);
                var work = await Begin(store, http, me, stop);
                work.Decide<Person, PersonEvent>(me.Person.Value, person => person.SecondFactor ? Decision.Nothing : new SecondFactorEnrolled());
                work.Also(SecondFactors.Confirm(me.Person, work.At));
                var (codes, kept) = SecondFactors.Renew(me.Person);
                foreach (var statement in kept) work.Also(statement);
                await work.Commit();
                standings.Forget();
                return TypedResults.Ok(new RecoveryCodes(codes));
            })
            .Produces<RecoveryCodes>().RequiresSignIn().ForPeople().WithMetadata(new KeepsNoAnswer()).WithSummary("Enrol the second factor");

        app.MapPost("/api/auth/totp/remove", async (ProveYourself command, Me me, HttpContext http, EventStore.EventStore store, StepUp proof, Standings standings, CancellationToken stop) =>
            {
                if (await proof.Check(me, command, http, stop) is { } problem) return (IResult)problem;
                var work = await Begin(store, http, me, stop);
                work.Decide<Person, PersonEvent>(me.Person.Value, person => person.SecondFactor ? new SecondFactorRemoved() : Decision.Nothing);
                foreach (var statement in SecondFactors.Remove(me.Person)) work.Also(statement);
                await work.Commit();
                standings.Forget();
                return TypedResults.NoContent();
            })
            .Produces(204).RequiresSignIn().ForPeople().WithMetadata(new KeepsNoAnswer()).WithSummary("Remove the second factor");

        app.MapPost("/api/auth/totp/recovery-codes", async (ProveYourself command, Me me, HttpContext http, EventStore.EventStore store, StepUp proof, CancellationToken stop) =>
            {
                if (await proof.Check(me, command, http, stop) is { } problem) return (IResult)problem;
                var (codes, kept) = SecondFactors.Renew(me.Person);
                await Visit.Open(store, http, Tenants.People, me.Caller.Actor).Write(kept);
                return TypedResults.Ok(new RecoveryCodes(codes));
            })
            .Produces<RecoveryCodes>().RequiresSignIn().ForPeople().WithMetadata(new KeepsNoAnswer()).WithSummary("Fresh recovery codes; the old ones are good no longer");
    }

    private static async Task<Work> Begin(EventStore.EventStore store, HttpContext http, Me me, CancellationToken stop)
    {
        var work = Visit.Open(store, http, Tenants.People, me.Caller.Actor).Begin();
        await work.Load<Person>(me.Person.Value, stop, fresh: true);
        return work;
    }
}
