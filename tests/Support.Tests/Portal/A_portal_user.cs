using Billing.EventStore;
using Billing.Invoicing.Contracts;
using static Billing.Stories.Story<Billing.Support.PortalUser, Billing.Support.PortalUserEvent>;

namespace Billing.Support.Tests.Portal;

/// <summary>Somebody of a client's is let into the portal, and out of it.</summary>
public class A_portal_user
{
    private static readonly Guid Client = new("0193e0c0-0000-7000-8000-000000000001");
    private static readonly Guid Dora = new("0193e0c0-0000-7000-8000-000000000021");
    private static readonly BilledClient Acme = new(Client, "Acme", Currency.Parse("USD"), true);
    private static readonly PortalUserInvited Invited = new(Client, new(Dora, "Dora Example"), new(Dora, "Dora@acme.example.test"), false);
    private static readonly PortalUserWithdrawn Withdrawn = new(PortalWithdrawal.Asked);

    private static InvitePortalUser Inviting(string name = "Dora Example", string email = " Dora@acme.example.test") => new(Client, name, email);

    [Fact]
    public void is_invited_under_a_name_and_an_address()
    {
        Given().When(_ => Inviting().Decide(Dora, Acme)).Then(Invited);
        Given().When(_ => Inviting(name: " ").Decide(Dora, Acme)).ThenRefused("name-missing");
        Given().When(_ => Inviting(email: "Dora at home").Decide(Dora, Acme)).ThenRefused("bad-email");
        Given().When(_ => Inviting().Decide(Dora, Acme with { IsActive = false })).ThenRefused("portal-client-inactive");
    }

    [Fact]
    public void belongs_to_the_client_that_stays()
    {
        var stays = Acme with { Id = new("0193e0c0-0000-7000-8000-000000000002") };
        Given().When(_ => Inviting().Decide(Dora, stays)).Then(Invited with { ClientId = stays.Id });
    }

    [Fact]
    public void sees_invoices_only_where_somebody_says_so()
    {
        Given(Invited).When(now => new AmendPortalUser(true).Decide(now)).Then(new PortalInvoicesShown());
        Given(Invited).When(now => new AmendPortalUser(false).Decide(now)).ThenNothing();
        Given(Invited, new PortalInvoicesShown()).When(now => new AmendPortalUser(false).Decide(now)).Then(new PortalInvoicesHidden());
        Given(Invited, new PortalInvoicesShown()).When(now => new AmendPortalUser().Decide(now)).ThenNothing();
        Given(Invited, Withdrawn).When(now => new AmendPortalUser(true).Decide(now)).ThenRefused("portal-user-withdrawn");
    }

    [Fact]
    public void is_let_in_until_they_are_withdrawn()
    {
        Given(Invited).When(now => now.Enter()).Then(new PortalUserEntered());
        Given(Invited, new PortalUserEntered()).When(now => now.Leave()).Then(new PortalUserLeft());
        Given(Invited, new PortalUserEntered()).When(now => now.Withdraw(PortalWithdrawal.ClientMerged)).Then(new PortalUserWithdrawn(PortalWithdrawal.ClientMerged));
        Given(Invited, Withdrawn).When(now => now.Enter()).ThenRefused("portal-user-withdrawn");
        Given(Invited, Withdrawn).When(now => now.InviteAgain()).ThenRefused("portal-user-withdrawn");
        Given(Invited, Withdrawn).When(now => now.Withdraw(PortalWithdrawal.Asked)).ThenNothing();
        Given(Invited, Withdrawn).When(now => now.Leave()).ThenNothing();
    }

    [Fact]
    public void is_nobody_once_they_are_forgotten()
    {
        var gone = Given(Invited, new PortalUserEntered()).When(now => now.Forget()).Then(new PortalUserForgotten());
        Assert.Equal((PersonalText.Erased, PersonalText.Erased, PortalStanding.Forgotten, false), (gone.Name.Shown, gone.Email.Shown, gone.Standing, gone.MayEnter));
        Given(Invited, new PortalUserForgotten()).When(now => now.Forget()).ThenNothing();
        Given(Invited, new PortalUserForgotten()).When(now => now.Enter()).ThenRefused("portal-user-withdrawn");
    }

    [Fact]
    public void is_found_by_their_address_however_it_is_written()
    {
        Assert.Equal(PortalUser.Proof("dora@acme.example.test"), PortalUser.Proof("Dora@Acme.example.test"));
        Assert.DoesNotContain("dora", PortalUser.Proof("dora@acme.example.test"), StringComparison.OrdinalIgnoreCase);
    }
}
