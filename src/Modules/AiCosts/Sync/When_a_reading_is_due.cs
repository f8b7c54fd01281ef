using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>A reading of an account goes on, or begins. One message at a time is in somebody's hands, so no two processes read the same account.</summary>
internal sealed class When_a_reading_is_due(EventStore.EventStore store, AiSync sync) : MessageHandler<AiRunDue>(AiRuns.Message)
{
    private const string Failed = "reading-failed";

    public override int Attempts => 5;

    public override async Task Handle(Message<AiRunDue> message, Work work, CancellationToken stop)
    {
        var session = store.Open(message.Tenant, Actor.System);
        if (await AiRuns.Load(session, message.Body.Run, stop) is not { } run) return;
        try
        {
            await sync.Step(run, work, stop);
        }
        catch (Exception broken) when (message.Attempt >= Attempts && broken is not (OperationCanceledException or ConcurrencyException))
        {
            // The dead letter says why; an account must not wait for it to be looked at.
            await session.Write(AiRuns.End(run.Id, session.InEverybodysTime.Now, Failed, "The product failed at this reading. The operator finds why among the dead letters."));
            throw;
        }
    }
}

/// <summary>Every five minutes: accounts whose time has come are read.</summary>
internal sealed class AiReadingsDue(EventStore.EventStore store) : Job("aicosts.readings_due", Recurrence.Every(TimeSpan.FromMinutes(5)), perTenant: false, inEverybodysTime: true)
{
    // A minute early is no harm, and a whole turn late would be.
    private const string DueSql = """
        select a.tenant_id, a.id from ai_accounts a
        where a.credential = 'kept' and not a.paused and not a.archived
          and not exists (select from ai_runs r where r.tenant_id = a.tenant_id and r.account_id = a.id and (r.ended_at is null or r.begun_at > $1 - make_interval(mins => a.every_minutes - 1)))
        order by a.tenant_id, a.id
        """;

    // Killed again and again, it never came to its end.
    private const string ForgottenSql = "update ai_runs set state = 'stopped', trouble = 'reading-failed', said = 'This reading never came to its end.', ended_at = $1 where ended_at is null and due_at < $1 - interval '1 day' and begun_at < $1 - interval '1 day'";

    protected override async Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        List<(TenantId Tenant, Guid Account)> due = [];
        await using (var connection = await store.Database.Daemon.OpenConnectionAsync(stop))
        {
            await using var forget = connection.CreateCommand();
            forget.CommandText = ForgottenSql;
            forget.Parameters.Add(AiUsageStatements.Moment(work.At));
            await forget.ExecuteNonQueryAsync(stop);
            await using var look = connection.CreateCommand();
            look.CommandText = DueSql;
            look.Parameters.Add(AiUsageStatements.Moment(work.At));
            await using var row = await look.ExecuteReaderAsync(stop);
            while (await row.ReadAsync(stop)) due.Add((new TenantId(row.GetString(0)), row.GetGuid(1)));
        }
        foreach (var (tenant, account) in due) await AiRuns.Begin(store.Open(tenant, Actor.System).InEverybodysTime, account, "due", stop);
    }
}
