using Billing.EventStore;

namespace Billing.Support;

/// <summary>A portal user as the list and the portal's door read them.</summary>
/// <param name="Proof">What opens the row to somebody who names the address; null once nobody may come in by it.</param>
/// <param name="InvitedAt">UTC; when they were told last.</param>
/// <param name="EnteredAt">UTC; when they came in last; null: never.</param>
internal sealed record PortalUserRow(Guid Id, Guid ClientId, string Name, string Email, string? Proof, bool SeesInvoices, string Standing, DateTimeOffset InvitedAt, DateTimeOffset? EnteredAt, long Version);

internal sealed class PortalUserRows : Projection<PortalUserRow>
{
    public PortalUserRows() : base("support.portal_users", new RowTable<PortalUserRow>("support_portal_users"), Lifecycle.Inline, inlineStream: PortalUser.Alias)
    {
        CoversAll<PortalUserEvent>();
        Uses<PortalUserInvited>((_, e, at) => new PortalUserRow(at.StreamId, e.ClientId, e.Name.Shown, e.Email.Shown, e.Email.Text is { } email ? PortalUser.Proof(email) : null, e.SeesInvoices, Words.Of(PortalStanding.Invited), at.At, null, at.Version));
        Uses<PortalUserInvitedAgain>((row, _, at) => row! with { InvitedAt = at.At, Version = at.Version });
        Uses<PortalInvoicesShown>((row, _, at) => row! with { SeesInvoices = true, Version = at.Version });
        Uses<PortalInvoicesHidden>((row, _, at) => row! with { SeesInvoices = false, Version = at.Version });
        Uses<PortalUserEntered>((row, _, at) => row! with { Standing = Words.Of(PortalStanding.Active), EnteredAt = at.At, Version = at.Version });
        Uses<PortalUserLeft>((row, _, at) => row! with { Version = at.Version });
        Uses<PortalUserWithdrawn>((row, _, at) => row! with { Standing = Words.Of(PortalStanding.Withdrawn), Proof = null, Version = at.Version });
        Uses<PortalUserForgotten>((row, _, at) => row! with { Standing = Words.Of(PortalStanding.Forgotten), Proof = null, Name = PersonalText.Erased, Email = PersonalText.Erased, Version = at.Version });
    }
}
