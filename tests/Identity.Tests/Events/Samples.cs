using System.Reflection;
using Billing.EventStore;
using Billing.Web;
using static Billing.Identity.Tests.Some;

namespace Billing.Identity.Tests;

/// <summary>One of each event. A new event without a sample fails the tests that ask for it.</summary>
internal static class Samples
{
    /// <summary>What events of the module derive from, by name.</summary>
    public static readonly string[] Unions = ["ApiKeyEvent", "OrganisationEvent", "PersonEvent", "RemovalEvent", "SignInEvent", "SingleSignOnEvent", "TurnedAwayEvent"];

    private static readonly Dictionary<Type, object> All = new object[]
    {
        new PersonRegistered(Said("ann@example.test"), Said("Ann"), Said("Owner")), new EmailVerified(), new EmailReplaced(Said("ann.owner@example.test")), new NameCorrected(Said("Anne"), Said("Owner")), new PhoneNoted(Said("+49 30 1234")), new PasswordChosen(), new AvatarPlaced(Said(new string('c', 64)), "image/webp"), new AvatarRemoved(),
        new SecondFactorEnrolled(), new SecondFactorRemoved(), new PersonForgotten(),
        new OrganisationFounded("acme", "Acme", Eur, "Europe/Berlin", "de-DE", new DateOnly(2026, 12, 4)), new OrganisationRenamed("Acme Ltd"), new SlugReplaced("acme-ltd"), new ContactCorrected("office@example.test", null),
        new AddressCorrected("Main Street 1", null, "Berlin", null, "DE", "10115"), new HabitsCorrected(Eur, "Europe/Berlin", "de-DE"), new LogoPlaced(new string('a', 64), "image/png"), new LogoRemoved(),
        new SecondFactorRequired(), new SecondFactorNoLongerRequired(), new MemberJoined(Ann, Role.Owner, null), new RoleGiven(Bob, Role.Manager), new MemberDeactivated(Bob), new MemberReactivated(Bob), new MemberLeft(Bob, true),
        new OwnershipTransferred(Ann, Bob), new PersonInvited(Invited, new(Invited.Value, "cat@example.test"), Role.Member, Noon), new InvitationRepeated(Invited, Noon), new InvitationAccepted(Invited, Cat), new InvitationWithdrawn(Invited),
        new TrialEndAnnounced(), new OrganisationTakenOut(), new OrganisationTakenIn(Noon, 1234), new TestModeBegun(Noon), new SampleFounded(42), new ClockMoved(Noon), new DeletionAsked(new DateOnly(2026, 12, 20)), new DeletionWithdrawn(), new OrganisationDeleted(), new RemovalBegun("0197c0de000070008000000000000001", 1234, new string('d', 64)), new OrganisationRemoved(),
        new SignedIn(Ann, SignInMeans.Password, "Firefox on Linux", false), new SignedOut(SignOutReason.Asked), new SignInRefused(Ann, SignInFault.WrongPassword), new PermissionRefused("people.arrange", "POST", "/api/users/invitations"),
        new ApiKeyIssued("Nightly export", "bk_live_Ab3d", new string('b', 64), "facilities.see audit.see", Noon), new ApiKeyRevoked(),
        new SingleSignOnConfigured("https://idp.example.test", "billing", "example.test example.org", true), new SingleSignOnRoleMapped("groups", "admins", Role.Admin), new SingleSignOnRemoved(),
    }.ToDictionary(sample => sample.GetType());

    private static readonly (string Variant, object Sample)[] Shapes =
    [
        ("without_entries", new RemovalBegun("0197c0de000070008000000000000001", 0, null)), ("of_nobody", new SignInRefused(null, SignInFault.UnknownAddress)), ("taken_back", new PhoneNoted(null)), ("by_invitation", new MemberJoined(Cat, Role.Member, Invited)),
        ("without_trial", new OrganisationFounded("acme", "Acme", Eur, "UTC", "en-US", null)), ("for_ever", new ApiKeyIssued("Nightly export", "bk_live_Ab3d", new string('b', 64), "facilities.see", null)),
    ];

    /// <summary>By the name of the pinned file.</summary>
    public static IReadOnlyDictionary<string, object> Pinned { get; } = All.Values.Select(sample => (Name: AliasOf(sample), sample))
        .Concat(Shapes.Select(shape => (Name: $"{AliasOf(shape.Sample)}.{shape.Variant}", sample: shape.Sample))).ToDictionary(one => one.Name, one => one.sample);

    public static object Of(Type happened) => All[happened];

    private static PersonalText Said(string text) => new(Ann.Value, text);

    private static string AliasOf(object sample) => sample.GetType().GetCustomAttribute<EventAttribute>()!.Alias;
}
