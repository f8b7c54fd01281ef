using System.Globalization;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>The body of a job's message: it says nothing but that it is time.</summary>
public sealed record JobRun;

/// <summary>
/// Something that is done again and again. Each run is a message; it plans the next in its own transaction, under a key that two runs at one
/// moment share, so that any number of nodes make one run of it. Runs missed while all nodes were down are made up for by one.
/// </summary>
/// <param name="name">Module in front: <c>facilities.reminders</c>.</param>
/// <param name="recurrence">When it comes again.</param>
/// <param name="perTenant">True: once for each tenant that has any stream. False: once, under <see cref="Nobody"/>.</param>
/// <param name="inEverybodysTime">Whether it goes by everybody's time even for organisations with a clock of their own.</param>
public abstract class Job(string name, Recurrence recurrence, bool perTenant, bool inEverybodysTime = false) : MessageHandler<JobRun>(name)
{
    /// <summary>The tenant under which jobs of the whole product run; it has no streams.</summary>
    public static TenantId Nobody { get; } = new("billing-system");

    internal Recurrence Recurrence { get; } = recurrence;

    internal bool PerTenant { get; } = perTenant;

    internal bool InEverybodysTime { get; } = inEverybodysTime;

    /// <summary>The next run after a moment. By a clock that is moved it comes at most every hour: a month is lived in a moment, and nothing is late by more.</summary>
    internal DateTimeOffset Next(DateTimeOffset after, bool byOwnClock) => Recurrence.Next(after) is var next && byOwnClock && next < Hourly.Next(after) ? Hourly.Next(after) : next;

    private static readonly Recurrence Hourly = Recurrence.Every(TimeSpan.FromHours(1));

    /// <summary>One run. What it does on the given work commits with the plan of the next.</summary>
    protected abstract Task Run(Message<JobRun> run, Work work, CancellationToken stop);

    public sealed override Task Handle(Message<JobRun> message, Work work, CancellationToken stop)
    {
        if (!InEverybodysTime && work.Session is { Clock: null, InTestMode: true }) return Task.CompletedTask; // planned before the clock began; by that it has a run ahead, too
        var clock = InEverybodysTime ? null : work.Session.Clock;
        var next = Next(clock ?? work.Session.Store.Now(), clock is not null);
        work.Send(new OutgoingMessage(Type, "{}", next, KeyOf(next, clock is not null)) { InEverybodysTime = clock is null });
        return Run(message, work, stop);
    }

    /// <summary>What keys of runs by an organisation's own clock begin with.</summary>
    internal const string Own = "own ";

    /// <summary>What runs of one moment share. The same moment comes twice to an organisation whose own clock began beside everybody's time.</summary>
    internal static string KeyOf(DateTimeOffset due, bool byOwnClock) => (byOwnClock ? Own : "") + due.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>Sees to it that each job has a run ahead of it: at the first start, for a new tenant, after a run was given up.</summary>
internal sealed class Planner(Database database, TenantClocks clocks, IReadOnlyList<Job> jobs)
{
    private const string Tenants = """
        with recursive t as (
            (select tenant_id from mt_streams order by tenant_id limit 1)
            union all select (select s.tenant_id from mt_streams s where s.tenant_id > t.tenant_id order by s.tenant_id limit 1) from t where t.tenant_id is not null)
        select tenant_id from t where tenant_id is not null
        """;

    private const string Plan_ = """
        insert into messages (tenant_id, id, type, body, key, due, created, clock_due)
        select t.tenant, t.id, $3, '{}', $4, $5, $6, $7 from unnest($1, $2) as t (tenant, id)
        where not exists (select from messages m where m.tenant_id = t.tenant and m.type = $3 and m.handled_at is null and m.dead_at is null and ($7 is null or m.clock_due <= $7))
        on conflict (tenant_id, type, key) where key is not null do nothing
        """;

    public async Task Plan(DateTimeOffset now, CancellationToken stop) => await Plan(jobs.Any(j => j.PerTenant) ? await List(database.Daemon, Tenants, reader => reader.GetString(0), stop) : [], now, stop);

    /// <summary>The same for some tenants only.</summary>
    public async Task Plan(IReadOnlyList<string> all, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var job in jobs)
        {
            var tenants = job.PerTenant ? all : [Job.Nobody.Value];
            foreach (var alike in tenants.GroupBy(tenant => job.InEverybodysTime ? null : clocks.Of(new TenantId(tenant))))
            {
                var due = job.Next(alike.Key ?? now, alike.Key is not null);
                var first = new OutgoingMessage(job.Type, "{}", due);
                if (alike.Key is { } clock) first = first.By(clock, now);
                await Ask(database.Daemon, Plan_, stop, Texts(alike), Ids(alike.Select(_ => Guid.CreateVersion7(now))), Text(job.Type), Text(Job.KeyOf(due, alike.Key is not null)), Moment(first.Due), Moment(now), MomentOrNull(first.ClockDue));
            }
        }
    }
}
