using Billing.EventStore;

namespace Billing.Identity;

/// <summary>An organisation has been deleted for so long that nothing of it is in anybody's hands.</summary>
/// <param name="Organisation">Its key; null in what a version wrote that kept the log.</param>
internal sealed record OrganisationIsGone(string? Organisation);

/// <summary>
/// Removes what a deleted organisation left in every module: its keys are destroyed, and its rows, its part of the log and of the audit trail go. The log of the
/// product tells of it before and after. Killed in between, it goes on where it was.
/// </summary>
internal sealed class OrganisationGone() : MessageHandler<OrganisationIsGone>(Message)
{
    public const string Message = "identity.organisation_is_gone";

    public override async Task Handle(Message<OrganisationIsGone> message, Work work, CancellationToken stop)
    {
        if (message.Body.Organisation is not { } key) return; // the job finds it again
        var (store, gone) = (work.Session.Store, new TenantId(key));
        var removals = store.Open(Tenants.People, Actor.System).Streams<Removal>();
        var id = Removal.IdOf(gone);
        if (!(await removals.Load(id, stop)).Exists)
        {
            if (await store.Open(gone, Actor.System).Streams<Organisation>().Load(Organisation.Id, stop) is not { State.IsDeleted: true }) return;
            var trail = await new AuditTrail(store).Anchor(gone, stop);
            await removals.Decide(id, removal => removal.Begin(gone, trail), stop, opens: true);
        }
        await new Removing(store).Run(gone, stop);
        await removals.Decide(id, removal => removal.End(), stop);
    }
}
