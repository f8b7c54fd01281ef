using Billing.EventStore;
using Npgsql;

namespace Billing.Support;

/// <summary>A pass goes on, or begins. One message at a time is in somebody's hands, so no two processes read for the same connection.</summary>
internal sealed class When_a_pass_is_due(EventStore.EventStore store, SourceSync sync) : MessageHandler<PassDue>(SourcePasses.Message)
{
    private const string Failed = "pass-failed";

    public override int Attempts => 5;

    public override async Task Handle(Message<PassDue> message, Work work, CancellationToken stop)
    {
        var session = store.Open(message.Tenant, Actor.System);
        if (await SourcePasses.Load(session, message.Body.Pass, stop) is not { } pass) return;
        try
        {
            await sync.Step(pass, work, stop);
        }
        catch (Exception broken) when (message.Attempt >= Attempts && broken is not (OperationCanceledException or ConcurrencyException))
        {
            // The dead letter says why; a connection must not wait for it to be looked at.
            await session.Write(SourcePasses.Stop(pass.Id, session.InEverybodysTime.Now, Failed, "The product failed at this pass. The operator finds why among the dead letters."));
            throw;
        }
    }
}

/// <summary>Every five minutes: connections whose time has come are read; each night, or where a night was missed, everything is looked at.</summary>
internal sealed class SourcePassesDue(EventStore.EventStore store) : Job("support.passes_due", Recurrence.Every(TimeSpan.FromMinutes(5)), perTenant: false, inEverybodysTime: true)
{
    private const int Morning = 6;
    private static readonly TimeSpan NightApart = TimeSpan.FromHours(20);
    private static readonly TimeSpan NightMissed = TimeSpan.FromHours(30);

    // A minute early is no harm, and a whole turn late would be.
    private const string DueSql = """
        select c.tenant_id, c.id, c.time_zone, (select max(begun_at) from support_passes p where p.tenant_id = c.tenant_id and p.connection_id = c.id and p.whole and p.state = 'done'),
               not exists (select from support_passes p where p.tenant_id = c.tenant_id and p.connection_id = c.id and p.begun_at > $1 - make_interval(mins => c.every_minutes - 1))
        from support_connections c
        where c.read and not c.paused and not c.disconnected and not exists (select from support_passes p where p.tenant_id = c.tenant_id and p.connection_id = c.id and p.ended_at is null)
        order by c.tenant_id, c.id
        """;

    // Killed again and again, it never came to its end.
    private const string ForgottenSql = "update support_passes set state = 'stopped', trouble = 'pass-failed', said = 'This pass never came to its end.', ended_at = $1 where ended_at is null and due_at < $1 - interval '1 day' and begun_at < $1 - interval '1 day'";

    protected override async Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        List<(TenantId Tenant, Guid Connection, bool Whole)> due = [];
        await using (var connection = await store.Database.Daemon.OpenConnectionAsync(stop))
        {
            await using var forget = connection.CreateCommand();
            forget.CommandText = ForgottenSql;
            forget.Parameters.Add(SourcePasses.Moment(work.At));
            await forget.ExecuteNonQueryAsync(stop);
            await using var look = connection.CreateCommand();
            look.CommandText = DueSql;
            look.Parameters.Add(SourcePasses.Moment(work.At));
            await using var row = await look.ExecuteReaderAsync(stop);
            while (await row.ReadAsync(stop))
            {
                var whole = IsNight(work.At, row.GetString(2), row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3));
                if (row.GetBoolean(4)) due.Add((new TenantId(row.GetString(0)), row.GetGuid(1), whole));
            }
        }
        foreach (var (tenant, connection, whole) in due) await SourcePasses.Begin(store.Open(tenant, Actor.System).InEverybodysTime, connection, whole ? "nightly" : "due", whole, stop);
    }

    /// <summary>Whether everything is to be looked at: it is night there and none was this night, or the last one is too long ago.</summary>
    /// <param name="zone">Of the connection; empty: UTC.</param>
    /// <param name="last">When the last whole pass began; null: never.</param>
    internal static bool IsNight(DateTimeOffset now, string zone, DateTimeOffset? last) =>
        last is not { } before || now - before > NightMissed || (now - before > NightApart && TimeZoneInfo.ConvertTime(now, SourceZone.Find(zone) ?? TimeZoneInfo.Utc).Hour < Morning);
}
