namespace Billing.EventStore;

/// <summary>Removes what is kept for thirty days only: answers under idempotency keys, and handled messages.</summary>
internal sealed class Housekeeping() : Job("store.housekeeping", Recurrence.DailyAt(new TimeOnly(3, 17), TimeZoneInfo.Utc), perTenant: false)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    protected override async Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        foreach (var (table, age) in new[] { ("idempotency_keys", "created"), ("messages", "handled_at") })
        {
            var some = $"with old as (select ctid from {table} where {age} < $1 limit 5000), gone as (delete from {table} where ctid in (select ctid from old) returning 1) select count(*) from gone";
            while (await Sql.Ask(work.Session.Store.Database.Daemon, some, stop, Sql.Moment(work.At - Kept)) is > 0L)
            {
            }
        }
    }
}
