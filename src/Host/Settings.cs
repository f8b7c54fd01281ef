using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Billing.Postgres;
using Microsoft.AspNetCore.Http;

namespace Billing.Host;

/// <summary>The frame's settings. The environment wins over appsettings.json, the command line over both.</summary>
internal sealed record Settings(string? ConnectionString, EmbeddedPostgresOptions Embedded, string Url, string? DashboardFolder, string SecurityContact)
{
    public static IConfigurationRoot Read(string[] args) => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
        .AddEnvironmentVariables()
        .AddCommandLine([.. args.Where(arg => arg.Contains('=', StringComparison.Ordinal))])
        .Build();

    public static Settings From(IConfiguration configuration) => new(
        configuration.GetConnectionString("Billing") is { Length: > 0 } given ? given : null,
        new EmbeddedPostgresOptions { Directory = configuration["Data:Directory"] ?? ".data", MaxConnections = Number(configuration, "Data:MaxConnections", 100, 20, 10_000) },
        configuration["ASPNETCORE_URLS"] ?? configuration["Urls"] ?? string.Create(CultureInfo.InvariantCulture, $"http://localhost:{Number(configuration, "PORT", 5080, 0, 65_535)}"),
        configuration["Dashboard:Folder"],
        configuration["Security:Contact"] ?? "mailto:security@example.test");

    /// <summary>Before anything is started: whether somebody else listens where we are to listen.</summary>
    /// <exception cref="SettingsException">The port is taken, or may not be used by this account.</exception>
    public void RequireFreePort()
    {
        foreach (var address in Url.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(BindingAddress.Parse).Where(address => address is { IsUnixPipe: false, Port: > 0 }))
        {
            try
            {
                using var listener = new TcpListener(IPAddress.TryParse(address.Host, out var ip) ? ip : address.Host == "localhost" ? IPAddress.Loopback : IPAddress.Any, address.Port);
                listener.Start();
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                throw new SettingsException($"Port {address.Port} is taken by another program: stop it, or choose another port with PORT={address.Port + 1}.");
            }
            catch (SocketException denied) when (denied.SocketErrorCode == SocketError.AccessDenied)
            {
                throw new SettingsException($"This account may not listen on port {address.Port}: choose one above 1023 with PORT=5080.");
            }
        }
    }

    private static int Number(IConfiguration configuration, string name, int usual, int least, int most) => configuration[name] switch
    {
        null or "" => usual,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        var text => throw new SettingsException($"{name.Replace(":", "__", StringComparison.Ordinal)} is '{text}'; it must be a whole number from {least} to {most}."),
    };
}
