using Billing.EventStore;
using Billing.Web;

namespace Billing.Identity;

/// <summary>Brings an invitation to whom it is for.</summary>
internal sealed class InvitationMail(Links links, People people) : IMailComposer
{
    public const string Name = "identity.invitation";

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        var here = (await session.Streams<Organisation>().Load(Organisation.Id, stop)).State;
        if (here.IsDeleted || !here.Invitations.TryGetValue(new(wanted.For), out var invitation) || invitation.ExpiresAt <= session.Now) return null;
        var secret = await links.Make(session.Tenant, LinkKinds.Invitation, invitation.Id.Value, invitation.Email, invitation.ExpiresAt);
        var known = await people.FindByEmail(invitation.Email, stop);
        return MailTexts.Invitation(here.Locale, invitation.Email, known?.Name ?? "", here.Name, invitation.Role, invitation.ExpiresAt, secret) with { Sender = await MailReaders.Sender(session, here.Name, stop), ToItsPeople = true };
    }
}

/// <summary>Tells an owner that the trial ends soon.</summary>
internal sealed class TrialMail(People people) : IMailComposer
{
    public const string Name = "identity.trial_end";

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        var here = (await session.Streams<Organisation>().Load(Organisation.Id, stop)).State;
        if (here is not { IsDeleted: false, TrialEndsOn: { } end } || await people.Find(new PersonId(wanted.For), stop) is not { Active: true, Email: { } email } person) return null;
        return MailTexts.TrialEnds(here.Locale, email, person.Name, here.Name, end) with { Sender = await MailReaders.Sender(session, here.Name, stop), ToItsPeople = true };
    }
}

/// <summary>Tells an owner that the organisation is to be deleted, and how to take that back.</summary>
internal sealed class DeletionMail(People people) : IMailComposer
{
    public const string Name = "identity.deletion_planned";

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        var here = (await session.Streams<Organisation>().Load(Organisation.Id, stop)).State;
        if (here is not { IsDeleted: false, DeleteOn: { } due } || await people.Find(new PersonId(wanted.For), stop) is not { Active: true, Email: { } email } person) return null;
        return MailTexts.DeletionPlanned(here.Locale, email, person.Name, here.Name, due) with { Sender = await MailReaders.Sender(session, here.Name, stop), ToItsPeople = true };
    }
}
