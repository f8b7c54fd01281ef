using System.Text.Json.Serialization;
using Billing.EventStore;
using Npgsql;

namespace Billing.Support;

/// <summary>A pass over a system outside; in addresses a run.</summary>
[JsonConverter(typeof(TypedIdConverter<PassId>))]
internal readonly record struct PassId(Guid Value) : ITypedId<PassId>
{
    public static PassId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out PassId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A pass that is not over.</summary>
internal sealed record OpenPass(Guid Id, Guid Connection, bool Whole, int Step, int Tries);

/// <summary>A pass as the diary lists it.</summary>
/// <param name="Cause">asked: somebody did; due: its time had come; nightly: everything is looked at; nudged: the system said that something happened.</param>
/// <param name="Whole">Whether everything was looked at; else what was changed since the pass before.</param>
/// <param name="State">waiting, running, done, stopped.</param>
/// <param name="BegunAt">UTC.</param>
/// <param name="EndedAt">Null while it goes on.</param>
/// <param name="DueAt">Of one that waits: when it goes on.</param>
/// <param name="Pages">Lists that were asked for.</param>
/// <param name="Rows">Different records that they told of.</param>
/// <param name="Stored">Of these, records that are kept here.</param>
/// <param name="Added">Records that are new here.</param>
/// <param name="Changed">Records that were told otherwise than before.</param>
/// <param name="LeftAlone">Fields that were told otherwise and stay, because a person said them.</param>
/// <param name="Elsewhere">Records of other mailboxes.</param>
/// <param name="Gone">Records that are not there any more: the system was asked for each.</param>
/// <param name="Rejected">Records that cannot be taken.</param>
/// <param name="Warnings">Records that were taken, and somebody is to look at.</param>
/// <param name="Trouble">Why it stopped, or waits; null: it did not.</param>
/// <param name="Said">The same as a sentence.</param>
/// <param name="UndoneAt">When somebody took it back; null: nobody did.</param>
internal sealed record PassPage(
    PassId Id, string Cause, bool Whole, string State, DateTimeOffset BegunAt, DateTimeOffset? EndedAt, DateTimeOffset DueAt, int Pages, int Rows, int Stored, int Added, int Changed, int LeftAlone, int Elsewhere, int Gone, int Rejected, int Warnings, string? Trouble,
    string? Said, DateTimeOffset? UndoneAt);

/// <summary>It is time for a step of a pass.</summary>
internal sealed record PassDue(Guid Pass);

/// <summary>How much a pass did, to be added up.</summary>
internal sealed record PassCounts(int Added = 0, int Changed = 0, int LeftAlone = 0, int Rejected = 0, int Warnings = 0);

/// <summary>Passes, in their table: what begins them, what they come to, what the diary shows.</summary>
internal static class SourcePasses
{
    /// <summary>The message that a pass goes on by.</summary>
    public const string Message = "support.pass_due";

    /// <summary>What a pass as the diary lists it is made of.</summary>
    public const string Columns = "id, cause, whole, state, begun_at, ended_at, due_at, pages, rows, stored, added, changed, left_alone, elsewhere, gone, rejected, warnings, trouble, said, undone_at";

    /// <summary>How many columns that are.</summary>
    public const int Width = 20;

    private const string BeginSql = """
        insert into support_passes (tenant_id, id, connection_id, cause, whole, state, begun_at, due_at) values ($1, $2, $3, $4, $5, 'waiting', $6, $6)
        on conflict (tenant_id, connection_id) where ended_at is null do nothing
        """;

    private const string OpenSql = "select id, connection_id, whole, step, tries from support_passes where tenant_id = $1 and id = $2 and ended_at is null";

    private const string RunningSql = "update support_passes set state = 'running', trouble = null, said = null where tenant_id = $1 and id = $2 and ended_at is null";

    private const string WaitSql = "update support_passes set state = 'waiting', due_at = $3, trouble = $4, said = $5, tries = tries + 1, step = step + 1 where tenant_id = $1 and id = $2";

    private const string CountSql = "update support_passes set added = added + $3, changed = changed + $4, left_alone = left_alone + $5, rejected = rejected + $6, warnings = warnings + $7 where tenant_id = $1 and id = $2";

    private const string DoneSql = "update support_passes set state = 'done', ended_at = $3, pages = $4, rows = $5, stored = $6, elsewhere = $7, gone = $8, mark = $9, trouble = null, said = null where tenant_id = $1 and id = $2 and ended_at is null";

    private const string StopSql = "update support_passes set state = 'stopped', ended_at = $3, trouble = $4, said = $5 where tenant_id = $1 and id = $2 and ended_at is null";

    // What says it was changed after the pass began must not hide from later ones what is changed until then.
    private const string MarkSql = "select max(least(mark, begun_at)) from support_passes where tenant_id = $1 and connection_id = $2 and state = 'done' and mark is not null";

    /// <summary>Begins a pass if, and only if, none of the connection is open, wherever it runs.</summary>
    /// <returns>The open one.</returns>
    public static async Task<PassPage> Begin(Session session, Guid connection, string cause, bool whole, CancellationToken stop)
    {
        while (true)
        {
            if (await Open(session, connection, stop) is { } running) return running;
            var (id, work) = (session.NewId(), session.Begin());
            work.Also(new Statement(BeginSql, Id(id), Id(connection), Text(cause), new NpgsqlParameter<bool> { TypedValue = whole }, Moment(work.At)));
            work.Send(Message, new PassDue(id), key: $"{id}/0"); // of one that another was quicker than nobody finds a row
            await work.Commit();
            if (await Find(session, connection, id, stop) is { } begun) return begun;
        }
    }

    /// <summary>A pass of a connection; null when there is none.</summary>
    public static Task<PassPage?> Find(Session session, Guid connection, Guid id, CancellationToken stop) =>
        session.Read($"select {Columns} from support_passes where tenant_id = $1 and connection_id = $2 and id = $3", [Id(connection), Id(id)], async row => await row.ReadAsync(stop) ? Page(row) : null, stop);

    /// <summary>A pass that is to go on; null when it is over.</summary>
    public static Task<OpenPass?> Load(Session session, Guid id, CancellationToken stop) =>
        session.Read(OpenSql, [Id(id)], async row => await row.ReadAsync(stop) ? new OpenPass(row.GetGuid(0), row.GetGuid(1), row.GetBoolean(2), row.GetInt32(3), row.GetInt32(4)) : null, stop);

    /// <summary>The last change that passes of a connection know of; null: none was finished.</summary>
    public static Task<DateTimeOffset?> Mark(Session session, Guid connection, CancellationToken stop) =>
        session.Read(MarkSql, [Id(connection)], async row => await row.ReadAsync(stop) && !row.IsDBNull(0) ? row.GetFieldValue<DateTimeOffset>(0) : (DateTimeOffset?)null, stop);

    public static Statement Running(Guid id) => new(RunningSql, Id(id));

    public static Statement Wait(Guid id, DateTimeOffset until, SourceStopped why) => new(WaitSql, Id(id), Moment(until), Text(why.Code), Text(why.Message));

    public static Statement Count(Guid id, PassCounts counts) => new(CountSql, Id(id), Number(counts.Added), Number(counts.Changed), Number(counts.LeftAlone), Number(counts.Rejected), Number(counts.Warnings));

    public static Statement Done(Guid id, DateTimeOffset at, PassSum sum) =>
        new(DoneSql, Id(id), Moment(at), Number(sum.Pages), Number(sum.Rows), Number(sum.Stored), Number(sum.Elsewhere), Number(sum.Gone), sum.Mark is { } mark ? Moment(mark) : new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });

    public static Statement Stop(Guid id, DateTimeOffset at, string trouble, string said) => new(StopSql, Id(id), Moment(at), Text(trouble), Text(said));

    /// <summary>A pass as the diary lists it, from a row that selects <see cref="Columns"/>.</summary>
    public static PassPage Page(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetString(1), row.GetBoolean(2), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4), row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5), row.GetFieldValue<DateTimeOffset>(6), row.GetInt32(7), row.GetInt32(8),
        row.GetInt32(9), row.GetInt32(10), row.GetInt32(11), row.GetInt32(12), row.GetInt32(13), row.GetInt32(14), row.GetInt32(15), row.GetInt32(16), row.IsDBNull(17) ? null : row.GetString(17), row.IsDBNull(18) ? null : row.GetString(18),
        row.IsDBNull(19) ? null : row.GetFieldValue<DateTimeOffset>(19));

    internal static NpgsqlParameter<Guid> Id(Guid id) => new() { TypedValue = id };

    internal static NpgsqlParameter<int> Number(int number) => new() { TypedValue = number };

    internal static NpgsqlParameter<string> Text(string text) => new() { TypedValue = text };

    internal static NpgsqlParameter<DateTime> Moment(DateTimeOffset moment) => new() { TypedValue = moment.UtcDateTime };

    private static Task<PassPage?> Open(Session session, Guid connection, CancellationToken stop) =>
        session.Read($"select {Columns} from support_passes where tenant_id = $1 and connection_id = $2 and ended_at is null", [Id(connection)], async row => await row.ReadAsync(stop) ? Page(row) : null, stop);
}

/// <summary>What a pass came to.</summary>
/// <param name="Mark">The last change that it knows of.</param>
internal sealed record PassSum(int Pages, int Rows, int Stored, int Elsewhere, int Gone, DateTimeOffset? Mark);
