using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>A double was merged into a client.</summary>
/// <param name="Survivor">The client that stays.</param>
/// <param name="Double">The one that went.</param>
internal sealed record DoubleMerged(Guid Survivor, Guid Double);

/// <summary>
/// The client that stays gets the ids in other systems that it lacks, and what other modules keep of the double. Not in the commit of the merge: an id has one
/// owner at any moment, and the rows of one commit are written in the order of their keys. Credit that came to the double while it was merged follows, too.
/// </summary>
internal sealed class When_a_client_took_over(Organisations organisations, IEnumerable<IFollowsClients> followers) : MessageHandler<DoubleMerged>(Message)
{
    public const string Message = "invoicing.client_took_over";

    public override async Task Handle(Message<DoubleMerged> message, Work work, CancellationToken stop)
    {
        var (survivor, brought) = (message.Body.Survivor, (await work.Load<Client>(message.Body.Double, stop)).State.OutsideIds);
        await work.Load<Client>(survivor, stop);
        work.Decide<Client, ClientEvent>(survivor, client => Decide(client, new ClientId(survivor), brought));
        foreach (var follower in followers) await follower.Follow(work, survivor, message.Body.Double, stop);
        if (await organisations.Find(message.Tenant, stop) is not { } here) return;
        if (await CreditOfDoubles.HandOver(new Attempt(work, fresh: true, stop), new(message.Body.Double), new(survivor), LocalDay.Of(work.At, here.TimeZone)) is { } refused) throw new InvalidOperationException($"A double's credit stays where it is: {refused.Code}.");
    }

    /// <summary>Links what the survivor lacks; nothing when it is no longer there to be linked.</summary>
    public static Decision<ClientEvent> Decide(Client survivor, ClientId id, OutsideIds brought) => survivor.Standing is ClientStanding.Merged or ClientStanding.Forgotten ? Decision.Nothing : new List<ClientEvent>(
        from system in Enum.GetValues<OutsideSystem>()
        where survivor.OutsideIds.In(system) is null && brought.In(system) is not null
        select new ClientLinkedOutside(system, new PersonalText(id.Value, brought.In(system))));
}
