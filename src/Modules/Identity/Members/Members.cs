using Billing.EventStore;
using Billing.Web;

namespace Billing.Identity;

/// <summary>Who acts on members: a person with a role of their own, or the product itself.</summary>
/// <param name="Person">Who.</param>
/// <param name="Role">What they are in the organisation.</param>
internal readonly record struct Acting(PersonId Person, Role Role);

/// <summary>What may be done to members and invitations. Pure: decided on the one state that holds them all.</summary>
internal static class Members
{
    /// <summary>Asks somebody to join.</summary>
    public static Decision<OrganisationEvent> Invite(Organisation here, Acting by, InvitationId id, string email, Role role, bool isMember, DateTimeOffset now, TimeSpan lasts)
    {
        if (role > by.Role) return No.AboveYourself(role);
        if (isMember) return No.MemberAlready;
        if (here.Invitations.Values.Any(one => string.Equals(one.Email, email, StringComparison.OrdinalIgnoreCase) && one.ExpiresAt > now)) return No.InvitedAlready;
        return here.Invitations.Count >= MostInvitations ? No.TooManyInvitations : new PersonInvited(id, new(id.Value, email), role, now + lasts);
    }

    /// <summary>Why nobody further may be asked to join, or null: members who may enter and open invitations are as many as the plan allows.</summary>
    public static Refusal? Full(Organisation here, Allowed allowed, DateTimeOffset now) => Counted(here, now) >= allowed.Most ? No.Full(allowed) : null;

    /// <summary>Why nobody further may enter, or null.</summary>
    public static Refusal? Closed(Organisation here, Allowed allowed) => Entering(here) >= allowed.Most ? No.Full(allowed) : null;

    /// <summary>Sends an invitation once more.</summary>
    public static Decision<OrganisationEvent> Repeat(Organisation here, Acting by, InvitationId id, DateTimeOffset now, TimeSpan lasts) =>
        !here.Invitations.TryGetValue(id, out var invitation) ? No.NoInvitation : invitation.Role > by.Role ? No.AboveYourself(invitation.Role) : new InvitationRepeated(id, now + lasts);

    /// <summary>Takes an invitation back.</summary>
    public static Decision<OrganisationEvent> Withdraw(Organisation here, InvitationId id) => here.Invitations.ContainsKey(id) ? new InvitationWithdrawn(id) : No.NoInvitation;

    /// <summary>Who was invited joins.</summary>
    public static Decision<OrganisationEvent> Accept(Organisation here, InvitationId id, PersonId person, DateTimeOffset now)
    {
        if (!here.Invitations.TryGetValue(id, out var invitation) || invitation.ExpiresAt <= now || here.IsDeleted) return No.NoInvitation;
        List<OrganisationEvent> happened = [new InvitationAccepted(id, person)];
        if (here.Find(person) is not { } member) happened.Add(new MemberJoined(person, invitation.Role, id));
        else if (!member.Active) happened.Add(new MemberReactivated(person));
        return happened;
    }

    /// <summary>Gives a member another role, or lets them in or not.</summary>
    public static Decision<OrganisationEvent> Amend(Organisation here, Acting by, PersonId who, Role? role, bool? active)
    {
        if (here.Find(who) is not { } member) return No.NoMember;
        if (who == by.Person && role > by.Role) return No.AboveYourself(role.Value);
        if (member.Role > by.Role) return No.Above(member.Role);
        if (role > by.Role) return No.AboveYourself(role.Value);
        if (who == by.Person && active == false) return No.Yourself;
        var after = member with { Role = role ?? member.Role, Active = active ?? member.Active };
        if (IsLastOwner(here, member) && after is not { Role: Role.Owner, Active: true }) return No.LastOwner;

        List<OrganisationEvent> happened = [];
        if (after.Role != member.Role) happened.Add(new RoleGiven(who, after.Role));
        if (after.Active != member.Active) happened.Add(after.Active ? new MemberReactivated(who) : new MemberDeactivated(who));
        return happened;
    }

    /// <summary>Takes somebody out of the organisation; they themselves may go whenever they want to.</summary>
    public static Decision<OrganisationEvent> Remove(Organisation here, Acting by, PersonId who) =>
        here.Find(who) is not { } member ? No.NoMember : who != by.Person && member.Role > by.Role ? No.Above(member.Role) : IsLastOwner(here, member) ? No.LastOwner : new MemberLeft(who, Removed: who != by.Person);

    /// <summary>Hands the organisation over.</summary>
    public static Decision<OrganisationEvent> Transfer(Organisation here, PersonId from, PersonId to) =>
        here.Find(to) is not { Active: true } ? No.NoMember : from == to || here.Find(from) is not { Role: Role.Owner } ? No.NotYours : new OwnershipTransferred(from, to);

    private const int MostInvitations = 500;

    /// <summary>Members and invitations that can still be taken: what a plan counts.</summary>
    public static int Counted(Organisation here, DateTimeOffset now) => Entering(here) + here.Invitations.Values.Count(one => one.ExpiresAt > now);

    private static int Entering(Organisation here) => here.Members.Values.Count(member => member.Active);

    private static bool IsLastOwner(Organisation here, Member member) => member is { Role: Role.Owner, Active: true } && here.Owners.Count() == 1;

    internal static class No
    {
        public static readonly Refusal NoMember = new("not-a-member", "They do not belong to this organisation.");
        public static readonly Refusal NoInvitation = new("no-invitation", "There is no such invitation any more.");
        public static readonly Refusal MemberAlready = new("member-already", "They belong to this organisation already.");
        public static readonly Refusal InvitedAlready = new("invited-already", "They are invited already. Send the invitation again, or withdraw it first.");
        public static readonly Refusal TooManyInvitations = new("too-many-invitations", "Too many invitations wait for an answer. Withdraw some first.");
        public static readonly Refusal LastOwner = new("last-owner", "An organisation has an owner. Make somebody else an owner first.");
        public static readonly Refusal Yourself = new("not-yourself", "Nobody shuts themselves out. Leave the organisation instead.");
        public static readonly Refusal NotYours = new("not-yours", "Only an owner hands the organisation over, to somebody else.");
        public static Refusal Full(Allowed allowed) => new Refusal(
            "plan-users-reached", $"{allowed.Named} allows {allowed.Most} people, invitations counted. Choose a larger plan, or take somebody out first.").With("entitlement", Allowed.Users).With("limit", allowed.Most).With("plan", allowed.Plan);

        public static Refusal Above(Role role) => new("above-your-role", $"They are {role.ToString().ToLowerInvariant()} here, which is above your own role.");
        public static Refusal AboveYourself(Role role) => new("above-your-role", $"You cannot make anybody {role.ToString().ToLowerInvariant()}: that is above your own role.");
    }
}
