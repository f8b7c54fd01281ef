using System.Globalization;
using System.Text.RegularExpressions;
using Billing.EventStore;

namespace Billing.Bench;

/// <summary>
/// The yardsticks: pgbench scripts that send word for word what the product sends (its own constants, placeholders filled), as the same role, in one
/// round trip and one transaction (a pipeline). Beside them the least SQL that could do it by hand, by the owner, past row-level security.
/// </summary>
internal static partial class SameSql
{
    public const string Headers = """{"actor":{"kind":"person","id":"ann","name":"Ann Example"},"address":"127.0.0.1","request":"0HN7A1B2C3D4E:00000001","schema":1}""";

    public const string Data = """{"reference":"INV-2026-000123","amount":1234.56,"currency":"EUR","bookedOn":"2026-01-31"}""";

    public const string Opened = """{"owner":"Ann Example","reference":"INV-2026-000123","currency":"EUR","openedOn":"2026-01-31"}""";

    private static int _runs;

    /// <summary>Ids are built as in version 7: rising in time over all clients, then random.</summary>
    private const string NextId = """
        \set n :n + 1
        \set tenant :client_id % 2
        \set a 1000000000000000 + :run * 1000000000000 + :n * 1000 + :client_id
        \set b random(1000000000000000, 9999999999999999)
        \set c random(1000000000000000, 9999999999999999)

        """;

    private const string Id = "(:a::text || :b::text)::uuid";

    /// <summary>The parameters of <see cref="AppendStatement"/>, arrays of one.</summary>
    private static readonly Dictionary<int, string> Values = new()
    {
        [1] = ":tenant::varchar", [2] = $"array[{Id}]", [3] = "array[:expected::bigint + 1]", [4] = "array[:at::timestamptz]",
        [6] = "array[(:a::text || :c::text)::uuid]", [7] = $"array[{Id}]", [8] = "array[:expected::bigint + 1]", [9] = "array[:data::jsonb]", [10] = "array[:type::varchar]",
        [11] = "array[:at::timestamptz]", [12] = "array[:dotnet::varchar]", [13] = "array[null::varchar]", [14] = "array[null::varchar]", [15] = "array[:headers::jsonb]",
    };

    private static readonly string SetTenant = Fill(Database.SetTenantSql, new() { [1] = ":tenant::text" });

    /// <summary>One event to a new stream, as the product does it.</summary>
    public static readonly string Append = NextId + Pipeline(SetTenant, Fill(AppendStatement.Start, new(Values) { [5] = "array[:stream_type::varchar]" }));

    /// <summary>The same by hand.</summary>
    public static readonly string AppendByHand = NextId + Pipeline(
        $"insert into mt_streams (tenant_id, id, type, version, timestamp, created) values (:tenant, {Id}, :stream_type, 1, :at, :at)",
        $"insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers) values (nextval('mt_events_sequence'), (:a::text || :c::text)::uuid, {Id}, 1, :data, :type, :at, :tenant, :dotnet, :headers)");

    /// <summary>A stream's events read, then one appended at the version they end at. Each client goes round its own streams, so it knows the version.</summary>
    public static readonly string LoadAndAppend = """
        \set tenant :client_id % 2
        \set a :slice_part
        \set b 1000000000000000 + :client_id * 1000000 + :n % :each
        \set expected 20 + :n / :each
        \set c random(1000000000000000, 9999999999999999)
        \set n :n + 1

        """
        + Pipeline(SetTenant, Fill(EventReading.Stream, new() { [1] = ":tenant::varchar", [2] = Id, [3] = "0::bigint", [4] = "9223372036854775807::bigint" }))
        + Pipeline(SetTenant, Fill(AppendStatement.Continue, new(Values) { [5] = "array[:expected::bigint]" }));

    /// <summary>A thousand streams with an event each, made by the server itself.</summary>
    public static readonly string BulkByHand = NextId + "begin;\n" + $"""
        insert into mt_streams (tenant_id, id, type, version, timestamp, created) select :tenant, (:a::text || (:b::bigint / 10000 * 10000 + i)::text)::uuid, :stream_type, 1, :at, :at from generate_series(1, 1000) i;
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers)
        select nextval('mt_events_sequence'), (:a::text || (:c::bigint / 10000 * 10000 + i)::text)::uuid, (:a::text || (:b::bigint / 10000 * 10000 + i)::text)::uuid, 1, :data, :type, :at, :tenant, :dotnet, :headers from generate_series(1, 1000) i;
        """.ReplaceLineEndings(" ") + "\nend;\n";

    /// <summary>The log in pages of 5,000, and nothing done with it.</summary>
    public const string ReadPages = $"select {EventReading.Columns} from mt_events where seq_id > :n order by seq_id limit 5000;\n\\set n :n + 5000\n";

    /// <summary>What every script calls by name; each run gets a number of its own, which its ids begin with.</summary>
    public static Dictionary<string, string> Variables(int slice = 0, int each = 1) => new()
    {
        ["run"] = Text(Interlocked.Increment(ref _runs)),
        ["n"] = "0",
        ["slice_part"] = Text(SlicePart(slice)),
        ["each"] = Text(each),
        ["expected"] = "0",
        ["at"] = "2026-01-31 12:34:56.789012Z",
        ["headers"] = Headers,
        ["data"] = Data,
        ["type"] = "bench.amount_booked",
        ["dotnet"] = "Billing.Bench.AmountBooked, Billing.Bench",
        ["stream_type"] = Account.Alias,
    };

    /// <summary>The id of a prepared stream: of a slice, of a writer.</summary>
    public static Guid IdOf(int slice, int writer, int stream) => Guid.ParseExact(Text(SlicePart(slice)) + Text(StreamPart(writer, stream)), "N");

    public static long SlicePart(int slice) => 2_000_000_000_000_000 + slice;

    public static long StreamPart(int writer, int stream) => 1_000_000_000_000_000 + (writer * 1_000_000L) + stream;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Pipeline(params string[] statements) => $"\\startpipeline\n{string.Concat(statements.Select(s => s.ReplaceLineEndings(" ") + ";\n"))}\\endpipeline\n";

    private static string Fill(string sql, Dictionary<int, string> values) => Placeholder().Replace(sql, m => "(" + values[int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)] + ")");

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Placeholder();
}
