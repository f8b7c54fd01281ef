using System.Collections.Concurrent;
using System.Net;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Host;
using Billing.Testing;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Billing.Notifications.Tests;

/// <summary>The product with mail, a database of its own, and a module that wants mails to whomever a test names.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    public static readonly TenantId Acme = new("acme");
    public static readonly TenantId Globex = new("globex");
    private readonly TestDatabase _database;
    private readonly WebApplication _app;

    private PostOffice(TestDatabase database, WebApplication app, Readers readers, Lines log) => (_database, _app, Readers, Log) = (database, app, readers, log);

    public Readers Readers { get; }

    public Lines Log { get; }

    public Uri Url => new(_app.Urls.First());

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <param name="smtp">Mail__Smtp; null for none.</param>
    /// <param name="url">Where it listens.</param>
    /// <param name="post">Another post in place of the product's, made from it.</param>
    public static async Task<PostOffice> Open(string? smtp, string url = "http://127.0.0.1:0", Func<IPost, IPost>? post = null)
    {
        var (database, readers, log) = (await TestCluster.CreateDatabase(), new Readers(), new Lines());
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = url,
            ["Logging:LogLevel:Default"] = "Debug",
            ["Logging:Console:LogLevel:Default"] = "None", // the tests read the log themselves
            ["Mail:Smtp"] = smtp,
            ["Mail:From"] = "Billing <billing@example.test>",
        }).Build();
        var settings = Settings.From(configuration);
        var app = Product.Build([new OneOrganisation(settings.Organisation), new NotificationsModule(), new ReadersModule(readers, log, post)], configuration, settings, database.ConnectionString, null);
        await app.Services.GetRequiredService<Migrations>().Apply(CancellationToken.None);
        await app.StartAsync();
        return new(database, app, readers, log);
    }

    public async Task Want(TenantId tenant, Guid reader, string? key = null)
    {
        var work = Get<EventStore.EventStore>().Open(tenant, Actor.System).Begin();
        work.WantMail("readers.hello", reader, key: key);
        await work.Commit();
    }

    /// <summary>Waits until the messages are as expected: so many waiting, handled, dead.</summary>
    public async Task<string> Until(string sql, string expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var said = ""; ; await Task.Delay(20, CancellationToken.None))
        {
            said = await Ask(sql);
            if (said == expected) return said;
            if (patience.IsCancellationRequested) throw new TimeoutException($"{sql} says {said} and never {expected}; {await Ask("select coalesce(string_agg(error, ' '), '') from billing.messages")}");
        }
    }

    public Task<string> UntilHandled(int mails) => Until("select count(*)::text from billing.messages where type = 'notifications.mail_wanted' and handled_at is not null", $"{mails}");

    /// <summary>As an administrator, whom no wall stops.</summary>
    public async Task<string> Ask(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await _database.DisposeAsync();
    }
}

/// <summary>Who reads, by id; each composing makes a secret of its own.</summary>
internal sealed class Readers : IMailComposer
{
    public ConcurrentDictionary<Guid, string> Addresses { get; } = [];

    public ConcurrentQueue<(TenantId Tenant, string Secret)> Made { get; } = [];

    public string Kind => "readers.hello";

    private readonly ConcurrentDictionary<Guid, bool> _people = [];

    /// <param name="isOurs">Whether they belong to the organisation; else they are a client's.</param>
    public Guid Add(int id, string address, bool isOurs = false)
    {
        Addresses[Some.Id(id)] = address;
        _people[Some.Id(id)] = isOurs;
        return Some.Id(id);
    }

    public Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        if (!Addresses.TryGetValue(wanted.For, out var to)) return Task.FromResult<Mail?>(null);
        var secret = $"canary-{Made.Count}-{wanted.For:n}";
        Made.Enqueue((session.Tenant, secret));
        return Task.FromResult<Mail?>(Some.Mail() with { To = to, ToItsPeople = _people[wanted.For], Parts = [new MailPart.Button("Go", "/reset#" + secret)] });
    }
}

internal sealed class ReadersModule(Readers readers, ILoggerProvider log, Func<IPost, IPost>? post) : IModule, IOrganisations, IColleagues
{
    public string Name => "readers";

    public void AddToStore(StoreModel store)
    {
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IMailComposer>(readers).AddSingleton(log).AddSingleton<IOrganisations>(this).AddSingleton<IColleagues>(this);
        if (post is not null && services.Last(service => service.ServiceType == typeof(IPost)) is { ImplementationFactory: { } make }) services.AddSingleton(provider => post((IPost)make(provider)));
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
    }

    public TenantId Operator { get; } = new("main");

    public Task<IReadOnlyList<TenantId>> All(CancellationToken stop) => Task.FromResult<IReadOnlyList<TenantId>>([]);

    public Task<Organisation?> Find(TenantId tenant, CancellationToken stop) => Task.FromResult<Organisation?>(null);

    public Task<TenantId?> Called(string name, CancellationToken stop) => Task.FromResult<TenantId?>(null);

    /// <summary>Nobody arranges anything here.</summary>
    public Task<IReadOnlyList<Colleague>> WhoMay(TenantId organisation, Permission permission, CancellationToken stop) => Task.FromResult<IReadOnlyList<Colleague>>([]);
}

/// <summary>Every line of the log.</summary>
internal sealed class Lines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> All { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => All.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
