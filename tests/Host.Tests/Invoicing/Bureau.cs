using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Billing.AiCosts;
using Billing.EventStore;
using Billing.Facilities;
using Billing.Host.Tests.Facilities;
using Billing.Identity.Contracts;
using Billing.Invoicing;
using Billing.Notifications;
using Billing.Reporting;
using Billing.Subscriptions;
using Billing.Support;
using Billing.Testing;
using Billing.Usage;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Billing.Host.Tests.Invoicing;

/// <summary>Two organisations that write invoices, on one database and one product, on Wednesday 2025-11-19.</summary>
public abstract class Bureau : IAsyncLifetime
{
    private TestDatabase? _database;
    private WebApplication? _app;

    /// <summary>The organisation under test, as its owner.</summary>
    private protected Desk Ours { get; private set; } = null!;

    /// <summary>Another organisation in the same database.</summary>
    private protected Desk Theirs { get; private set; } = null!;

    private protected EventStore.EventStore Store => _app!.Services.GetRequiredService<EventStore.EventStore>();

    private protected T Asked<T>() where T : notnull => _app!.Services.GetRequiredService<T>();

    /// <summary>Their clock, which may be put forward.</summary>
    private protected Clock Clock { get; } = new(new DateOnly(2025, 11, 19));

    /// <summary>What a test needs to be set besides.</summary>
    private protected virtual Task<IReadOnlyDictionary<string, string?>> Settings() => Task.FromResult<IReadOnlyDictionary<string, string?>>(new Dictionary<string, string?>());

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(await Settings()).AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Secrets:MasterKey"] = "CAESGyAnMDlCS1Rdam94gYqTnKWut8DJ0tvk7fb/CBE=", ["Urls"] = "http://127.0.0.1:0", ["Logging:LogLevel:Default"] = "Error",
        }).Build();
        IModule[] modules = [new FacilitiesModule(), new InvoicingModule(), new UsageModule(), new SubscriptionsModule(), new AiCostsModule(), new SupportModule(), new NotificationsModule(), new ReportingModule(), new WhoeverTheySay()];
        _database = await Migrated.Database(modules);
        _app = Product.Build(modules, configuration, Billing.Host.Settings.From(configuration), _database.ConnectionString, null, Clock);
        foreach (var organisation in new[] { "ours", "theirs" })
            foreach (var module in modules) await module.Welcome(Store.Open(new TenantId(organisation), Actor.System), Stop);
        await _app.StartAsync(Stop);
        var http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };
        (Ours, Theirs) = (new Desk(http, "ours", Role.Owner), new Desk(http, "theirs", Role.Owner));
    }

    public virtual async ValueTask DisposeAsync()
    {
        Ours.Dispose();
        await _app!.DisposeAsync();
        await _database!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Issues an invoice of ours for a piece of work.</summary>
    private protected async Task<string> Issued(string client, string price, string? issueDate = null)
    {
        var id = (await Ours.Post("/api/invoices", new { clientId = client, lines = new[] { new { description = "Work", unitPrice = price } }, issueDate })).Ok(201).Text("id");
        (await Ours.Post($"/api/invoices/{id}/issue", new { })).Ok();
        return id;
    }

    /// <summary>What a client of ours has to its credit, such as <c>70.00 USD</c>; empty when nothing, or when there is more than one currency.</summary>
    private protected async Task<string> Credit(string client) => (await Ours.Get($"/api/clients/{client}/credit")).Ok()["items"]!.AsArray() is [var credit] ? $"{credit.Text("amount")} {credit.Text("currency")}" : "";

    private protected static object Usd(string amount) => new { amount, currency = "USD" };

    /// <summary>Rows of a query as text, one a line, in order.</summary>
    private protected async Task<string> Table(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database!.ConnectionString) { SearchPath = "billing" }.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand($"select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from ({sql}) t", connection);
        return (string)(await command.ExecuteScalarAsync(Stop))!;
    }

    /// <summary>Does to the tables what the product does only in a moment that no test can hit.</summary>
    private protected async Task Write(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database!.ConnectionString) { SearchPath = "billing" }.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }

    /// <summary>The aliases of what happened to one thing, in order.</summary>
    private protected async Task<string> Events(string id, string organisation = "ours") =>
        string.Join(' ', (await Table($"select lpad(version::text, 4, '0') || ' ' || type from mt_events where tenant_id = '{organisation}' and stream_id = '{id}'")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Trim('(', ')', '"').Split(' ')[1].Split('.')[1]));
}

/// <summary>One organisation's way to the product, in one role.</summary>
internal sealed record Desk(HttpClient Http, string Organisation, Role Role) : IDisposable
{
    public Desk As(Role role) => this with { Role = role };

    public Task<Reply> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Reply> Post(string path, object? body = null, params (string, string)[] headers) => Send(HttpMethod.Post, path, body, headers);

    public Task<Reply> Put(string path, object body, params (string, string)[] headers) => Send(HttpMethod.Put, path, body, headers);

    public Task<Reply> Delete(string path, params (string, string)[] headers) => Send(HttpMethod.Delete, path, null, headers);

    public async Task<Reply> Send(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add(WhoeverTheySay.Header, $"{Organisation} {Role}");
        if (body is byte[] file) request.Content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(file is [(byte)'P', (byte)'K', ..] ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv") } };
        else if (body is HttpContent content) request.Content = content;
        else if (body is not null) request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return new Reply(answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), answer.Headers.ETag?.Tag, answer.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>Adds a client.</summary>
    public async Task<JsonNode> Client(string name = "Meadow Health", object? more = null) => (await Post("/api/clients", With(more, ("name", name)))).Ok(201);

    /// <summary>Charges a client.</summary>
    public async Task<JsonNode> Charge(string clientId, string unitPrice = "100", object? more = null) => (await Post("/api/charges", With(more, ("clientId", clientId), ("unitPrice", unitPrice), ("description", "A visit")))).Ok(201);

    public void Dispose() => Http.Dispose();

    private static string With(object? more, params (string Name, string Value)[] usual)
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        foreach (var (name, value) in usual) body.TryAdd(name, value);
        return body.ToJsonString();
    }
}

/// <summary>In Identity's place: whoever asks is who the request says they are.</summary>
internal sealed class WhoeverTheySay : IModule, ICallers, IOrganisations, IColleagues
{
    public const string Header = "X-Tested-As";

    public string Name => "testing";

    public void AddToStore(StoreModel store)
    {
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<ICallers>(this).AddSingleton<IOrganisations>(this).AddSingleton<IColleagues>(this);

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
    }

    public ValueTask<Recognition> Recognise(HttpContext context)
    {
        var said = context.Request.Headers[Header].ToString().Split(' ');
        var organisation = Of(new TenantId(said[0]));
        var role = Enum.Parse<Role>(said[1]);
        return ValueTask.FromResult<Recognition>(new Caller(new Actor("person", "local", "Somebody at this machine"), organisation, Permission.Of(role), role));
    }

    public Task NoteRefusal(HttpContext context, Caller caller, Permission permission) => Task.CompletedTask;

    public TenantId Operator { get; } = new("ours");

    public Task<IReadOnlyList<TenantId>> All(CancellationToken stop) => Task.FromResult<IReadOnlyList<TenantId>>([new("ours"), new("theirs")]);

    public Task<Organisation?> Find(TenantId tenant, CancellationToken stop) => Task.FromResult<Organisation?>(Of(tenant));

    public Task<TenantId?> Called(string name, CancellationToken stop) => Task.FromResult<TenantId?>(new(name));

    /// <summary>Nobody has an address here.</summary>
    public Task<IReadOnlyList<Colleague>> WhoMay(TenantId organisation, Permission permission, CancellationToken stop) => Task.FromResult<IReadOnlyList<Colleague>>([]);

    private static Organisation Of(TenantId tenant) => new(tenant, tenant.Value, TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), "en-US", Currency.Parse("USD"));
}
