using System.Collections.Immutable;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Identity;

/// <summary>Somebody who belongs to an organisation.</summary>
internal sealed record Member(PersonId PersonId, Role Role, bool Active, DateTimeOffset? Since = null);

/// <summary>An invitation that waits for its answer.</summary>
internal sealed record Invitation(InvitationId Id, string Email, Role Role, DateTimeOffset ExpiresAt);

/// <summary>How one reaches an organisation, and where it is.</summary>
internal sealed record Contact(string? Email, string? Phone, string? Line1, string? Line2, string? City, string? State, string? Country, string? PostalCode)
{
    public static Contact None { get; } = new(null, null, null, null, null, null, null, null);
}

/// <summary>
/// An organisation with its members and invitations: one stream, so that "the last owner stays" and "no role above one's own" are decided on one state.
/// There is one per tenant.
/// </summary>
internal sealed record Organisation(
    string Slug, string Name, Currency Currency, string TimeZone, string Locale, Contact Contact, string? Logo, DateOnly? TrialEndsOn, bool TrialEndAnnounced,
    bool SecondFactorRequired, DateOnly? DeleteOn, bool IsDeleted, ImmutableDictionary<PersonId, Member> Members, ImmutableDictionary<InvitationId, Invitation> Invitations) : IAggregate<Organisation>
{
    /// <summary>The one stream of each tenant.</summary>
    public static Guid Id { get; } = new("0193e0c0-0000-7000-8000-00000000000a");

    public static string Alias => "identity.organisation";

    public static Organisation Initial { get; } = new("", "", default, "UTC", "en-US", Contact.None, null, null, false, false, null, false, ImmutableDictionary<PersonId, Member>.Empty, ImmutableDictionary<InvitationId, Invitation>.Empty);

    /// <summary>Those who belonged to it once.</summary>
    public ImmutableHashSet<PersonId> Former { get; init; } = [];

    /// <summary>Whether it is for trying things out, by a clock of its own.</summary>
    public bool TestMode { get; init; }

    /// <summary>When its own clock began, UTC; null: it has none.</summary>
    public DateTimeOffset? TestModeSince { get; init; }

    /// <summary>What a made-up company is played by; null: this is none.</summary>
    public int? Seed { get; init; }

    /// <summary>Those who may do everything.</summary>
    public IEnumerable<Member> Owners => Members.Values.Where(member => member is { Role: Role.Owner, Active: true });

    /// <summary>A member; null when they do not belong to it.</summary>
    public Member? Find(PersonId person) => Members.GetValueOrDefault(person);

    public Organisation Apply(object happened) => happened switch
    {
        OrganisationFounded e => this with { Slug = e.Slug, Name = e.Name, Currency = e.Currency, TimeZone = e.TimeZone, Locale = e.Locale, TrialEndsOn = e.TrialEndsOn },
        OrganisationRenamed e => this with { Name = e.Name },
        SlugReplaced e => this with { Slug = e.Slug },
        ContactCorrected e => this with { Contact = Contact with { Email = e.Email, Phone = e.Phone } },
        AddressCorrected e => this with { Contact = Contact with { Line1 = e.Line1, Line2 = e.Line2, City = e.City, State = e.State, Country = e.Country, PostalCode = e.PostalCode } },
        HabitsCorrected e => this with { Currency = e.Currency, TimeZone = e.TimeZone, Locale = e.Locale },
        LogoPlaced e => this with { Logo = e.Hash },
        LogoRemoved => this with { Logo = null },
        Identity.SecondFactorRequired => this with { SecondFactorRequired = true },
        SecondFactorNoLongerRequired => this with { SecondFactorRequired = false },
        MemberJoined e => this with { Members = Members.SetItem(e.PersonId, new Member(e.PersonId, e.Role, true)), Former = Former.Remove(e.PersonId) },
        RoleGiven e => With(e.PersonId, member => member with { Role = e.Role }),
        MemberDeactivated e => With(e.PersonId, member => member with { Active = false }),
        MemberReactivated e => With(e.PersonId, member => member with { Active = true }),
        MemberLeft e => this with { Members = Members.Remove(e.PersonId), Former = Former.Add(e.PersonId) },
        OwnershipTransferred e => With(e.From, member => member with { Role = Role.Admin }).With(e.To, member => member with { Role = Role.Owner }),
        PersonInvited e => this with { Invitations = Invitations.SetItem(e.InvitationId, new Invitation(e.InvitationId, e.Email.Shown, e.Role, e.ExpiresAt)) },
        InvitationRepeated e => this with { Invitations = Invitations.SetItem(e.InvitationId, Invitations.GetValueOrDefault(e.InvitationId, new Invitation(e.InvitationId, "", Role.Viewer, e.ExpiresAt)) with { ExpiresAt = e.ExpiresAt }) },
        InvitationAccepted e => this with { Invitations = Invitations.Remove(e.InvitationId) },
        InvitationWithdrawn e => this with { Invitations = Invitations.Remove(e.InvitationId) },
        Identity.TrialEndAnnounced => this with { TrialEndAnnounced = true },
        TestModeBegun e => this with { TestMode = true, TestModeSince = e.At },
        SampleFounded e => this with { Seed = e.Seed },
        OrganisationTakenOut or OrganisationTakenIn or ClockMoved => this,
        DeletionAsked e => this with { DeleteOn = e.DueOn },
        DeletionWithdrawn => this with { DeleteOn = null },
        OrganisationDeleted => this with { IsDeleted = true, DeleteOn = null },
        _ => throw new UnknownEventException(nameof(Organisation), happened),
    };

    private Organisation With(PersonId person, Func<Member, Member> change) =>
        Members.TryGetValue(person, out var member) ? this with { Members = Members.SetItem(person, change(member)) } : this;
}
