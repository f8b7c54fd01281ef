using Billing.EventStore;
using Microsoft.Extensions.Logging;

namespace Billing.Identity;

/// <summary>Somebody was forgotten; rows of other modules may still show what they were called.</summary>
/// <param name="Person">Who, as an id alone.</param>
internal sealed record PersonIsForgotten(Guid Person);

/// <summary>Makes the rows anew that still show the name of somebody who was forgotten: those that are not what their events say any more.</summary>
internal sealed class RowsErased(ILogger<RowsErased> log) : MessageHandler<PersonIsForgotten>(Message)
{
    public const string Message = "identity.person_is_forgotten";

    public override async Task Handle(Message<PersonIsForgotten> message, Work work, CancellationToken stop)
    {
        var store = work.Session.Store;
        foreach (var projection in store.Model.Projections)
        {
            if ((await Comparison.Of(store, projection, stop)).Differing == 0) continue;
            var rebuilt = await new Rebuild(store).Run(projection, null, stop);
            log.LogInformation("{Projection} was made anew after somebody was forgotten: {Rows} rows", projection.Name, rebuilt.Rows);
        }
    }
}
