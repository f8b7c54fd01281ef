using System.Globalization;
using Npgsql;

namespace Billing.Postgres;

/// <summary>A Postgres of our own: one cluster in one folder, reached by a Unix socket that only our account can open. It ends with us.</summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private readonly EmbeddedPostgresOptions _options;
    private readonly DataFolder _folder;
    private readonly PostgresBinaries _binaries;
    private int _pid;

    private EmbeddedPostgres(EmbeddedPostgresOptions options, DataFolder folder, PostgresBinaries binaries)
    {
        _options = options;
        _folder = folder;
        _binaries = binaries;
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>The owner's way in: superuser <c>postgres</c>, database <see cref="EmbeddedPostgresOptions.Database"/>.</summary>
    public string ConnectionString => ConnectionTo(_options.Database);

    /// <summary>The folder of the socket, for <c>psql -h</c>.</summary>
    public string SocketDirectory => _folder.Socket;

    /// <summary>The server's log.</summary>
    public string LogFile => _folder.Log;

    /// <summary>The postmaster's process id.</summary>
    public int ProcessId => _pid;

    /// <summary>Where the data really lie, when our folder could not be reached by the account that runs Postgres; else null.</summary>
    public string? Elsewhere => _folder.Elsewhere;

    /// <summary>Makes the cluster when there is none, ends a postmaster that an earlier crash left behind, starts, and returns when it takes connections.</summary>
    /// <exception cref="PostgresUnavailableException">It cannot start; the message says why in one sentence.</exception>
    public static async Task<EmbeddedPostgres> Start(EmbeddedPostgresOptions options, CancellationToken stop = default)
    {
        var folder = DataFolder.Open(options.Directory);
        try
        {
            folder.RequireSpace();
            var binaries = folder.Place(PostgresBinaries.Find(options.Binaries, folder.Major));
            var postgres = new EmbeddedPostgres(options, folder, binaries);
            await postgres.EndLeftover(stop).ConfigureAwait(false);
            var fresh = folder.Major is null;
            if (fresh) folder.Initialise(binaries, options.Durable);
            await postgres.Launch(stop).ConfigureAwait(false);
            if (options.Database != "postgres") await postgres.EnsureDatabase(fresh, stop).ConfigureAwait(false);
            return postgres;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>The owner's way into another database of the cluster.</summary>
    public string ConnectionTo(string database) => ConnectionTo(_folder.Socket, database);

    /// <summary>Stops fast (sessions are cut, commits kept) and starts again, as an operator would.</summary>
    public async Task Restart(CancellationToken stop = default)
    {
        await Stop(Posix.Interrupt).ConfigureAwait(false);
        await Launch(stop).ConfigureAwait(false);
    }

    /// <summary>Ends every process of the server with SIGKILL, as a crash would. <see cref="Restart"/> brings it back through recovery.</summary>
    public async Task Kill()
    {
        Posix.Signal(_pid, Posix.KillNow);
        await EndAll(Posix.KillNow).ConfigureAwait(false);
        await Ended(_pid, _options.Patience).ConfigureAwait(false);
    }

    /// <summary>
    /// Until stopped: whenever the server has ended unasked (killed for its memory, out of disk), what it left behind is ended and it is started again.
    /// While that fails it is tried again, ever less often, up to every five seconds.
    /// </summary>
    /// <param name="say">Told in one sentence what happened.</param>
    /// <param name="stop">Ends the watch; the server stays. Await the end of the watch before disposing of the server.</param>
    public async Task KeepRunning(Action<string> say, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(say);
        for (var pause = FirstLook; ;)
        {
            await Task.Delay(pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested) return;
            if (Posix.IsServerOf(_pid, _folder.Data)) continue;
            try
            {
                say($"Postgres ended unasked and is started again (log: {LogFile}.1).");
                await EndAll(Posix.Quit).ConfigureAwait(false);
                await Launch(CancellationToken.None).ConfigureAwait(false);
                pause = FirstLook;
            }
            catch (Exception e) when (e is PostgresUnavailableException or IOException or UnauthorizedAccessException)
            {
                say(e.Message);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    /// <summary>Stops fast; with force after <see cref="EmbeddedPostgresOptions.Patience"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        await Stop(_options.Durable ? Posix.Interrupt : Posix.Quit).ConfigureAwait(false);
        _folder.Dispose();
    }

    /// <summary>The owner's way into a server that another process started in that folder; null when none runs there.</summary>
    public static string? FindRunning(EmbeddedPostgresOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return DataFolder.ReadPostmaster(DataFolder.DataIn(Path.GetFullPath(options.Directory))) is { Ready: true } found && Posix.IsRunning(found.Pid) ? ConnectionTo(found.Socket, options.Database) : null;
    }

    /// <summary>Ends at once whatever server still runs on that folder's data; for throw-away clusters whose owner is gone.</summary>
    public static void EndServersOf(string directory)
    {
        foreach (var pid in Posix.ServersOf(DataFolder.DataIn(directory))) Posix.Signal(pid, Posix.Quit);
    }

    private static string ConnectionTo(string socket, string database) => new NpgsqlConnectionStringBuilder { Host = socket, Port = 5432, Username = "postgres", Database = database }.ConnectionString;

    private async Task Launch(CancellationToken stop)
    {
        _folder.RequireSpace();
        _folder.PrepareRun();
        var earlier = _folder.ReadPostmaster()?.Pid;
        if (earlier is { } number && Posix.Exists(number)) earlier = _folder.DisownPostmaster();
        var settings = string.Join(' ', _options.AllSettings(_folder.Socket).Select(setting => $"-c '{setting.Key}={setting.Value.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
        var (exit, said) = _folder.Account.Run(_binaries.Program("pg_ctl"), "start", "-W", "-s", "-D", _folder.Data, "-l", _folder.Log, "-o", settings);
        if (exit != 0) throw _folder.Failure("Postgres did not start", said);
        var deadline = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (_folder.ReadPostmaster() is { } postmaster && postmaster.Pid != earlier)
            {
                _pid = postmaster.Pid;
                if (postmaster.Ready) return;
                if (!Posix.IsRunning(_pid)) throw _folder.Failure("Postgres ended while it started", "");
            }
            else if (_folder.LogSaysFatal())
            {
                throw _folder.Failure("Postgres did not start", "");
            }
            if (TimeProvider.System.GetElapsedTime(deadline) > _options.Patience) throw _folder.Failure($"Postgres was not ready after {_options.Patience.TotalSeconds:F0} s", "");
            await Task.Delay(5, stop).ConfigureAwait(false);
        }
    }

    private async Task EndLeftover(CancellationToken stop)
    {
        if (_folder.ReadPostmaster() is not { } left) return;
        stop.ThrowIfCancellationRequested();
        if (Posix.IsServerOf(left.Pid, _folder.Data))
        {
            _pid = left.Pid;
            await Stop(Posix.Interrupt).ConfigureAwait(false);
        }
        else
        {
            await EndAll(Posix.Quit).ConfigureAwait(false);
        }
    }

    private async Task Stop(int signal)
    {
        if (_pid == 0 || !Posix.IsServerOf(_pid, _folder.Data)) return;
        Posix.Signal(_pid, signal);
        if (await Ended(_pid, _options.Patience).ConfigureAwait(false)) return;
        Posix.Signal(_pid, Posix.Quit);
        await Ended(_pid, _options.Patience).ConfigureAwait(false);
    }

    private async Task EndAll(int signal)
    {
        var servers = Posix.ServersOf(_folder.Data);
        foreach (var pid in servers) Posix.Signal(pid, signal);
        foreach (var pid in servers) await Ended(pid, _options.Patience).ConfigureAwait(false);
    }

    private static async Task<bool> Ended(int pid, TimeSpan patience)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (Posix.IsRunning(pid))
        {
            if (TimeProvider.System.GetElapsedTime(begun) > patience) return false;
            await Task.Delay(5).ConfigureAwait(false);
        }
        return true;
    }

    private async Task EnsureDatabase(bool fresh, CancellationToken stop)
    {
        var connection = new NpgsqlConnection(ConnectionTo("postgres") + ";Pooling=false");
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(stop).ConfigureAwait(false);
            if (!fresh)
            {
                using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = _options.Database } } };
                if (await exists.ExecuteScalarAsync(stop).ConfigureAwait(false) is not null) return;
            }
            using var create = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture, $"create database \"{_options.Database.Replace("\"", "\"\"", StringComparison.Ordinal)}\""), connection);
            await create.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
        }
    }

    private void OnProcessExit(object? sender, EventArgs e)
    {
        if (_pid != 0 && Posix.IsServerOf(_pid, _folder.Data)) Posix.Signal(_pid, _options.Durable ? Posix.Interrupt : Posix.Quit);
    }
}
