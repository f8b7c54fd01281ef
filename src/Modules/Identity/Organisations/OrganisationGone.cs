using Billing.EventStore;

namespace Billing.Identity;

/// <summary>The day of an organisation's deletion has come.</summary>
internal sealed record OrganisationIsGone;

/// <summary>What modules keep of a deleted organisation beside the log goes: usage, kept papers. The log stays, because nothing may change it.</summary>
internal sealed class OrganisationGone() : MessageHandler<OrganisationIsGone>(Message)
{
    public const string Message = "identity.organisation_is_gone";

    public override async Task Handle(Message<OrganisationIsGone> message, Work work, CancellationToken stop)
    {
        if (await work.Load<Organisation>(Organisation.Id, stop, fresh: true) is { State.IsDeleted: true }) await new Dropping(work.Session.Store).Run(work.Session.Tenant, stop);
    }
}
