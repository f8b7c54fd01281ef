using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Billing.Postgres;
using Billing.Testing;

namespace Billing.Host.Tests;

/// <summary>The real program, started and stopped as an operator would.</summary>
public class The_process
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("help", 0, "dead-letters")]
    [InlineData("--help", 0, "dead-letters")]
    [InlineData("openapi --help", 0, "dead-letters")]
    [InlineData("sevre", 2, "There is no command 'sevre'")]
    public async Task answers_on_the_command_line(string words, int exit, string said)
    {
        using var process = Start(words.Split(' '), []);
        var output = await Output(process);
        Assert.Equal(exit, process.ExitCode);
        Assert.Contains(said, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_that_the_port_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var process = Start(["serve"], [("PORT", port.ToString(CultureInfo.InvariantCulture))]);
        Assert.Equal($"Port {port} is taken by another program: stop it, or choose another port with PORT={port + 1}.", (await Output(process)).Trim());
        Assert.Equal(1, process.ExitCode);
    }

    [Theory]
    [InlineData("PORT", "80x")]
    [InlineData("Organisation__TimeZone", "Mars/Olympus")]
    [InlineData("Organisation__Currency", "EURO")]
    [InlineData("Organisation__Key", "A B")]
    [InlineData("Organisation__Locale", "xx-YYYY")]
    public async Task says_which_setting_makes_no_sense(string name, string value)
    {
        using var process = Start(["serve"], [(name, value)]);
        var said = (await Output(process)).Trim();
        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith($"{name} is '{value}'", said, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "foo", "The address 'foo' cannot be read")]
    [InlineData("ConnectionStrings__Billing", "rubbish", "ConnectionStrings__Billing cannot be read")]
    [InlineData("ConnectionStrings__Billing", "Host=127.0.0.1;Prot=1", "ConnectionStrings__Billing cannot be read")]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1", "The data of languages and countries (ICU) are missing or switched off")]
    public async Task says_in_one_sentence_what_it_cannot_work_with(string name, string value, string sentence)
    {
        using var process = Start(["serve"], [(name, value)]);
        var said = (await Output(process)).Trim();
        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith(sentence, said, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_that_the_database_cannot_be_reached()
    {
        using var process = Start(["migrate"], [("ConnectionStrings__Billing", "Host=127.0.0.1;Port=1;Username=nobody")]);
        Assert.StartsWith("The database cannot be reached", await Output(process), StringComparison.Ordinal);
        Assert.Equal(1, process.ExitCode);
    }

    [Fact]
    public async Task takes_its_postgres_with_it_and_comes_back_after_a_kill()
    {
        var folder = Directory.CreateTempSubdirectory("billing-test-process-").FullName;
        try
        {
            (string, string)[] settings = [("Data__Directory", folder), ("ASPNETCORE_URLS", "http://127.0.0.1:0")];
            using (var first = Start([], settings))
            {
                await Line(first, "Billing is at http://127.0.0.1:");
                first.Kill();
                await first.WaitForExitAsync(Stop);
            }
            Assert.NotNull(EmbeddedPostgres.FindRunning(new() { Directory = folder })); // an orphan
            using var second = Start([], settings);
            var address = (await Line(second, "Billing is at ")).Split(' ')[^1];
            using var http = new HttpClient();
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(address + "/health/ready"), Stop)).StatusCode);
            var key = new FileInfo(Path.Combine(folder, "master.key"));
            Assert.NotNull(EventStore.MasterKey.Parse(await File.ReadAllTextAsync(key.FullName, Stop)));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, key.UnixFileMode);
            using (var migrate = Start(["migrate"], settings)) Assert.Contains("up to date", await Output(migrate), StringComparison.Ordinal);
            Assert.Equal(0, Command("kill", "-TERM", second.Id.ToString(CultureInfo.InvariantCulture)));
            await second.WaitForExitAsync(Stop).WaitAsync(Patience, Stop);
            Assert.Equal(0, second.ExitCode);
            Assert.Null(EmbeddedPostgres.FindRunning(new() { Directory = folder }));
        }
        finally
        {
            EmbeddedPostgres.EndServersOf(folder);
            if (new DirectoryInfo(Path.Combine(folder, "elsewhere")).LinkTarget is { } elsewhere) Command("rm", "-rf", elsewhere);
            Command("rm", "-rf", folder);
        }
    }

    internal static Process Start(string[] words, (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "billing.dll"), .. words]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        if (settings.All(setting => setting.Name != "Data__Directory")) start.Environment["Data__Directory"] = Path.Combine(Path.GetTempPath(), "billing-test-never-made");
        return Process.Start(start)!;
    }

    private static async Task<string> Output(Process process)
    {
        var errors = process.StandardError.ReadToEndAsync(Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Stop).WaitAsync(Patience, Stop);
        await process.WaitForExitAsync(Stop);
        return output + await errors;
    }

    private static async Task<string> Line(Process process, string beginning)
    {
        while (await process.StandardOutput.ReadLineAsync(Stop).AsTask().WaitAsync(Patience, Stop) is { } line)
            if (line.StartsWith(beginning, StringComparison.Ordinal)) return line;
        throw new InvalidOperationException($"It ended without saying '{beginning}': {await process.StandardError.ReadToEndAsync(Stop)}");
    }

    internal static int Command(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode;
    }
}
