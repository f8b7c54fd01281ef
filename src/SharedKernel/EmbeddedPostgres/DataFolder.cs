using System.Globalization;
using System.Security.Cryptography;

namespace Billing.Postgres;

/// <summary>The folder of one cluster: <c>postgres</c> (data), <c>run</c> (socket and log) and a lock that one process holds.</summary>
internal sealed class DataFolder : IDisposable
{
    /// <summary>Where root puts clusters whose own folder lies under a directory that Postgres's account may not enter, such as /root.</summary>
    private const string CommonPlace = "/var/lib/billing";

    /// <summary>A socket's path has 103 bytes on macOS and 107 on Linux; its file name takes 18 of them.</summary>
    private const int LongestSocketDirectory = 85;

    /// <summary>On a disk fuller than this Postgres cannot even write down why it does not start.</summary>
    private const long LeastSpace = 1 << 20;

    private readonly FileStream _lock;
    private readonly string _root;
    private string? _shortSocket;

    private DataFolder(string root, FileStream held)
    {
        _lock = held;
        var link = new DirectoryInfo(Path.Combine(root, "elsewhere"));
        Elsewhere = link.LinkTarget;
        _root = Elsewhere ?? root;
        Home = root;
        Account = Account.For(Data);
    }

    public string Home { get; }

    public string? Elsewhere { get; private set; }

    public Account Account { get; private set; }

    public string Data => Path.Combine(Elsewhere ?? _root, "postgres");

    public string Log => Path.Combine(Run, "postgres.log");

    public string Socket => Run.Length <= LongestSocketDirectory ? Run : _shortSocket ??= Directory.CreateTempSubdirectory("billing-pg-").FullName;

    /// <summary>The version that wrote the data; null when there are none.</summary>
    public int? Major => File.Exists(Path.Combine(Data, "PG_VERSION")) ? int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim().Split('.')[0], CultureInfo.InvariantCulture) : null;

    private string Run => Path.Combine(Elsewhere ?? _root, "run");

    public static DataFolder Open(string directory)
    {
        var root = Path.GetFullPath(directory);
        try
        {
            Directory.CreateDirectory(root);
            var held = new FileStream(Path.Combine(root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new(root, held);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new PostgresUnavailableException($"{root} belongs to another account: run as its owner, or choose another folder.", e);
        }
        catch (IOException e) when (Failures.IsDiskFull(e.Message))
        {
            throw Failures.DiskFull(root, e);
        }
        catch (IOException e)
        {
            throw new PostgresUnavailableException($"{root} is in use: another start of the product holds it.", e);
        }
    }

    /// <summary>Makes sure that Postgres's account reaches the programs and the data; moves copies to a common place when it does not.</summary>
    public PostgresBinaries Place(PostgresBinaries found)
    {
        if (Elsewhere is null && !Account.Reaches("/bin/sh", Home)) Account.Mine.Run("chmod", "a+x", Home); // enough when only this folder of ours is closed
        if (Elsewhere is null && !Account.Reaches("/bin/sh", Home))
        {
            Elsewhere = Path.Combine(CommonPlace, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)));
            Directory.CreateDirectory(Elsewhere);
            Account.Mine.Run("chmod", "a+rx", CommonPlace, Elsewhere);
            Directory.CreateSymbolicLink(Path.Combine(Home, "elsewhere"), Elsewhere);
        }
        if (Account.Reaches(found.Program("postgres"), "/")) return found;
        var native = Path.GetDirectoryName(found.Directory)!;
        var copy = Path.Combine(CommonPlace, $"programs-{found.Major}-{File.GetLastWriteTimeUtc(found.Program("postgres")).Ticks:x}");
        if (!Directory.Exists(copy))
        {
            Directory.CreateDirectory(CommonPlace);
            Account.Mine.Run("cp", "-RL", native, copy + ".part");
            Account.Mine.Run("chmod", "a+rx", CommonPlace);
            Account.Mine.Run("chmod", "-R", "a+rX", copy + ".part");
            Directory.Move(copy + ".part", copy);
        }
        return found with { Directory = Path.Combine(copy, Path.GetFileName(found.Directory)) };
    }

    /// <exception cref="PostgresUnavailableException">The disk is full.</exception>
    public void RequireSpace()
    {
        if (new DriveInfo(Elsewhere ?? _root).AvailableFreeSpace < LeastSpace) throw Failures.DiskFull(Home);
    }

    public void Initialise(PostgresBinaries binaries, bool durable)
    {
        if (Directory.Exists(Data)) Directory.Delete(Data, true);
        Directory.CreateDirectory(Data);
        Account.Own(Data);
        string[] locale = binaries.Major >= 17 ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : ["--locale=C.UTF-8"];
        var (exit, said) = Account.Run(binaries.Program("initdb"), [.. locale, "-D", Data, "-E", "UTF8", "-U", "postgres", "--auth=trust", .. durable ? (string[])[] : ["--no-sync"]]);
        if (exit == 0) return;
        Directory.Delete(Data, true);
        throw Failure("The database could not be made", said);
    }

    /// <summary>To be called when no server of ours runs: what a crash left in the socket's folder would stop the next one.</summary>
    public void PrepareRun()
    {
        Directory.CreateDirectory(Run);
        Account.Own(Run);
        if (Socket != Run) Account.Own(Socket);
        foreach (var left in Directory.GetFiles(Socket, ".s.PGSQL.*")) File.Delete(left);
        File.Delete(Log + ".1");
        if (File.Exists(Log)) File.Move(Log, Log + ".1");
    }

    public static string DataIn(string directory) => Path.Combine(new DirectoryInfo(Path.Combine(directory, "elsewhere")).LinkTarget ?? directory, "postgres");

    public (int Pid, bool Ready, string Socket)? ReadPostmaster() => ReadPostmaster(Data);

    /// <summary>What the server says of itself in postmaster.pid; null when there is no such file, or only half of it yet.</summary>
    public static (int Pid, bool Ready, string Socket)? ReadPostmaster(string data)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(data, "postmaster.pid"));
            if (lines.Length == 0 || !int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var pid)) return null;
            return (pid, lines.Length > 7 && lines[7].StartsWith("ready", StringComparison.Ordinal), lines.Length > 4 ? lines[4] : "");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// The number in postmaster.pid now belongs to somebody else's process, or to one that nobody has reaped, and Postgres would take that for
    /// a running server. The number is replaced by one that no process has, which is answered; the file stays, since it also guards against
    /// children that outlived their postmaster.
    /// </summary>
    public int DisownPostmaster()
    {
        const int nobodys = 2147483646;
        var file = Path.Combine(Data, "postmaster.pid");
        File.WriteAllLines(file, [nobodys.ToString(CultureInfo.InvariantCulture), .. File.ReadAllLines(file).Skip(1)]);
        return nobodys;
    }

    public bool LogSaysFatal() => File.Exists(Log) && File.ReadAllText(Log).Contains("FATAL:", StringComparison.Ordinal);

    public PostgresUnavailableException Failure(string what, string said) => Failures.Explain(what, said + (File.Exists(Log) ? File.ReadAllText(Log) : ""), Home, Log);

    public void Dispose()
    {
        if (_shortSocket is not null && Directory.Exists(_shortSocket)) Directory.Delete(_shortSocket, true);
        _lock.Dispose();
    }
}
