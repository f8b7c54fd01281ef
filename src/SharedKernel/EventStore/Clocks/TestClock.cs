using Npgsql;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>An organisation's clock in test mode.</summary>
/// <param name="At">What it shows, UTC.</param>
/// <param name="Target">Where it is on its way to; null: it stands.</param>
/// <param name="Open">Messages that are due by it and not yet handled; until there is none, it does not move on.</param>
/// <param name="Trouble">The type of one of those that failed and is tried again; null: none did. Why is an operator's to know.</param>
public sealed record TestClock(DateTimeOffset At, DateTimeOffset? Target, long Open, string? Trouble)
{
    private const string Look = """
        select c.at, c.target, m.open, m.trouble
        from tenant_clocks c cross join (
            select count(*) as open, min(type) filter (where error is not null) as trouble from messages where tenant_id = $1 and clock_due is not null and handled_at is null and dead_at is null and due < 'infinity') m
        where c.tenant_id = $1
        """;

    // What waits already waits for the clock from now on, unless it is due in everybody's time ($3) or is of a module that goes by that ($4). Jobs are planned anew by the clock, beside those that lie ahead.
    private const string Take = """
        update messages set clock_due = due, due = case when due <= greatest($2, $3) then least(due, $3) else 'infinity' end
        where tenant_id = $1 and handled_at is null and dead_at is null and clock_due is null and split_part(type, '.', 1) <> all ($4)
        """;

    private const string Set = "insert into tenant_clocks (tenant_id, at) values ($1, $2)";

    private const string Send = "update tenant_clocks set target = $2, stride = $3 where tenant_id = $1 and at < $2";

    /// <summary>The clock of a session's organisation; null: it has none. From then on this node goes by what it shows, as the others do within a second.</summary>
    public static async Task<TestClock?> Of(Session session, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(session);
        var found = await session.Read<TestClock?>(Look, [], async reader => await reader.ReadAsync(stop)
            ? new(MomentAt(reader, 0), reader.IsDBNull(1) ? null : MomentAt(reader, 1), reader.GetInt64(2), TextAt(reader, 3))
            : null, stop);
        if (found is not null) session.Store.Clocks.Heard(session.Tenant, found.At);
        return found;
    }

    /// <summary>A moment in UTC, cut to the microseconds that Postgres keeps.</summary>
    public static DateTimeOffset Cut(DateTimeOffset moment) => new(moment.UtcTicks - (moment.UtcTicks % 10), TimeSpan.Zero);

    /// <summary>From the commit of the work on its organisation goes by a clock that stands at a moment. It cannot be taken away again.</summary>
    /// <param name="work">Of the organisation.</param>
    /// <param name="at">What the clock shows first, UTC.</param>
    /// <param name="everybodys">The modules that go by everybody's time all the same: what waits of theirs waits on as it did.</param>
    public static void Begin(Work work, DateTimeOffset at, IEnumerable<string> everybodys)
    {
        ArgumentNullException.ThrowIfNull(work);
        work.Also(new Statement(Set, Moment(at)));
        work.Also(new Statement(Take, Moment(at), Moment(work.Session.Store.Now()), Texts(everybodys)));
    }

    /// <summary>With the commit of the work the clock sets out for a moment: everything that is due on the way happens in order, each at its own time.</summary>
    /// <param name="work">Of the organisation.</param>
    /// <param name="target">Where it stops, UTC.</param>
    /// <param name="stride">How often jobs come on the way, counted back from the target; null: as they do, at most hourly. Messages that are no jobs come at their time all the same.</param>
    public static void MoveTo(Work work, DateTimeOffset target, TimeSpan? stride = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        work.Also(new Statement(Send, Moment(target), SpanOrNull(stride)));
    }
}
