using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Billing.EventStore;
using Billing.Facilities;
using Billing.Testing;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Billing.Host.Tests.Facilities;

/// <summary>Two back offices on one database, on Wednesday 2025-11-19, each with a product process of its own.</summary>
public abstract class Office : IAsyncLifetime
{
    private TestDatabase? _database;

    /// <summary>The office under test.</summary>
    private protected Api Ours { get; private set; } = null!;

    /// <summary>Another organisation in the same database.</summary>
    private protected Api Theirs { get; private set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await Migrated.Database(new FacilitiesModule());
        Ours = await Api.Start(_database.ConnectionString, "ours");
        Theirs = await Api.Start(_database.ConnectionString, "theirs");
    }

    public async ValueTask DisposeAsync()
    {
        await Ours.DisposeAsync();
        await Theirs.DisposeAsync();
        await _database!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static byte[] Tracker => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "facilities-tracker.csv"));

    private protected async Task<string> Table(string sql)
    {
        await using var connection = await Connect();
        await using var command = new NpgsqlCommand($"select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from ({sql}) t", connection);
        return (string)(await command.ExecuteScalarAsync(Stop))!;
    }

    /// <summary>Does to the tables what the product does only in a moment that no test can hit.</summary>
    private protected async Task Write(string sql)
    {
        await using var connection = await Connect();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }

    private async Task<NpgsqlConnection> Connect()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database!.ConnectionString) { SearchPath = "billing" }.ConnectionString);
        await connection.OpenAsync(Stop);
        return connection;
    }
}

/// <summary>The product over HTTP as one organisation.</summary>
internal sealed class Api : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private Api(WebApplication app)
    {
        _app = app;
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };
    }

    public static async Task<Api> Start(string connectionString, string organisation, DateOnly? today = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Secrets:MasterKey"] = "CAESGyAnMDlCS1Rdam94gYqTnKWut8DJ0tvk7fb/CBE=",
            ["Urls"] = "http://127.0.0.1:0", ["Logging:LogLevel:Default"] = "None", ["Organisation:Key"] = organisation, ["Organisation:TimeZone"] = "America/New_York",
        }).Build();
        var settings = Settings.From(configuration);
        var facilities = new FacilitiesModule();
        var app = Product.Build([new OneOrganisation(settings.Organisation), facilities], configuration, settings, connectionString, null, new Clock(today ?? new DateOnly(2025, 11, 19)));
        await app.Services.GetRequiredService<Migrations>().Apply(CancellationToken.None);
        await facilities.Welcome(app.Services.GetRequiredService<EventStore.EventStore>().Open(settings.Organisation.Tenant, Actor.System), CancellationToken.None);
        await app.StartAsync();
        return new Api(app);
    }

    public Task<Reply> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Reply> Post(string path, object? body = null, params (string, string)[] headers) => Send(HttpMethod.Post, path, body, headers);

    public Task<Reply> Put(string path, object body, params (string, string)[] headers) => Send(HttpMethod.Put, path, body, headers);

    public Task<Reply> Delete(string path, params (string, string)[] headers) => Send(HttpMethod.Delete, path, null, headers);

    public async Task<Reply> Send(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is byte[] file) request.Content = new ByteArrayContent(file) { Headers = { { "Content-Type", file is [(byte)'P', (byte)'K', ..] ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv" } } };
        else if (body is HttpContent content) request.Content = content;
        else if (body is not null) request.Content = new StringContent(body as string ?? System.Text.Json.JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return new Reply(answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), answer.Headers.ETag?.Tag, answer.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>Opens a group, monthly on a day, in arrears.</summary>
    public async Task<string> Group(string name = "Alabama", int day = 1, int terms = 30) =>
        (await Post("/api/facility-groups", new { name, schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = day }, paymentTermsDays = terms })).Ok(201)["id"]!.GetValue<string>();

    public async Task<string> Facility(string groupId, string name = "Meadow Health") => (await Post("/api/facilities", new { name, groupId })).Ok(201)["id"]!.GetValue<string>();

    public async Task<JsonNode> Record(string facilityId, string from, string through, object? more = null)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        (body["facilityId"], body["from"], body["through"]) = (facilityId, from, through);
        var reply = await Post("/api/billing-records", body.ToJsonString());
        return reply.Ok((int)reply.Status is 200 ? 200 : 201);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }
}

/// <summary>An answer.</summary>
internal sealed record Reply(HttpStatusCode Status, byte[] Body, string? ETag, string? MediaType)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Body)!;

    public JsonNode Ok(int status = 200)
    {
        Assert.True((int)Status == status, $"{(int)Status} instead of {status}: {Text}");
        return Json;
    }

    /// <summary>Done, and nothing to say of it.</summary>
    public void Done() => Assert.True(Status == HttpStatusCode.NoContent, $"{(int)Status} instead of 204: {Text}");

    public JsonNode Refused(string code, int status = 422)
    {
        Assert.True((int)Status == status, $"{(int)Status} instead of {status}: {Text}");
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal(code, Json["code"]!.GetValue<string>());
        return Json;
    }
}

internal static class JsonReading
{
    public static string Text(this JsonNode? node, string path) => path.Split('.').Aggregate(node, (n, step) => int.TryParse(step, CultureInfo.InvariantCulture, out var i) ? n![i] : n![step])?.ToString() ?? "";
}
