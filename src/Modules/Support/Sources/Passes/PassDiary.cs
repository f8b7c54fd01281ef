using System.Text.Json;
using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Support;

/// <summary>What a line of the diary tells.</summary>
internal enum PassDid
{
    /// <summary>A record is new here.</summary>
    Added,

    /// <summary>A field was told otherwise, and is so now.</summary>
    Changed,

    /// <summary>A field was told otherwise, and stays, because a person said it.</summary>
    LeftAlone,

    /// <summary>Something was told otherwise after it was billed: nothing changed, and somebody is to look.</summary>
    Flagged,

    /// <summary>It is not there any more, or in another mailbox, and counts no longer.</summary>
    PutAway,

    /// <summary>It is there again, and counts again.</summary>
    Restored,

    /// <summary>It is not billed until a person says more.</summary>
    Held,

    /// <summary>It was taken, and somebody is to look.</summary>
    Warned,

    /// <summary>It is in a mailbox that the agent may not see: nothing is known of it.</summary>
    Hidden,

    /// <summary>It cannot be taken.</summary>
    Rejected,
}

/// <summary>What kind of thing a record became.</summary>
internal enum OutsideKind
{
    /// <summary>A request.</summary>
    Request,

    /// <summary>A project.</summary>
    Project,

    /// <summary>A hosted site.</summary>
    Site,
}

/// <summary>A line of the diary of a pass: one field, or one word about a whole record.</summary>
/// <param name="OutsideId">What the system outside calls the record; empty where that cannot be read.</param>
/// <param name="Target">The request, project or site; null: there is none.</param>
/// <param name="Field">Which field; null: the whole record is meant.</param>
/// <param name="Was">What it was; words about people are not written down.</param>
/// <param name="Became">What it is now; of one that was left alone, what the system says.</param>
/// <param name="Said">A code and a sentence, where there is more to say.</param>
internal sealed record PassLine(PassDid What, OutsideKind Kind, string OutsideId, Guid? Target, string? Field = null, string? Was = null, string? Became = null, string? Said = null);

/// <summary>Records outside that are kept here.</summary>
/// <param name="Target">What it became.</param>
/// <param name="State">here, elsewhere, gone.</param>
internal sealed record OutsideRecord(string OutsideId, Guid Target, string State)
{
    public const string Here = "here", Elsewhere = "elsewhere", Gone = "gone";
}

/// <summary>Writes and reads the diary of passes, and which records outside became what.</summary>
internal static class PassDiary
{
    // Of records that cannot be taken a thousand are written down one by one; the pass counts all of them, behind its lines.
    private const string LinesSql = """
        insert into support_pass_lines (tenant_id, pass_id, number, what, kind, outside_id, target, field, was, became, said)
        select $1, $2, (select coalesce(max(number), 0) from support_pass_lines where tenant_id = $1 and pass_id = $2) + l.number, l.what, l.kind, l.outside_id, l.target, l.field, l.was, l.became, l.said
        from (
            select r.*, count(*) filter (where r.what = 'rejected') over (order by r.number) as rejected
            from jsonb_to_recordset($3) as r (number integer, what varchar, kind varchar, outside_id varchar, target uuid, field varchar, was varchar, became varchar, said varchar)
        ) l
        where l.what <> 'rejected' or l.rejected + (select rejected from support_passes where tenant_id = $1 and id = $2) <= 1000
        """;

    private const string MoreSql = """
        insert into support_pass_lines (tenant_id, pass_id, number, what, kind, outside_id, said)
        select $1, $2, (select coalesce(max(number), 0) + 1 from support_pass_lines where tenant_id = $1 and pass_id = $2), 'rejected', $3, '', 'more-rejected: ' || (rejected - 1000) || ' more records cannot be taken.'
        from support_passes where tenant_id = $1 and id = $2 and rejected > 1000
        """;

    private const string KeepSql = """
        insert into support_outside (tenant_id, connection_id, kind, outside_id, target, state)
        select $1, $2, $3, o.outside_id, o.target, o.state from jsonb_to_recordset($4) as o (outside_id varchar, target uuid, state varchar)
        on conflict (tenant_id, connection_id, kind, outside_id) do update set target = excluded.target, state = excluded.state
        """;

    private const string KnownSql = "select outside_id, target, state from support_outside where tenant_id = $1 and connection_id = $2 and kind = $3";

    private const string ReadSql = "select what, kind, outside_id, target, field, was, became, said from support_pass_lines where tenant_id = $1 and pass_id = $2 order by number";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Statement Write(Guid pass, IReadOnlyList<PassLine> lines) => new(LinesSql, SourcePasses.Id(pass), Jsonb(lines.Index().Select(line => new
    {
        Number = line.Index + 1, What = Words.Of(line.Item.What), Kind = Words.Of(line.Item.Kind), line.Item.OutsideId, line.Item.Target, line.Item.Field, line.Item.Was, line.Item.Became, line.Item.Said,
    })));

    /// <summary>Says at the end how many records more cannot be taken than are written down.</summary>
    public static Statement More(Guid pass, OutsideKind kind) => new(MoreSql, SourcePasses.Id(pass), SourcePasses.Text(Words.Of(kind)));

    public static Statement Keep(Guid connection, OutsideKind kind, IEnumerable<OutsideRecord> records) => new(KeepSql, SourcePasses.Id(connection), SourcePasses.Text(Words.Of(kind)), Jsonb(records));

    /// <summary>The records of a connection that became something here, by what they are called outside.</summary>
    public static Task<Dictionary<string, OutsideRecord>> Known(Session session, Guid connection, OutsideKind kind, CancellationToken stop) =>
        session.Read(KnownSql, [SourcePasses.Id(connection), SourcePasses.Text(Words.Of(kind))], async row =>
        {
            var known = new Dictionary<string, OutsideRecord>(StringComparer.Ordinal);
            while (await row.ReadAsync(stop)) known[row.GetString(0)] = new(row.GetString(0), row.GetGuid(1), row.GetString(2));
            return known;
        }, stop);

    /// <summary>All lines of a pass.</summary>
    public static Task<List<PassLine>> Lines(Session session, Guid pass, CancellationToken stop) => session.Read(ReadSql, [SourcePasses.Id(pass)], async row =>
    {
        var lines = new List<PassLine>();
        while (await row.ReadAsync(stop)) lines.Add(Line(row));
        return lines;
    }, stop);

    /// <summary>A line, from a row that selects what, kind, outside_id, target, field, was, became, said.</summary>
    public static PassLine Line(NpgsqlDataReader row) => new(
        Words.Read<PassDid>(row.GetString(0)), Words.Read<OutsideKind>(row.GetString(1)), row.GetString(2), row.IsDBNull(3) ? null : row.GetGuid(3), Some(row, 4), Some(row, 5), Some(row, 6), Some(row, 7));

    private static string? Some(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static NpgsqlParameter Jsonb<T>(IEnumerable<T> rows) => new() { Value = JsonSerializer.Serialize(rows, Json), NpgsqlDbType = NpgsqlDbType.Jsonb };
}
