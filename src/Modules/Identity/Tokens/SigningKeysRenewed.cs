using Billing.EventStore;

namespace Billing.Identity;

/// <summary>Each night: a key that has signed for a quarter of a year is followed by a new one, and keys whose tokens have all run out are destroyed.</summary>
internal sealed class SigningKeysRenewed(SigningKeys keys) : Job("identity.signing_keys", Recurrence.DailyAt(new TimeOnly(3, 29), TimeZoneInfo.Utc), perTenant: false)
{
    protected override Task Run(Message<JobRun> run, Work work, CancellationToken stop) => keys.Renew(stop);
}
