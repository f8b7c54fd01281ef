using System.Diagnostics;
using Billing.EventStore;
using Billing.Testing;

namespace Billing.Host.Tests;

/// <summary>What an operator meets with: a key that is missing, that makes no sense, that is another database's, and the exchange of one for another.</summary>
public class The_master_key
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_missed_before_anything_is_started()
    {
        var (exit, said) = await Run(["serve"], ("ConnectionStrings__Billing", "Host=127.0.0.1;Port=1;Username=nobody"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"));
        Assert.Equal(1, exit);
        Assert.StartsWith("There is no master key", said, StringComparison.Ordinal);
        Assert.Contains("'billing keys new'", said, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Secrets__MasterKey", "c2hvcnQ=")]
    [InlineData("Secrets__PreviousMasterKey", "no base64")]
    [InlineData("Secrets__MasterKeyFile", "/nowhere/master.key")]
    public async Task is_refused_when_it_is_none(string setting, string value)
    {
        var (exit, said) = await Run(["serve"], (setting, value));
        Assert.Equal(1, exit);
        Assert.Contains(setting, said, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_made_at_random()
    {
        var (made, again) = (await Run(["keys", "new"]), await Run(["keys", "new"]));
        Assert.Equal(0, made.Exit);
        Assert.NotNull(MasterKey.Parse(made.Said));
        Assert.NotEqual(made.Said, again.Said);
    }

    [Fact]
    public async Task is_exchanged_for_another_and_then_no_longer_fits()
    {
        await using var database = await TestCluster.CreateDatabase(Stop);
        var (first, second) = (MasterKey.New(), MasterKey.New());
        var server = ("ConnectionStrings__Billing", database.ConnectionString);
        Assert.Contains($"billing-system under {first.Id}", Squeezed((await Run(["keys", "list"], server, ("Secrets__MasterKey", first.Reveal()))).Said), StringComparison.Ordinal);

        var wrong = await Run(["keys", "list"], server, ("Secrets__MasterKey", second.Reveal()));
        Assert.Equal(1, wrong.Exit);
        Assert.Contains($"written under the master key {first.Id}; the one given is {second.Id}", wrong.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", wrong.Said, StringComparison.Ordinal);

        var rotated = await Run(["keys", "rotate"], server, ("Secrets__MasterKey", second.Reveal()), ("Secrets__PreviousMasterKey", first.Reveal()));
        Assert.Equal((0, $"1 keys are now under {second.Id}. Secrets__PreviousMasterKey is no longer needed."), rotated);
        Assert.Contains($"under {second.Id}", (await Run(["keys", "list"], server, ("Secrets__MasterKey", second.Reveal()))).Said, StringComparison.Ordinal);
        Assert.Equal(1, (await Run(["keys", "list"], server, ("Secrets__MasterKey", first.Reveal()))).Exit);
    }

    [Fact]
    public async Task opens_the_keys_that_sign_and_a_new_one_is_made_on_the_command_line()
    {
        await using var database = await TestCluster.CreateDatabase(Stop);
        var settings = new[] { ("ConnectionStrings__Billing", database.ConnectionString), ("Secrets__MasterKey", MasterKey.New().Reveal()) };
        var (first, second) = (await Run(["keys", "rotate-signing"], settings), await Run(["keys", "rotate-signing"], settings));
        Assert.Equal((0, 0), (first.Exit, second.Exit));
        Assert.Matches("^The key [A-Za-z0-9_-]{43} is published and signs access tokens from 20", first.Said);
        Assert.NotEqual(first.Said, second.Said);
        Assert.Equal(2, (await Run(["keys", "rotate-everything"], settings)).Exit);
    }

    private static string Squeezed(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Replace(" 1 under", " under", StringComparison.Ordinal);

    private static async Task<(int Exit, string Said)> Run(string[] words, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "billing.dll"), .. words]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        start.Environment["Data__Directory"] = Path.Combine(Path.GetTempPath(), "billing-test-never-made");
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop).WaitAsync(TimeSpan.FromSeconds(60), Stop);
        return (process.ExitCode, (output + await errors).Trim());
    }
}
