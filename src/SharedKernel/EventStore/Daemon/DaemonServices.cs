using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Billing.EventStore;

/// <summary>What the host needs besides the <see cref="EventStore"/> itself, which it registers with its database and model.</summary>
public static class DaemonServices
{
    /// <summary>
    /// Registers the <see cref="Daemon"/> as a hosted service (it starts with the host, so migrate before), <see cref="LiveChanges"/>, and what
    /// operators ask for: <see cref="StoreHealth"/>, <see cref="ProjectionsState"/>, <see cref="DeadLetters"/>, <see cref="Rebuild"/>, <see cref="Verify"/>.
    /// </summary>
    public static IServiceCollection AddDaemon(this IServiceCollection services, DaemonOptions? options = null) => services
        .AddSingleton(provider => new Daemon(provider.GetRequiredService<EventStore>(), provider.GetService<ILogger<Daemon>>(), provider, options))
        .AddHostedService(provider => provider.GetRequiredService<Daemon>())
        .AddSingleton(provider => provider.GetRequiredService<Daemon>().Live)
        .AddSingleton<StoreHealth>()
        .AddSingleton<ProjectionsState>()
        .AddSingleton<DeadLetters>()
        .AddSingleton<Rebuild>()
        .AddSingleton<Verify>();
}
