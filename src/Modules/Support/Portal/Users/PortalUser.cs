using Billing.EventStore;
using Billing.Web;

namespace Billing.Support;

/// <summary>Something that happened to a portal user.</summary>
internal abstract record PortalUserEvent;

/// <summary>Somebody of a client's may come into the portal, and is told by mail.</summary>
/// <param name="ClientId">Whose requests, sites and projects they see.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Email">Where the links go by which they come in.</param>
/// <param name="SeesInvoices">Whether they see the client's invoices, too.</param>
[Event("support.portal_user_invited")]
internal sealed record PortalUserInvited(Guid ClientId, PersonalText Name, PersonalText Email, bool SeesInvoices) : PortalUserEvent;

/// <summary>They are told once more.</summary>
[Event("support.portal_user_invited_again")]
internal sealed record PortalUserInvitedAgain : PortalUserEvent;

/// <summary>They see the client's invoices from now on.</summary>
[Event("support.portal_invoices_shown")]
internal sealed record PortalInvoicesShown : PortalUserEvent;

/// <summary>They do not see the client's invoices any more.</summary>
[Event("support.portal_invoices_hidden")]
internal sealed record PortalInvoicesHidden : PortalUserEvent;

/// <summary>They came in by a link that was mailed to them.</summary>
[Event("support.portal_user_entered")]
internal sealed record PortalUserEntered : PortalUserEvent;

/// <summary>They went, and said so.</summary>
[Event("support.portal_user_left")]
internal sealed record PortalUserLeft : PortalUserEvent;

/// <summary>They may not come in any more.</summary>
/// <param name="Reason">Why.</param>
[Event("support.portal_user_withdrawn")]
internal sealed record PortalUserWithdrawn(PortalWithdrawal Reason) : PortalUserEvent;

/// <summary>Their name and address are erased for good.</summary>
[Event("support.portal_user_forgotten")]
internal sealed record PortalUserForgotten : PortalUserEvent;

/// <summary>Why somebody may not come into the portal any more.</summary>
internal enum PortalWithdrawal
{
    /// <summary>Somebody of the organisation said so.</summary>
    Asked,

    /// <summary>Their client was a double: nobody has said that they may see what the one that stays has.</summary>
    ClientMerged,
}

/// <summary>How far a portal user is.</summary>
internal enum PortalStanding
{
    /// <summary>They have not come in yet.</summary>
    Invited,

    /// <summary>They have come in before, and may again.</summary>
    Active,

    /// <summary>They may not any more.</summary>
    Withdrawn,

    /// <summary>Neither, and nobody knows any more who they were.</summary>
    Forgotten,
}

/// <summary>Somebody of a client's who may look at what the client asked for, has hosted and has built, without an account.</summary>
internal sealed record PortalUser(Guid ClientId, PersonalText Name, PersonalText Email, bool SeesInvoices, PortalStanding Standing) : IAggregate<PortalUser>
{
    public static string Alias => "support.portal_user";

    public static PortalUser Initial { get; } = new(default, new PersonalText(default, ""), new PersonalText(default, ""), false, PortalStanding.Invited);

    /// <summary>Whether they may come in, as far as they themselves are concerned.</summary>
    public bool MayEnter => Standing is PortalStanding.Invited or PortalStanding.Active;

    /// <summary>What opens their row to whoever names the address, and says nothing of it.</summary>
    public static string Proof(string email) => new LinkSecret("portal user " + email.ToLowerInvariant()).Proof;

    /// <summary>The mail is sent again.</summary>
    public Decision<PortalUserEvent> InviteAgain() => MayEnter ? new PortalUserInvitedAgain() : PortalNo.Withdrawn;

    /// <summary>They are in.</summary>
    public Decision<PortalUserEvent> Enter() => MayEnter ? new PortalUserEntered() : PortalNo.Withdrawn;

    /// <summary>They are out.</summary>
    public Decision<PortalUserEvent> Leave() => MayEnter ? new PortalUserLeft() : Decision.Nothing;

    /// <summary>They may not come in any more.</summary>
    public Decision<PortalUserEvent> Withdraw(PortalWithdrawal reason) => MayEnter ? new PortalUserWithdrawn(reason) : Decision.Nothing;

    /// <summary>Nobody is to know who they were.</summary>
    public Decision<PortalUserEvent> Forget() => Standing == PortalStanding.Forgotten ? Decision.Nothing : new PortalUserForgotten();

    public PortalUser Apply(object happened) => happened switch
    {
        PortalUserInvited e => this with { ClientId = e.ClientId, Name = e.Name, Email = e.Email, SeesInvoices = e.SeesInvoices },
        PortalUserInvitedAgain or PortalUserLeft => this,
        PortalInvoicesShown => this with { SeesInvoices = true },
        PortalInvoicesHidden => this with { SeesInvoices = false },
        PortalUserEntered => this with { Standing = PortalStanding.Active },
        PortalUserWithdrawn => this with { Standing = PortalStanding.Withdrawn },
        PortalUserForgotten => this with { Standing = PortalStanding.Forgotten, Name = Name with { Text = null }, Email = Email with { Text = null } },
        _ => throw new UnknownEventException(nameof(PortalUser), happened),
    };
}

/// <summary>Why something cannot be done with a portal user.</summary>
internal static class PortalNo
{
    public static readonly Refusal ClientInactive = new("portal-client-inactive", "This client is archived. Restore it before you invite somebody of theirs.");
    public static readonly Refusal Known = new("portal-user-known", "This address may come into the portal of this client already. Send the invitation again instead.");
    public static readonly Refusal Withdrawn = new("portal-user-withdrawn", "This portal user was withdrawn. Invite the address anew.");
}
