using Billing.Postgres;
using Billing.Testing;
using Npgsql;

namespace Billing.Host.Tests;

public class A_postgres_of_our_own
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task keeps_what_was_committed_through_a_restart_and_a_kill()
    {
        await using var cluster = await TestCluster.StartOwn();
        await Ask(cluster.ConnectionString, "create table kept(n int)");
        await Ask(cluster.ConnectionString, "insert into kept values (1)");
        await cluster.Postgres.Restart(Stop);
        await Ask(cluster.ConnectionString, "insert into kept values (2)");
        await cluster.Postgres.Kill();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Ask(cluster.ConnectionString, "select 1"));
        await cluster.Postgres.Restart(Stop);
        Assert.Equal(3L, await Ask(cluster.ConnectionString, "select sum(n) from kept"));
    }

    [Fact]
    public async Task is_started_again_whenever_it_ends_unasked_until_the_watch_ends()
    {
        await using var cluster = await TestCluster.StartOwn();
        await Ask(cluster.ConnectionString, "create table kept as select 1 as n");
        var said = new System.Collections.Concurrent.ConcurrentQueue<string>();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var watch = cluster.Postgres.KeepRunning(said.Enqueue, enough.Token);
        for (var killed = 1; killed <= 2; killed++)
        {
            var before = cluster.Postgres.ProcessId;
            using (var postmaster = System.Diagnostics.Process.GetProcessById(before)) postmaster.Kill(); // its children outlive it for a moment
            await Until(() => cluster.Postgres.ProcessId != before && EmbeddedPostgres.FindRunning(new() { Directory = cluster.Folder }) is not null, "it runs again");
            Assert.Equal(1, await Ask(cluster.ConnectionString, "select n from kept"));
            Assert.Equal(killed, said.Count);
        }
        await enough.CancelAsync();
        await watch;
        await cluster.Postgres.Kill();
        Assert.Null(EmbeddedPostgres.FindRunning(new() { Directory = cluster.Folder }));
        Assert.Equal(2, said.Count);
    }

    [Fact]
    public async Task is_found_by_a_second_process_and_started_by_none()
    {
        await using var cluster = await TestCluster.StartOwn();
        var options = new EmbeddedPostgresOptions { Directory = cluster.Folder, Database = "test" };
        Assert.Equal(cluster.ConnectionString, EmbeddedPostgres.FindRunning(options));
        var refused = await Assert.ThrowsAsync<PostgresUnavailableException>(() => EmbeddedPostgres.Start(options, Stop));
        Assert.Contains("is in use", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task listens_on_no_port_and_lets_nobody_else_in()
    {
        await using var cluster = await TestCluster.StartOwn();
        Assert.Equal("", await Ask(cluster.ConnectionString, "show listen_addresses"));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(cluster.Postgres.SocketDirectory));
    }

    [Fact]
    public async Task starts_over_a_process_number_that_belongs_to_somebody_else_now()
    {
        await using var cluster = await TestCluster.StartOwn();
        await cluster.Postgres.Kill();
        var file = Directory.GetFiles(cluster.Postgres.Elsewhere ?? cluster.Folder, "postmaster.pid", SearchOption.AllDirectories).Single();
        var lines = await File.ReadAllLinesAsync(file, Stop);
        await File.WriteAllLinesAsync(file, [Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), .. lines.Skip(1)], Stop);
        await cluster.Postgres.Restart(Stop);
        Assert.Equal(1, await Ask(cluster.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task sorts_and_stores_all_of_unicode()
    {
        await using var cluster = await TestCluster.StartOwn();
        Assert.Equal("UTF8", await Ask(cluster.ConnectionString, "show server_encoding"));
        Assert.Equal("ÄÖ Ω 😀", await Ask(cluster.ConnectionString, "select upper('äö ω 😀')"));
    }

    [Theory]
    [InlineData("initdb: error: could not write file \"x\": No space left on device", "The disk is full")]
    [InlineData("2026 UTC [1] FATAL:  could not write lock file \"postmaster.pid\": No space left on device", "The disk is full")]
    [InlineData("2026 UTC [1] LOG:  starting\n2026 UTC [1] FATAL:  data directory has wrong ownership", "data directory has wrong ownership")]
    public void says_in_one_sentence_why_it_cannot_start(string said, string expected)
    {
        var sentence = Failures.Explain("Postgres did not start", said, "/data", "/data/log").Message;
        Assert.Contains(expected, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", sentence, StringComparison.Ordinal);
    }

    private static async Task Until(Func<bool> holds, string what)
    {
        for (var since = TimeProvider.System.GetTimestamp(); !holds(); await Task.Delay(5, Stop))
            if (TimeProvider.System.GetElapsedTime(since) > TimeSpan.FromSeconds(30)) Assert.Fail($"After 30 s still not: {what}");
    }

    private static async Task<object?> Ask(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Stop);
    }
}
