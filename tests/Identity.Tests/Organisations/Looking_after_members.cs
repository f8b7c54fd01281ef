using Billing.Web;
using static Billing.Identity.Tests.Some;
using static Billing.Stories.Story<Billing.Identity.Organisation, Billing.Identity.OrganisationEvent>;

namespace Billing.Identity.Tests;

/// <summary>The last owner stays, and nobody rises above themselves.</summary>
public class Looking_after_members
{
    private static readonly Acting Owner = new(Ann, Role.Owner);
    private static readonly Acting Admin = new(Bob, Role.Admin);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly OrganisationFounded Founded = new("acme", "Acme", Eur, "Europe/Berlin", "de-DE", null);
    private static readonly MemberJoined AnnOwns = new(Ann, Role.Owner, null);
    private static readonly MemberJoined BobIsAdmin = new(Bob, Role.Admin, null);
    private static readonly MemberJoined CatIsMember = new(Cat, Role.Member, null);
    private static readonly PersonInvited DanIsInvited = new(Invited, new(Invited.Value, "dan@example.test"), Role.Member, Noon.AddDays(7));

    [Fact]
    public void gives_a_role() => Given(Founded, AnnOwns, CatIsMember).When(org => Members.Amend(org, Owner, Cat, Role.Manager, null)).Then(new RoleGiven(Cat, Role.Manager));

    [Fact]
    public void gives_the_same_role_and_nothing_happens() => Given(Founded, AnnOwns, CatIsMember).When(org => Members.Amend(org, Owner, Cat, Role.Member, true)).ThenNothing();

    [Fact]
    public void gives_no_role_above_ones_own() => Given(Founded, AnnOwns, BobIsAdmin, CatIsMember).When(org => Members.Amend(org, Admin, Cat, Role.Owner, null)).ThenRefused("above-your-role");

    [Fact]
    public void is_no_ladder_for_oneself() => Given(Founded, AnnOwns, BobIsAdmin).When(org => Members.Amend(org, Admin, Bob, Role.Owner, null)).ThenRefused("above-your-role");

    [Fact]
    public void leaves_those_above_alone()
    {
        Given(Founded, AnnOwns, BobIsAdmin).When(org => Members.Amend(org, Admin, Ann, Role.Viewer, null)).ThenRefused("above-your-role");
        Given(Founded, AnnOwns, BobIsAdmin).When(org => Members.Remove(org, Admin, Ann)).ThenRefused("above-your-role");
    }

    [Fact]
    public void keeps_the_last_owner()
    {
        Given(Founded, AnnOwns).When(org => Members.Amend(org, Owner, Ann, Role.Admin, null)).ThenRefused("last-owner");
        Given(Founded, AnnOwns).When(org => Members.Remove(org, Owner, Ann)).ThenRefused("last-owner");
        Given(Founded, AnnOwns, new MemberJoined(Bob, Role.Owner, null), new MemberDeactivated(Bob)).When(org => Members.Remove(org, Owner, Ann)).ThenRefused("last-owner");
    }

    [Fact]
    public void lets_an_owner_go_while_another_stays() => Given(Founded, AnnOwns, new MemberJoined(Bob, Role.Owner, null)).When(org => Members.Remove(org, Owner, Ann)).Then(new MemberLeft(Ann, false));

    [Fact]
    public void shuts_nobody_out_who_does_it() => Given(Founded, AnnOwns, BobIsAdmin).When(org => Members.Amend(org, Admin, Bob, null, false)).ThenRefused("not-yourself");

    [Fact]
    public void deactivates_and_lets_in_again()
    {
        Given(Founded, AnnOwns, CatIsMember).When(org => Members.Amend(org, Admin, Cat, null, false)).Then(new MemberDeactivated(Cat));
        Given(Founded, AnnOwns, CatIsMember, new MemberDeactivated(Cat)).When(org => Members.Amend(org, Admin, Cat, null, true)).Then(new MemberReactivated(Cat));
    }

    [Fact]
    public void hands_the_organisation_over() => Assert.Equal(Role.Admin, Given(Founded, AnnOwns, CatIsMember).When(org => Members.Transfer(org, Ann, Cat)).Then(new OwnershipTransferred(Ann, Cat)).Find(Ann)!.Role);

    [Fact]
    public void hands_it_to_no_stranger() => Given(Founded, AnnOwns).When(org => Members.Transfer(org, Ann, Cat)).ThenRefused("not-a-member");

    [Fact]
    public void invites() => Given(Founded, AnnOwns).When(org => Members.Invite(org, Owner, Invited, "dan@example.test", Role.Member, false, Noon, Week)).Then(DanIsInvited);

    [Fact]
    public void invites_nobody_twice_or_above_oneself()
    {
        Given(Founded, AnnOwns, DanIsInvited).When(org => Members.Invite(org, Owner, new(Id(9)), "DAN@example.test", Role.Member, false, Noon, Week)).ThenRefused("invited-already");
        Given(Founded, AnnOwns, BobIsAdmin).When(org => Members.Invite(org, Admin, Invited, "dan@example.test", Role.Owner, false, Noon, Week)).ThenRefused("above-your-role");
        Given(Founded, AnnOwns).When(org => Members.Invite(org, Owner, Invited, "ann@example.test", Role.Member, true, Noon, Week)).ThenRefused("member-already");
    }

    [Fact]
    public void lets_in_who_was_invited_once()
    {
        Given(Founded, AnnOwns, DanIsInvited).When(org => Members.Accept(org, Invited, Cat, Noon)).Then(new InvitationAccepted(Invited, Cat), new MemberJoined(Cat, Role.Member, Invited));
        Given(Founded, AnnOwns, DanIsInvited, new InvitationAccepted(Invited, Cat)).When(org => Members.Accept(org, Invited, Cat, Noon)).ThenRefused("no-invitation");
        Given(Founded, AnnOwns, DanIsInvited).When(org => Members.Accept(org, Invited, Cat, Noon.AddDays(8))).ThenRefused("no-invitation");
        Given(Founded, AnnOwns, DanIsInvited, new InvitationWithdrawn(Invited)).When(org => Members.Accept(org, Invited, Cat, Noon)).ThenRefused("no-invitation");
    }

    [Fact]
    public void stops_where_the_plan_allows_no_more()
    {
        var here = Given(Founded, AnnOwns, DanIsInvited).State;
        Assert.Null(Members.Full(here, new(3, "Free"), Noon));
        Assert.Null(Members.Full(here, new(null, null), Noon));
        Assert.Equal("The plan Free allows 2 people, invitations counted. Choose a larger plan, or take somebody out first.", Members.Full(here, new(2, "Free"), Noon)!.Sentence);
        Assert.Null(Members.Full(here, new(2, "Free"), Noon.AddDays(8))); // the invitation is over
        Assert.Null(Members.Closed(here, new(2, "Free")));
        Assert.Equal("plan-users-reached", Members.Closed(here, new(1, "Free"))!.Code);
    }

    [Fact]
    public void does_not_lower_a_member_by_an_old_invitation() => Given(Founded, AnnOwns, DanIsInvited).When(org => Members.Accept(org, Invited, Ann, Noon)).Then(new InvitationAccepted(Invited, Ann));
}

public class The_days_of_an_organisation
{
    private static readonly DateOnly Day = new(2026, 12, 4);
    private static readonly OrganisationFounded Founded = new("acme", "Acme", Eur, "Europe/Berlin", "de-DE", Day);

    [Theory]
    [InlineData(-4, false)]
    [InlineData(-3, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void announce_the_end_of_the_trial(int days, bool said)
    {
        var came = Given(Founded).When(org => OrganisationDays.Decide(org, Day.AddDays(days)));
        if (said) came.Then(new TrialEndAnnounced());
        else came.ThenNothing();
    }

    [Fact]
    public void announce_it_once() => Given(Founded, new TrialEndAnnounced()).When(org => OrganisationDays.Decide(org, Day)).ThenNothing();

    [Fact]
    public void bring_the_deletion_that_was_asked_for_and_not_taken_back()
    {
        Given(Founded, new DeletionAsked(Day)).When(org => OrganisationDays.Decide(org, Day.AddDays(-10))).ThenNothing();
        Given(Founded, new DeletionAsked(Day)).When(org => OrganisationDays.Decide(org, Day)).Then(new OrganisationDeleted());
        Given(Founded, new TrialEndAnnounced(), new DeletionAsked(Day), new DeletionWithdrawn()).When(org => OrganisationDays.Decide(org, Day)).ThenNothing();
    }

    [Fact]
    public void take_thirty_of_them_to_delete_and_its_name_written_out()
    {
        Given(Founded).When(org => new DeleteTenant("acme").Decide(org, Day)).Then(new DeletionAsked(Day.AddDays(30)));
        Given(Founded, new TestModeBegun(Noon)).When(org => new DeleteTenant("acme").Decide(org, Day)).Then(new DeletionAsked(Day.AddDays(1)));
        Given(Founded).When(org => new DeleteTenant("acne").Decide(org, Day)).ThenRefused("other-slug");
    }
}

public class Issuing_keys
{
    private static readonly string Key = KeyText.Make();

    [Fact]
    public void keeps_their_hash_and_their_scopes_in_order() => Assert.Equal(
        new ApiKeyIssued("Nightly", Key[..12], Secret.Hash(Key), "facilities.see facilities.bill", null),
        Assert.Single(new IssueApiKey(" Nightly ", ["facilities.bill", "facilities.see", "facilities.see"]).Decide(Key, Permission.Of(Role.Admin), Noon).Events));

    [Theory]
    [InlineData("people.arrange", "not-for-keys")]
    [InlineData("keys.arrange", "not-for-keys")]
    [InlineData("organisation.own", "not-for-keys")]
    [InlineData("everything", "unknown-scope")]
    [InlineData("audit.see", "not-yours")]
    public void gives_no_more_than_is_good(string scope, string code) => Assert.Equal(code, new IssueApiKey("Nightly", [scope]).Decide(Key, Permission.Of(Role.Manager), Noon).Refusal?.Code);

    [Fact]
    public void wants_a_scope_and_a_day_to_come()
    {
        Assert.Equal("no-scope", new IssueApiKey("Nightly", []).Decide(Key, Permission.Of(Role.Owner), Noon).Refusal?.Code);
        Assert.Equal("expired-already", new IssueApiKey("Nightly", ["facilities.see"], Noon).Decide(Key, Permission.Of(Role.Owner), Noon).Refusal?.Code);
    }
}
