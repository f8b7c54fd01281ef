using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>A person's picture: a PNG, JPEG or WebP of at most a megabyte, seen by themselves and those they work with, and gone with them when they are forgotten.</summary>
internal static class Avatar
{
    /// <summary>Deletes a person's picture; <c>$2</c> is the person.</summary>
    public const string Drop = "delete from identity_avatars where tenant_id = $1 and person_id = $2";

    private const string Keep = """
        insert into identity_avatars (tenant_id, person_id, hash, type, bytes) values ($1, $2, $3, $4, $5)
        on conflict (tenant_id, person_id) do update set hash = excluded.hash, type = excluded.type, bytes = excluded.bytes
        """;

    private const string Find = "select a.type, a.bytes from identity_avatars a join identity_people p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.avatar = a.hash where a.tenant_id = $1 and a.person_id = $2";

    private static readonly string[] Types = [Picture.Png, Picture.Jpeg, Picture.Webp];
    private static readonly Refusal TooLarge = new("avatar-too-large", $"Your picture has at most 1 MB and {Picture.Widest} pixels in each direction.");
    private static readonly Refusal NotAPicture = new("avatar-not-a-picture", "Your picture is a whole PNG, JPEG or WebP. SVG is not taken: it can hold scripts.");

    /// <summary>Where a person's own picture is; null when there is none.</summary>
    public static string? Mine(string? hash) => hash is null ? null : $"/api/users/me/avatar?v={hash[..12]}";

    /// <summary>Where colleagues find it; null when there is none.</summary>
    public static string? Of(PersonId person, string? hash) => hash is null ? null : $"/api/users/{person}/avatar?v={hash[..12]}";

    public static Decision<PersonEvent> Place(PersonId id, Person person, Picture picture) =>
        person.Avatar == picture.Hash ? Decision.Nothing : new AvatarPlaced(new(id.Value, picture.Hash), picture.Type);

    public static Decision<PersonEvent> Remove(Person person) => person.Avatar is null ? Decision.Nothing : new AvatarRemoved();

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPut("/api/users/me/avatar", async (HttpContext http, Me me, People people, EventStore.EventStore store, CancellationToken stop) =>
            {
                using var body = new MemoryStream();
                await http.Request.Body.CopyToAsync(body, stop);
                if (!Picture.Read(body.ToArray(), Types, NotAPicture, TooLarge).TryGet(out var picture, out var refused)) return Answers.As(refused);
                return await Write(http, me, people, store, them => Place(me.Person, them, picture), new(Keep, Value.Id(me.Person.Value), Value.Text(picture.Hash), Value.Text(picture.Type), Value.Bytes(picture.Bytes)), stop);
            })
            .Accepts<IFormFile>(Picture.Png, Picture.Jpeg, Picture.Webp).Produces<MyCard>().RequiresSignIn().ForPeople().WithSummary("Show a picture of yourself");

        app.MapDelete("/api/users/me/avatar", (HttpContext http, Me me, People people, EventStore.EventStore store, CancellationToken stop) => Write(http, me, people, store, Remove, new(Drop, Value.Id(me.Person.Value)), stop))
            .Produces<MyCard>().RequiresSignIn().ForPeople().WithSummary("Remove your picture");

        app.MapGet("/api/users/me/avatar", (HttpContext http, Me me, EventStore.EventStore store, CancellationToken stop) => Show(http, store, me.Person, stop))
            .Produces(200, contentType: Picture.Png).RequiresSignIn().ForPeople().WithSummary("Your picture");

        app.MapGet("/api/users/{id}/avatar", async (PersonId id, HttpContext http, Streams<Organisation> organisations, EventStore.EventStore store, CancellationToken stop) =>
                (await organisations.Load(Organisation.Id, stop)).State.Find(id) is null ? Problems.NotFound : await Show(http, store, id, stop))
            .Produces(200, contentType: Picture.Png).Requires(Permission.SeePeople).WithSummary("The picture of somebody who belongs to the organisation");
    }

    private static async Task<IResult> Write(HttpContext http, Me me, People people, EventStore.EventStore store, Func<Person, Decision<PersonEvent>> decide, Statement statement, CancellationToken stop)
    {
        var work = Visit.Open(store, http, Tenants.People, me.Caller.Actor).Begin();
        await work.Load<Person>(me.Person.Value, stop, fresh: true);
        if (work.Decide(me.Person.Value, decide) is { } refused) return Answers.As(refused);
        if (!work.IsEmpty) work.Also(statement);
        try
        {
            await work.Commit();
        }
        catch (ConcurrencyException)
        {
            return Problems.Conflict();
        }
        return await people.Find(me.Person, stop) is { } person ? TypedResults.Ok(MyCard.Of(person)) : Problems.SignInFirst;
    }

    private static async Task<IResult> Show(HttpContext http, EventStore.EventStore store, PersonId id, CancellationToken stop)
    {
        var (type, bytes) = await store.Open(Tenants.People, Actor.System).One(Find, row => (row.GetString(0), row.GetFieldValue<byte[]>(1)), stop, Value.Id(id.Value));
        if (type is null) return Problems.NotFound;
        http.Response.Headers.ContentDisposition = "inline; filename=avatar";
        return TypedResults.Bytes(bytes, type);
    }
}
