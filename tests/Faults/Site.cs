using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Billing.Postgres;
using Billing.Testing;
using Npgsql;

namespace Billing.Faults;

/// <summary>One product on an empty folder of its own, as an operator would start it, and what it has acknowledged so far.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly int _port;
    private readonly DirectoryInfo _folder;
    private readonly int? _mails;
    private Served? _product;
    private AuthenticationHeaderValue? _token;

    private Site(int port, DirectoryInfo folder, int? mails) => (_port, _folder, _mails) = (port, folder, mails);

    public Ledger Ledger { get; } = new();

    /// <summary>The facility group that everything goes into.</summary>
    public Guid Group { get; private set; }

    /// <summary>Speaks to the product; a new one after each start.</summary>
    public HttpClient Http => _product!.Http;

    public Served Product => _product!;

    /// <summary>Its running Postgres, past every wall.</summary>
    public string ConnectionString => EmbeddedPostgres.FindRunning(Embedded)!;

    public EmbeddedPostgresOptions Embedded => new() { Directory = _folder.FullName };

    private Dictionary<string, string> Environment => new()
    {
        ["ConnectionStrings__Billing"] = "", ["Data__Directory"] = _folder.FullName, ["PORT"] = _port.ToString(CultureInfo.InvariantCulture), ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{_port}", ["Limits__RequestsPerMinute"] = "1000000",
        ["Mail__Smtp"] = _mails is { } mails ? string.Create(CultureInfo.InvariantCulture, $"smtp://127.0.0.1:{mails}") : "", ["Mail__From"] = "billing@example.test", ["Egress__AllowedNetworks"] = "127.0.0.0/8",
    };

    /// <param name="port">Where it listens.</param>
    /// <param name="folder">For its data; null for a new one.</param>
    /// <param name="mails">Where its mail server listens on this machine; null for none.</param>
    public static async Task<Site> Open(int port, DirectoryInfo? folder = null, int? mails = null)
    {
        var site = new Site(port, folder ?? Directory.CreateTempSubdirectory(Leftovers.Prefix + System.Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "-"), mails);
        try
        {
            await site.Start();
            await Owner.SignIn(site.Http);
            site._token = site.Http.DefaultRequestHeaders.Authorization;
            using var opened = await site.Http.PostAsJsonAsync("/api/facility-groups", new { name = "Weekly", schedule = new { frequency = "weekly", periodRule = "arrears", dayOfWeek = "friday" } });
            site.Group = JsonElement.Parse(await opened.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).GetProperty("id").GetGuid();
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the product and waits until it is ready.</summary>
    public async Task Start()
    {
        Begin();
        await _product!.UntilItAnswers("/health/ready");
    }

    /// <summary>Starts the product and waits for nothing.</summary>
    public void Begin()
    {
        _product = Served.Begin(Repository.Host, ["serve"], _port, Environment);
        _product.Http.DefaultRequestHeaders.Authorization = _token;
    }

    /// <summary>One more process of the product on the same database.</summary>
    /// <param name="number">Which one, from 1.</param>
    public async Task<Served> Beside(int number)
    {
        var port = _port + 10 + number;
        var other = Served.Begin(Repository.Host, ["serve"], port, new Dictionary<string, string>(Environment)
        {
            ["ConnectionStrings__Billing"] = ConnectionString, ["Secrets__MasterKeyFile"] = Path.Combine(_folder.FullName, "master.key"),
            ["PORT"] = port.ToString(CultureInfo.InvariantCulture), ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
        });
        await other.UntilItAnswers("/health/ready");
        return other;
    }

    /// <summary>Ends the product's process with SIGKILL; its Postgres stays behind as an orphan.</summary>
    public Task Kill() => _product!.Kill();

    /// <summary>Ends its Postgres with SIGKILL, and waits until the product has started it again and is ready.</summary>
    public async Task KillServer()
    {
        using var postmaster = Process.GetProcessById(Servers()[0]);
        postmaster.Kill();
        await postmaster.WaitForExitAsync();
        await Product.UntilItAnswers("/health/ready");
    }

    /// <summary>The product's command line, beside it.</summary>
    public Task<(int Exit, string Said)> Command(params string[] words) => Served.Run(Repository.Host, words, Environment);

    /// <summary>Process ids of its Postgres: the postmaster, then its children.</summary>
    public int[] Servers()
    {
        var data = Path.Combine(new DirectoryInfo(Path.Combine(_folder.FullName, "elsewhere")).LinkTarget ?? _folder.FullName, "postgres");
        var postmaster = int.Parse(File.ReadLines(Path.Combine(data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        using var list = Process.Start(new ProcessStartInfo("ps", ["-A", "-o", "pid=,ppid="]) { RedirectStandardOutput = true })!;
        var all = list.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(l => (Id: int.Parse(l[0], CultureInfo.InvariantCulture), Parent: int.Parse(l[1], CultureInfo.InvariantCulture)));
        return [postmaster, .. all.Where(p => p.Parent == postmaster).Select(p => p.Id)];
    }

    /// <summary>Asks the database past every wall.</summary>
    public async Task<object?> Ask(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false;Search Path=billing");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_product is not null) await _product.DisposeAsync();
        EmbeddedPostgres.EndServersOf(_folder.FullName);
        Leftovers.Delete(_folder.FullName);
    }
}
