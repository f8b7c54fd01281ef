using Billing.AiCosts;
using Billing.EventStore;
using Billing.Facilities;
using Billing.Host.Tests.Facilities;
using Billing.Identity;
using Billing.Invoicing;
using Billing.Reporting;
using Billing.Subscriptions;
using Billing.Support;
using Billing.Usage;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Billing.Host.Tests.Identity;

/// <summary>A product process.</summary>
internal sealed class Running(WebApplication app, Clock clock, Post post) : IAsyncDisposable
{
    internal static readonly string MasterKey = EventStore.MasterKey.New().Reveal();

    public Clock Clock => clock;

    public Post Post => post;

    public IServiceProvider Services => app.Services;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 100 }) { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };

    public static async Task<Running> Start(string connectionString, string signUp, long? requestsPerMinute, HashingCost? cost, DateTimeOffset? begins = null, IReadOnlyDictionary<string, string?>? configured = null, ILoggerProvider? hearing = null)
    {
        var (clock, post) = (begins is { } moment ? new Clock(moment) : new Clock(), new Post(requestsPerMinute, cost, hearing));
        var app = Build(connectionString, clock, post, signUp, configured ?? new Dictionary<string, string?>());
        await app.StartAsync();
        return new(app, clock, post);
    }

    public static IModule[] Modules(Post post) => [post, new IdentityModule(), new FacilitiesModule(), new InvoicingModule(), new UsageModule(), new SubscriptionsModule(), new AiCostsModule(), new SupportModule(), new ReportingModule()];

    private static WebApplication Build(string connectionString, Clock clock, Post post, string signUp, IReadOnlyDictionary<string, string?> configured)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0", ["Logging:LogLevel:Default"] = "Error", ["Secrets:MasterKey"] = MasterKey, ["Signup"] = signUp,
            ["Outgoing:Allow"] = "127.0.0.1, localhost",
        }).AddInMemoryCollection(configured).Build();
        return Host.Product.Build(Modules(post), configuration, Settings.From(configuration), connectionString, null, clock);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
