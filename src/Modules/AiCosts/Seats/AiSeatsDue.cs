using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>Every hour: seats whose day has come are charged. What is charged is known by its day, so a day that was missed is made up for, and none is charged twice.</summary>
internal sealed class AiSeatsDue(EventStore.EventStore store) : Job("aicosts.seats_due", Recurrence.Every(TimeSpan.FromHours(1)), perTenant: false, inEverybodysTime: true)
{
    private const int DaysBack = 62;

    private const string DueSql = """
        select s.tenant_id, s.id from ai_seats s join ai_accounts a on a.tenant_id = s.tenant_id and a.id = s.account_id
        where not a.archived and s.from_day <= $1 and (s.until_day is null or s.until_day > $2) order by s.tenant_id, s.id
        """;

    protected override async Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(work.At.UtcDateTime);
        List<(TenantId Tenant, Guid Seats)> due = [];
        await using (var connection = await store.Database.Daemon.OpenConnectionAsync(stop))
        {
            await using var look = connection.CreateCommand();
            look.CommandText = DueSql;
            look.Parameters.Add(new Npgsql.NpgsqlParameter<DateOnly> { TypedValue = today });
            look.Parameters.Add(new Npgsql.NpgsqlParameter<DateOnly> { TypedValue = today.AddDays(-DaysBack) });
            await using var row = await look.ExecuteReaderAsync(stop);
            while (await row.ReadAsync(stop)) due.Add((new TenantId(row.GetString(0)), row.GetGuid(1)));
        }
        var since = new DateTimeOffset(today.AddDays(-DaysBack), default, TimeSpan.Zero);
        foreach (var (tenant, seats) in due)
        {
            var session = store.Open(tenant, Actor.System).InEverybodysTime;
            var rows = (await session.Streams<AiSeats>().Load(seats, stop)).State.Rows(seats, today).Where(row => row.Start >= since).ToList();
            if (rows.Count == 0 || (await AiUsageStatements.Take(session, rows)).Count == 0) continue;
            var asking = session.Begin();
            AiBudgetLooks.Ask(asking);
            await asking.Commit();
        }
    }
}
