using System.Globalization;
using Billing.EventStore;
using Billing.Facilities;
using Billing.Identity.Contracts;
using Billing.Invoicing;
using Billing.Subscriptions;
using Billing.Support;
using Billing.Testing;
using Billing.Usage;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Billing.Host.Tests.Invoicing;

/// <summary>Products that each have a clock and a plan of their own, on one database.</summary>
public abstract class Branches : IAsyncLifetime
{
    private readonly List<WebApplication> _processes = [];
    private TestDatabase? _database;

    /// <summary>Their clocks, in the order they were started.</summary>
    private protected List<Clock> Clocks { get; } = [];

    public async ValueTask InitializeAsync() => _database = await Migrated.Database(new FacilitiesModule(), new InvoicingModule(), new UsageModule(), new SubscriptionsModule(), new SupportModule());

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
        await _database!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts another one; answers its desk of the organisation under test.</summary>
    /// <param name="day">Where its clock begins.</param>
    /// <param name="time">At which time, UTC.</param>
    /// <param name="limit">How many invoices the plan allows a month; null for any number.</param>
    private protected async Task<Desk> Start(string day = "2025-11-19", string time = "17:00", long? limit = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Secrets:MasterKey"] = "CAESGyAnMDlCS1Rdam94gYqTnKWut8DJ0tvk7fb/CBE=", ["Urls"] = "http://127.0.0.1:0", ["Logging:LogLevel:Default"] = "None",
        }).Build();
        IModule[] modules = [new FacilitiesModule(), new InvoicingModule(), new UsageModule(), new SubscriptionsModule(), new SupportModule(), new WhoeverTheySay(), new APlan(limit)];
        var clock = new Clock(DateTimeOffset.Parse($"{day}T{time}Z", CultureInfo.InvariantCulture));
        Clocks.Add(clock);
        var app = Product.Build(modules, configuration, Settings.From(configuration), _database!.ConnectionString, null, clock);
        _processes.Add(app);
        await app.Services.GetRequiredService<Migrations>().Apply(CancellationToken.None);
        await app.StartAsync();
        return new Desk(new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(2) }, "ours", Role.Owner);
    }

    /// <summary>Stops one, counted from 0 in the order they were started.</summary>
    private protected async Task Stop(int process) => await _processes[process].DisposeAsync();

    /// <summary>Asks the database as its owner, past every wall.</summary>
    private protected async Task<string> Ask(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database!.ConnectionString) { SearchPath = "billing" }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>A plan that allows so many invoices a month.</summary>
    private sealed class APlan(long? limit) : IModule, IEntitlements
    {
        public string Name => "plan";

        public long? Limit(TenantId organisation, string name) => name == "invoices_per_month" ? limit : null;

        public void AddToStore(StoreModel store)
        {
        }

        public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<IEntitlements>(this);

        public void MapEndpoints(IEndpointRouteBuilder app)
        {
        }
    }
}
