using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>Those who belong to an organisation.</summary>
/// <param name="Items">By name.</param>
internal sealed record MemberPage(IReadOnlyList<MemberCard> Items);

/// <summary>Somebody who belongs to the organisation.</summary>
/// <param name="Role">As what.</param>
/// <param name="Active">Whether they may enter.</param>
/// <param name="Since">When they joined, UTC.</param>
/// <param name="SecondFactor">Whether they have one.</param>
/// <param name="LastSignIn">When they were last seen, UTC; null when never.</param>
/// <param name="Avatar">Where their picture is; null when they show none.</param>
internal sealed record MemberCard(PersonId Id, string Email, string FirstName, string LastName, Role Role, bool Active, DateTimeOffset Since, bool SecondFactor, bool EmailVerified, DateTimeOffset? LastSignIn, string? Avatar);

/// <summary>Invitations that wait.</summary>
/// <param name="Items">The newest first.</param>
internal sealed record InvitationPage(IReadOnlyList<InvitationCard> Items);

/// <summary>An invitation that waits for its answer.</summary>
/// <param name="ExpiresAt">Until when it can be accepted, UTC.</param>
/// <param name="SentAt">When it was sent last, UTC.</param>
/// <param name="State"><c>waiting</c>, or <c>expired</c>.</param>
internal sealed record InvitationCard(InvitationId Id, string Email, Role Role, DateTimeOffset ExpiresAt, DateTimeOffset SentAt, [property: AllowedValues("waiting", "expired")] string State)
{
    public static InvitationCard Of(InvitationLine line, DateTimeOffset now) => new(new(line.Id), line.Email, (Role)line.Role, line.ExpiresAt, line.SentAt, line.ExpiresAt > now ? "waiting" : "expired");
}

/// <summary>Who belongs to the organisation and who is asked to.</summary>
internal sealed class ListPeople(EventStore.EventStore store, People people)
{
    private const string Lines = "select members, invitations from identity_organisations where tenant_id = $1";
    private const string LastSeen = "select person_id, max(used_at) from identity_sessions where tenant_id = $1 and organisation = $2 and person_id = any ($3) group by person_id";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task<IReadOnlyList<MemberCard>> Members(TenantId tenant, CancellationToken stop)
    {
        var (members, _) = await Read(tenant, stop);
        var known = await people.Find([.. members.Select(member => new PersonId(member.PersonId))], stop);
        var seen = (await store.Open(Tenants.People, Actor.System).Many(LastSeen, row => (Id: row.GetGuid(0), At: row.Moment(1)), stop, Value.Text(tenant.Value), Value.Ids(members.Select(member => member.PersonId)))).ToDictionary(one => one.Id, one => one.At);
        return [.. members.Select(member => Card(member, known.GetValueOrDefault(new(member.PersonId)), seen.TryGetValue(member.PersonId, out var at) ? at : null)).OrderBy(card => card.LastName, StringComparer.OrdinalIgnoreCase).ThenBy(card => card.FirstName, StringComparer.OrdinalIgnoreCase).ThenBy(card => card.Id.Value)];
    }

    public async Task<IReadOnlyList<InvitationLine>> Invitations(TenantId tenant, CancellationToken stop) => (await Read(tenant, stop)).Invitations;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/users", async (ListPeople list, Web.Organisation here, CancellationToken stop) => TypedResults.Ok(new MemberPage(await list.Members(here.Tenant, stop))))
            .Requires(Permission.SeePeople).WithSummary("Who belongs to the organisation");

        app.MapGet("/api/users/invitations", async (ListPeople list, Web.Organisation here, TimeProvider time, CancellationToken stop) =>
                TypedResults.Ok(new InvitationPage([.. (await list.Invitations(here.Tenant, stop)).OrderByDescending(line => line.SentAt).Select(line => InvitationCard.Of(line, time.GetUtcNow()))])))
            .Requires(Permission.SeePeople).WithSummary("Invitations that wait");

        app.MapGet("/api/permissions", () => TypedResults.Ok(new PermissionPage([.. Permission.All.Select(PermissionCard.Of)])))
            .RequiresSignIn().WithSummary("What each role may");
    }

    private static MemberCard Card(MemberLine member, People.Known? person, DateTimeOffset? seen) => new(
        new(member.PersonId), person?.Email ?? "", person?.FirstName ?? "", person?.LastName ?? "", (Role)member.Role, member.Active, member.Since, person?.SecondFactor == true, person?.EmailVerified == true, seen, Avatar.Of(new(member.PersonId), person?.Avatar));

    private async Task<(IReadOnlyList<MemberLine> Members, IReadOnlyList<InvitationLine> Invitations)> Read(TenantId tenant, CancellationToken stop) =>
        await store.Open(tenant, Actor.System).One(Lines, row => (JsonSerializer.Deserialize<List<MemberLine>>(row.GetString(0), Json)!, JsonSerializer.Deserialize<List<InvitationLine>>(row.GetString(1), Json)!), stop) is ({ } members, { } invitations) ? (members, invitations) : ([], []);
}

/// <summary>The table of who may what.</summary>
/// <param name="Items">In the order in which people read them.</param>
internal sealed record PermissionPage(IReadOnlyList<PermissionCard> Items);

/// <summary>Something that one may or may not do.</summary>
/// <param name="Name">Also the scope of an API key.</param>
/// <param name="Least">The lowest role that may.</param>
/// <param name="Meaning">In words.</param>
/// <param name="ForKeys">Whether an API key can have it.</param>
internal sealed record PermissionCard(string Name, Role Least, string Meaning, bool ForKeys)
{
    public static PermissionCard Of(Permission permission) => new(permission.Name, permission.Least, permission.Meaning, !IssueApiKey.Never.Contains(permission));
}
