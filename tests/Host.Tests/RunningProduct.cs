using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Billing.EventStore;
using Billing.Host;
using Billing.Host.Tests;
using Billing.Testing;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(RunningProduct))]

namespace Billing.Host.Tests;

/// <summary>The product on a fresh database and a port of its own, with one more module whose endpoints take and throw anything.</summary>
public sealed class RunningProduct : IAsyncLifetime
{
    private TestDatabase? _database;
    private WebApplication? _app;

    public HttpClient Http { get; private set; } = null!;

    public Uri Address => new(_app!.Urls.First());

    public async ValueTask InitializeAsync()
    {
        _database = await TestCluster.CreateDatabase();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Secrets:MasterKey"] = EventStore.MasterKey.New().Reveal(),
            ["Logging:LogLevel:Default"] = "None",
            ["Organisation:TimeZone"] = "Pacific/Auckland",
            ["Dashboard:Folder"] = Path.Combine(AppContext.BaseDirectory, "Data", "dashboard"),
        }).Build();
        var settings = Settings.From(configuration);
        _app = Product.Build([new OneOrganisation(settings.Organisation), new AnythingModule()], configuration, settings, _database.ConnectionString, null);
        await _app.Services.GetRequiredService<Migrations>().Apply(CancellationToken.None);
        await _app.StartAsync();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app!.DisposeAsync();
        await _database!.DisposeAsync();
    }

    internal Task<HttpResponseMessage> Post(string path, string json, string type = "application/json") => Post(path, Encoding.UTF8.GetBytes(json), type);

    internal async Task<HttpResponseMessage> Post(string path, byte[] body, string type = "application/json")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await Http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    internal async Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

/// <summary>What a problem says.</summary>
internal static class ProblemReading
{
    public static async Task<JsonElement> Problem(this HttpResponseMessage answer, int status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode} instead of {status}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.EndsWith(":" + code, problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("detail").GetString()));
        return problem;
    }

    public static string[] Pointers(this JsonElement problem) => [.. problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!)];
}
