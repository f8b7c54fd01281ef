using Billing.EventStore;

namespace Billing.Identity;

/// <summary>Removes what is good for nothing any more: tokens and links that have run out, failures that count no longer, sessions over for a year, old counts of API calls.</summary>
internal sealed class SignInsSwept() : Job("identity.sweep", Recurrence.DailyAt(new TimeOnly(3, 41), TimeZoneInfo.Utc), perTenant: false)
{
    private static readonly (string Table, string Age, TimeSpan Kept)[] Tables =
    [
        ("identity_refresh_tokens", "expires_at", TimeSpan.FromDays(1)), ("identity_links", "expires_at", TimeSpan.FromDays(30)),
        ("identity_throttle", "since", TimeSpan.FromDays(1)), ("identity_sessions", "expires_at", TimeSpan.FromDays(365)), ("identity_api_calls", "month", TimeSpan.FromDays(800)),
    ];

    protected override async Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        foreach (var (table, age, kept) in Tables)
        {
            await using var some = work.Session.Store.Database.Daemon.CreateCommand($"delete from {table} where ctid in (select ctid from {table} where {age} < $1 limit 5000)");
            some.Parameters.Add(Value.Moment(work.At - kept));
            while (await some.ExecuteNonQueryAsync(stop) > 0)
            {
            }
        }
    }
}
