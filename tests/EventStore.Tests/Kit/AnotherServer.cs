using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Billing.Postgres;
using Npgsql;

namespace Billing.EventStore.Tests;

/// <summary>Takes a database to another server, as a restored backup: nothing of the old server's transaction numbers goes along.</summary>
internal static partial class AnotherServer
{
    private const string Tables = "select relname::text from pg_class where relnamespace = 'billing'::regnamespace and relkind = 'r' order by relname";
    private const string Sequences = "select relname::text from pg_class where relnamespace = 'billing'::regnamespace and relkind = 'S' order by relname";

    /// <summary>By pg_dump and psql; false where there are none that know the server's version.</summary>
    public static async Task<bool> Dump(string from, string to, CancellationToken stop)
    {
        await using var connection = await Open(from, stop);
        if (Programs(connection.PostgreSqlVersion.Major) is not { } programs) return false;
        var (source, target) = (new NpgsqlConnectionStringBuilder(from), new NpgsqlConnectionStringBuilder(to));
        using var dump = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"{programs}/pg_dump -h {source.Host} -p {source.Port} -U {source.Username} {source.Database} | {programs}/psql -q -o /dev/null -v ON_ERROR_STOP=1 -h {target.Host} -p {target.Port} -U {target.Username} {target.Database}"]))!;
        await dump.WaitForExitAsync(stop);
        Assert.Equal(0, dump.ExitCode);
        return true;
    }

    /// <summary>Without programs: every table by binary COPY into a database that was migrated before, and every sequence's value.</summary>
    public static async Task Copy(string from, string to, CancellationToken stop)
    {
        await using var source = await Open(from, stop);
        await using var target = await Open(to, stop);
        var tables = await List(source, Tables, stop);
        Assert.Contains("mt_events", tables);
        Assert.Equal(tables, await List(target, Tables, stop));
        await Run(target, $"set session_replication_role = replica; truncate {string.Join(", ", tables)}", stop); // rows come in any order
        foreach (var table in tables)
        {
            var columns = string.Join(", ", await List(source, $"select quote_ident(attname) from pg_attribute where attrelid = '{table}'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum", stop));
            await using var reading = await source.BeginRawBinaryCopyAsync($"copy {table} ({columns}) to stdout (format binary)", stop);
            await using var writing = await target.BeginRawBinaryCopyAsync($"copy {table} ({columns}) from stdin (format binary)", stop);
            await reading.CopyToAsync(writing, stop);
        }
        var sequences = await List(source, Sequences, stop);
        Assert.Contains("mt_events_sequence", sequences);
        foreach (var sequence in sequences)
            await Run(target, (await List(source, $"select format('select setval(%L, %s, %L)', '{sequence}', last_value, is_called) from {sequence}", stop))[0], stop);
    }

    /// <summary>The folder of a pg_dump of at least that version, with its psql.</summary>
    private static string? Programs(int major)
    {
        string[] folders = [PostgresBinaries.Find(null, null).Directory, .. Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")) : [], .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')];
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "psql")) && File.Exists(Path.Combine(folder, "pg_dump")) && VersionOf(Path.Combine(folder, "pg_dump")) >= major);
    }

    private static int VersionOf(string program)
    {
        using var asked = Process.Start(new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true })!;
        return SaidVersion().Match(asked.StandardOutput.ReadToEnd()) is { Success: true } said ? int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
    }

    private static async Task<NpgsqlConnection> Open(string connectionString, CancellationToken stop)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Search Path=billing");
        await connection.OpenAsync(stop);
        return connection;
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }

    private static async Task<List<string>> List(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var found = new List<string>();
        while (await reader.ReadAsync(stop)) found.Add(reader.GetString(0));
        return found;
    }

    [GeneratedRegex(@"\(PostgreSQL\) ([0-9]+)")]
    private static partial Regex SaidVersion();
}
