using System.Text.Json;
using Billing.EventStore;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>Where a reading goes on that was interrupted: a window with the pages that are there, and the page that is missing.</summary>
/// <param name="Report">Of the window.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">The day behind its last.</param>
/// <param name="Cursor">The page that is missing; null: the first.</param>
/// <param name="Seen">Cursors that were followed.</param>
/// <param name="Buckets">What the pages told.</param>
internal sealed record AiHalfWindow(string Report, DateOnly From, DateOnly Until, string? Cursor, IReadOnlyList<string> Seen, IReadOnlyList<AiBucket> Buckets);

/// <summary>A reading that is not over.</summary>
internal sealed record AiOpenRun(Guid Id, Guid Account, int Step, int Tries, IReadOnlyList<string> Skipped, AiHalfWindow? Half);

/// <summary>A line of the diary.</summary>
/// <param name="Id">Of the reading.</param>
/// <param name="Cause">due: its time had come; asked: somebody did.</param>
/// <param name="State">waiting, running, done, stopped.</param>
/// <param name="BegunAt">UTC.</param>
/// <param name="EndedAt">Null while it goes on.</param>
/// <param name="DueAt">Of one that waits: when it goes on.</param>
/// <param name="Windows">Windows of reports that were read to their last page.</param>
/// <param name="Pages">Answers that were taken.</param>
/// <param name="Recorded">Records that are new.</param>
/// <param name="Restated">Records that are told otherwise than before.</param>
/// <param name="Withdrawn">Records that are told no more.</param>
/// <param name="Trouble">Why it stopped, or waits; null: it did not.</param>
/// <param name="Said">The same as a sentence.</param>
/// <param name="Skipped">Reports that the account does not have.</param>
/// <param name="Warnings">What the provider told that could not be read and is not counted, as sentences.</param>
internal sealed record AiRunLine(
    AiRunId Id, string Cause, string State, DateTimeOffset BegunAt, DateTimeOffset? EndedAt, DateTimeOffset DueAt, int Windows, int Pages, int Recorded, int Restated, int Withdrawn, string? Trouble, string? Said, IReadOnlyList<string> Skipped, IReadOnlyList<string> Warnings);

/// <summary>It is time for a step of a reading.</summary>
internal sealed record AiRunDue(Guid Run);

/// <summary>Readings, in their table: what begins them, what they come to, what the diary shows.</summary>
internal static class AiRuns
{
    /// <summary>The message that a reading goes on by.</summary>
    public const string Message = "aicosts.run_due";

    private const string BeginSql = """
        insert into ai_runs (tenant_id, id, account_id, cause, state, begun_at, due_at) values ($1, $2, $3, $4, 'waiting', $5, $5)
        on conflict (tenant_id, account_id) where ended_at is null do nothing
        """;

    private const string LineColumns = "id, cause, state, begun_at, ended_at, due_at, windows, pages, recorded, restated, withdrawn, trouble, said, skipped, warnings";

    private const string OpenSql = "select id, account_id, step, tries, skipped, half from ai_runs where tenant_id = $1 and id = $2 and ended_at is null";

    private const string RunningSql = "update ai_runs set state = 'running', trouble = null, said = null where tenant_id = $1 and id = $2 and ended_at is null";

    private const string WindowSql = """
        update ai_runs set windows = windows + 1, recorded = recorded + $3, restated = restated + $4, withdrawn = withdrawn + $5, half = null, tries = 0 where tenant_id = $1 and id = $2
        """;

    private const string PageSql = "update ai_runs set pages = pages + 1 where tenant_id = $1 and id = $2";

    private const string WaitSql = "update ai_runs set state = 'waiting', due_at = $3, trouble = $4, said = $5, half = $6, tries = $7, step = step + 1 where tenant_id = $1 and id = $2";

    private const string SkipSql = "update ai_runs set skipped = skipped || $3, half = null where tenant_id = $1 and id = $2";

    // A page that is read again warns of the same again.
    private const string WarnSql = "update ai_runs set warnings = (select jsonb_agg(distinct w.sentence) from jsonb_array_elements(warnings || $3) as w (sentence)) where tenant_id = $1 and id = $2";

    private const string EndSql = "update ai_runs set state = case when $4::varchar is null then 'done' else 'stopped' end, ended_at = $3, trouble = $4, said = $5, half = null where tenant_id = $1 and id = $2 and ended_at is null";

    /// <summary>Begins a reading if, and only if, none of the account is open, wherever it runs.</summary>
    /// <returns>The open one.</returns>
    public static async Task<AiRunLine> Begin(Session session, Guid account, string cause, CancellationToken stop)
    {
        while (true)
        {
            if (await Open(session, account, stop) is { } running) return running;
            var (id, work) = (session.NewId(), session.Begin());
            work.Also(new Statement(BeginSql, Id(id), Id(account), AiUsageStatements.Text(cause), AiUsageStatements.Moment(work.At)));
            work.Send(Message, new AiRunDue(id), key: $"{id}/0"); // of one that another was quicker than nobody finds a row
            await work.Commit();
            if (await Find(session, account, id, stop) is { } begun) return begun;
        }
    }

    /// <summary>The open reading of an account; null when there is none.</summary>
    public static Task<AiRunLine?> Open(Session session, Guid account, CancellationToken stop) =>
        session.Read($"select {LineColumns} from ai_runs where tenant_id = $1 and account_id = $2 and ended_at is null", [Id(account)], async row => await row.ReadAsync(stop) ? Line(row) : null, stop);

    /// <summary>A reading of an account; null when there is none.</summary>
    public static Task<AiRunLine?> Find(Session session, Guid account, Guid id, CancellationToken stop) =>
        session.Read($"select {LineColumns} from ai_runs where tenant_id = $1 and account_id = $2 and id = $3", [Id(account), Id(id)], async row => await row.ReadAsync(stop) ? Line(row) : null, stop);

    /// <summary>A reading that is to go on; null when it is over.</summary>
    public static Task<AiOpenRun?> Load(Session session, Guid id, CancellationToken stop) => session.Read(OpenSql, [Id(id)], async row => await row.ReadAsync(stop)
        ? new AiOpenRun(row.GetGuid(0), row.GetGuid(1), row.GetInt32(2), row.GetInt32(3), Texts(row, 4), row.IsDBNull(5) ? null : JsonSerializer.Deserialize<AiHalfWindow>(row.GetString(5), AiUsageStatements.Json))
        : null, stop);

    public static Statement Running(Guid id) => new(RunningSql, Id(id));

    public static Statement Page(Guid id) => new(PageSql, Id(id));

    public static Statement Window(Guid id, int recorded, int restated, int withdrawn) => new(WindowSql, Id(id), Number(recorded), Number(restated), Number(withdrawn));

    public static Statement Wait(Guid id, DateTimeOffset until, int tries, AiReadStopped why, AiHalfWindow half) =>
        new(WaitSql, Id(id), AiUsageStatements.Moment(until), AiUsageStatements.Text(why.Code), AiUsageStatements.Text(why.Message), AiUsageStatements.Jsonb(half), Number(tries));

    public static Statement Skip(Guid id, string report) => new(SkipSql, Id(id), AiUsageStatements.Jsonb(new[] { report }));

    public static Statement Warn(Guid id, IReadOnlyList<string> sentences) => new(WarnSql, Id(id), AiUsageStatements.Jsonb(sentences));

    public static Statement End(Guid id, DateTimeOffset at, string? trouble = null, string? said = null) => new(EndSql, Id(id), AiUsageStatements.Moment(at), AiUsageStatements.Text(trouble), AiUsageStatements.Text(said));

    /// <summary>A line of the diary, from a row that selects <see cref="Columns"/>.</summary>
    public static AiRunLine Line(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetString(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3), row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4), row.GetFieldValue<DateTimeOffset>(5),
        row.GetInt32(6), row.GetInt32(7), row.GetInt32(8), row.GetInt32(9), row.GetInt32(10), row.IsDBNull(11) ? null : row.GetString(11), row.IsDBNull(12) ? null : row.GetString(12), Texts(row, 13), Texts(row, 14));

    /// <summary>What a line of the diary is made of.</summary>
    public static string Columns => LineColumns;

    private static string[] Texts(NpgsqlDataReader row, int column) => JsonSerializer.Deserialize<string[]>(row.GetString(column))!;

    private static NpgsqlParameter<Guid> Id(Guid id) => new() { TypedValue = id };

    private static NpgsqlParameter<int> Number(int number) => new() { TypedValue = number };
}
