using Billing.EventStore;
using Billing.Web;

namespace Billing.Identity;

/// <summary>A member as the row holds them.</summary>
internal sealed record MemberLine(Guid PersonId, int Role, bool Active, DateTimeOffset Since);

/// <summary>An organisation as it is looked up: by its tenant, its slug, or somebody who belongs to it.</summary>
/// <param name="Proofs">What opens the row to somebody who does not know the tenant: <c>slug:…</c>, and <c>person:…</c> for each active member.</param>
internal sealed record OrganisationRow(
    Guid Id, string Slug, string Name, string Currency, string TimeZone, string Locale, [property: Jsonb] Contact Contact, string? Logo, DateOnly? TrialEndsOn, bool SecondFactorRequired,
    DateOnly? DeleteOn, bool Deleted, [property: Jsonb] IReadOnlyList<MemberLine> Members, [property: Jsonb] IReadOnlyList<InvitationLine> Invitations, [property: Jsonb] IReadOnlyList<string> Proofs, long Version)
{
    public OrganisationRow With(StoredEvent at, IReadOnlyList<MemberLine>? members = null)
    {
        var now = this with { Members = members ?? Members, Version = at.Version };
        return now with { Proofs = now.Deleted ? [] : [Proof.OfSlug(now.Slug), .. now.Members.Where(member => member.Active).Select(member => Proof.OfPerson(new(member.PersonId)))] };
    }

    public OrganisationRow WithMember(PersonId person, StoredEvent at, Func<MemberLine, MemberLine> change) =>
        With(at, [.. Members.Select(member => member.PersonId == person.Value ? change(member) : member)]);
}

/// <summary>An invitation as the row holds it.</summary>
internal sealed record InvitationLine(Guid Id, string Email, int Role, DateTimeOffset ExpiresAt, DateTimeOffset SentAt, string By);

/// <summary>What proves that one may see a row whose tenant one does not know.</summary>
internal static class Proof
{
    public static string OfSlug(string slug) => "slug:" + slug;

    public static string OfPerson(PersonId person) => "person:" + person;
}

internal sealed class OrganisationRows : Projection<OrganisationRow>
{
    public OrganisationRows() : base("identity.organisations", new RowTable<OrganisationRow>("identity_organisations"), Lifecycle.Inline, inlineStream: Organisation.Alias)
    {
        CoversAll<OrganisationEvent>();
        Uses<OrganisationFounded>((_, e, at) => new OrganisationRow(at.StreamId, e.Slug, e.Name, e.Currency.ToString(), e.TimeZone, e.Locale, Contact.None, null, e.TrialEndsOn, false, null, false, [], [], [], at.Version).With(at));
        Uses<OrganisationRenamed>((row, e, at) => (row! with { Name = e.Name }).With(at));
        Uses<SlugReplaced>((row, e, at) => (row! with { Slug = e.Slug }).With(at));
        Uses<ContactCorrected>((row, e, at) => (row! with { Contact = row.Contact with { Email = e.Email, Phone = e.Phone } }).With(at));
        Uses<AddressCorrected>((row, e, at) => (row! with { Contact = row.Contact with { Line1 = e.Line1, Line2 = e.Line2, City = e.City, State = e.State, Country = e.Country, PostalCode = e.PostalCode } }).With(at));
        Uses<HabitsCorrected>((row, e, at) => (row! with { Currency = e.Currency.ToString(), TimeZone = e.TimeZone, Locale = e.Locale }).With(at));
        Uses<LogoPlaced>((row, e, at) => (row! with { Logo = e.Hash }).With(at));
        Uses<LogoRemoved>((row, _, at) => (row! with { Logo = null }).With(at));
        Uses<SecondFactorRequired>((row, _, at) => (row! with { SecondFactorRequired = true }).With(at));
        Uses<SecondFactorNoLongerRequired>((row, _, at) => (row! with { SecondFactorRequired = false }).With(at));
        Uses<TrialEndAnnounced>((row, _, at) => row!.With(at));
        Uses<OrganisationTakenOut>((row, _, at) => row!.With(at));
        Uses<OrganisationTakenIn>((row, _, at) => row!.With(at));
        Uses<TestModeBegun>((row, _, at) => row!.With(at));
        Uses<SampleFounded>((row, _, at) => row!.With(at));
        Uses<ClockMoved>((row, _, at) => row!.With(at));
        Uses<DeletionAsked>((row, e, at) => (row! with { DeleteOn = e.DueOn }).With(at));
        Uses<DeletionWithdrawn>((row, _, at) => (row! with { DeleteOn = null }).With(at));
        Uses<OrganisationDeleted>((row, _, at) => (row! with { DeleteOn = null, Deleted = true }).With(at));
        Members();
        Invitations();
    }

    private void Members()
    {
        Uses<MemberJoined>((row, e, at) => row!.With(at, [.. row.Members.Where(member => member.PersonId != e.PersonId.Value), new MemberLine(e.PersonId.Value, (int)e.Role, true, at.At)]));
        Uses<RoleGiven>((row, e, at) => row!.WithMember(e.PersonId, at, member => member with { Role = (int)e.Role }));
        Uses<MemberDeactivated>((row, e, at) => row!.WithMember(e.PersonId, at, member => member with { Active = false }));
        Uses<MemberReactivated>((row, e, at) => row!.WithMember(e.PersonId, at, member => member with { Active = true }));
        Uses<MemberLeft>((row, e, at) => row!.With(at, [.. row.Members.Where(member => member.PersonId != e.PersonId.Value)]));
        Uses<OwnershipTransferred>((row, e, at) => row!.WithMember(e.From, at, member => member with { Role = (int)Role.Admin }).WithMember(e.To, at, member => member with { Role = (int)Role.Owner }));
    }

    private void Invitations()
    {
        Uses<PersonInvited>((row, e, at) => (row! with { Invitations = [.. row.Invitations, new InvitationLine(e.InvitationId.Value, e.Email.Shown, (int)e.Role, e.ExpiresAt, at.At, at.Recorded.Actor.Id)] }).With(at));
        Uses<InvitationRepeated>((row, e, at) => (row! with { Invitations = [.. row.Invitations.Select(one => one.Id == e.InvitationId.Value ? one with { ExpiresAt = e.ExpiresAt, SentAt = at.At } : one)] }).With(at));
        Uses<InvitationAccepted>((row, e, at) => (row! with { Invitations = [.. row.Invitations.Where(one => one.Id != e.InvitationId.Value)] }).With(at));
        Uses<InvitationWithdrawn>((row, e, at) => (row! with { Invitations = [.. row.Invitations.Where(one => one.Id != e.InvitationId.Value)] }).With(at));
    }
}
