using Billing.EventStore;
using Billing.Web;

namespace Billing.Host;

/// <summary>Whether readings that may be some seconds old go to the replica, or to the database like all others.</summary>
internal sealed class ReplicaHealth(Database database) : IHealthPart
{
    public string Name => "replica";

    public async Task<Health> Check(CancellationToken stop) => await database.Replica!.IsLevel(stop) ? Health.Ok : new(HealthStatus.Degraded, $"{database.Replica.Trouble} The database itself is read.");
}
