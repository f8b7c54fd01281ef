using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Billing.EventStore;
using Billing.Postgres;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Host;

/// <summary>The frame's settings. The environment wins over appsettings.json, the command line over both.</summary>
internal sealed record Settings(string? ConnectionString, EmbeddedPostgresOptions Embedded, string Url, string? DashboardFolder, string SecurityContact, Organisation Organisation, MasterKeys? Keys)
{
    private static readonly string[] SignUps = ["Open", "Invite", "Closed"];

    /// <summary>How long the audit trail is shown.</summary>
    public AuditRetention AuditRetention { get; init; } = new(7);

    /// <summary>Where people reach the product; null: where it listens.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>What is different of a server that follows the database; null: there is none.</summary>
    public string? Replica { get; init; }

    /// <summary>Host names that are answered; <c>*</c> for any.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = ["*"];

    public static IConfigurationRoot Read(string[] args) => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
        .AddEnvironmentVariables()
        .AddCommandLine([.. args.Where(arg => arg.Contains('=', StringComparison.Ordinal))])
        .Build();

    public static Settings From(IConfiguration configuration)
    {
        RequireCultures();
        if (configuration["Signup"] is { Length: > 0 } signUp && !SignUps.Contains(signUp, StringComparer.OrdinalIgnoreCase)) throw new SettingsException($"Signup is '{signUp}'; write Open, Invite or Closed.");
        var settings = Values(configuration);
        return settings with { Hosts = HostsFrom(configuration["AllowedHosts"], settings) };
    }

    private static Settings Values(IConfiguration configuration) => new(
        ConnectionStringFrom("Billing", configuration.GetConnectionString("Billing")),
        new EmbeddedPostgresOptions { Directory = configuration["Data:Directory"] ?? ".data", MaxConnections = configuration.Whole("Data:MaxConnections", 100, 20, 10_000) },
        Said(configuration["ASPNETCORE_URLS"]) ?? Said(configuration["Urls"]) ?? string.Create(CultureInfo.InvariantCulture, $"http://localhost:{configuration.Whole("PORT", 5080, 0, 65_535)}"),
        configuration["Dashboard:Folder"],
        configuration["Security:Contact"] ?? "mailto:security@example.test",
        OrganisationFrom(configuration.GetSection("Organisation")),
        MasterKeyFile.From(configuration))
    {
        Replica = ConnectionStringFrom("Replica", configuration.GetConnectionString("Replica")),
        AuditRetention = new(configuration.Whole("Audit:RetentionYears", 7, 1, 100)),
        PublicAddress = Said(configuration["Public:Address"]) switch
        {
            null => null,
            var text when Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri is { Query: "", Fragment: "", UserInfo: "" } => uri,
            var text => throw new SettingsException($"Public__Address is '{text}'; write where people reach the product, such as https://billing.example.test."),
        },
    };

    private static string? ConnectionStringFrom(string name, string? given)
    {
        if (string.IsNullOrEmpty(given)) return null;
        try
        {
            return new Npgsql.NpgsqlConnectionStringBuilder(given).ConnectionString;
        }
        catch (ArgumentException unreadable)
        {
            throw new SettingsException($"ConnectionStrings__{name} cannot be read: {unreadable.Message.TrimEnd('.')}. Write Host=…;Username=…;Password=…;Database=….");
        }
    }

    /// <summary>Bound to loopback, the product answers to the names of loopback only; elsewhere a proxy in front chooses, unless the setting does.</summary>
    private static string[] HostsFrom(string? given, Settings settings)
    {
        if (!string.IsNullOrWhiteSpace(given)) return given.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var loopback = Addresses(settings.Url).All(address => address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
        return !loopback ? ["*"] : ["localhost", "*.localhost", "127.0.0.1", "[::1]", .. settings.PublicAddress is { } known ? [known.Host] : Array.Empty<string>()];
    }

    private static List<BindingAddress> Addresses(string urls)
    {
        try
        {
            return [.. urls.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(BindingAddress.Parse)];
        }
        catch (FormatException)
        {
            throw new SettingsException($"The address '{urls}' cannot be read; write one such as http://localhost:5080 (ASPNETCORE_URLS, Urls).");
        }
    }

    /// <summary>Amounts and dates are written by the rules of countries; without ICU .NET knows none.</summary>
    private static void RequireCultures()
    {
        if (!IsLocale("de-DE")) throw new SettingsException("The data of languages and countries (ICU) are missing or switched off: install libicu (apt-get install libicu-dev), and leave DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset.");
    }

    /// <summary>Before anything is started: whether somebody else listens where we are to listen.</summary>
    /// <exception cref="SettingsException">The port is taken, or may not be used by this account.</exception>
    public void RequireFreePort()
    {
        foreach (var address in Addresses(Url).Where(address => address is { IsUnixPipe: false, Port: > 0 }))
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

    /// <summary>Until people can sign in, the product works for the one organisation that the settings name.</summary>
    private static Organisation OrganisationFrom(IConfigurationSection section)
    {
        var (key, zone, locale, currency) = (section["Key"] ?? "main", section["TimeZone"] ?? "UTC", section["Locale"] ?? "en-US", section["Currency"] ?? "USD");
        return new Organisation(
            key.Length is > 0 and <= 100 && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? new TenantId(key) : throw new SettingsException($"Organisation__Key is '{key}'; it takes 1 to 100 lower-case letters, digits and hyphens."),
            section["Name"] ?? "My organisation",
            TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : throw new SettingsException($"Organisation__TimeZone is '{zone}'; write a zone such as Europe/Berlin."),
            IsLocale(locale) ? locale : throw new SettingsException($"Organisation__Locale is '{locale}'; write a locale such as en-US or de-DE."),
            Currency.TryParse(currency, out var money) ? money : throw new SettingsException($"Organisation__Currency is '{currency}'; write three letters such as EUR."));
    }

    private static bool IsLocale(string name)
    {
        try
        {
            return name.Length > 0 && CultureInfo.GetCultureInfo(name, predefinedOnly: true).Name == name;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Null also when it is set to nothing, as <c>docker compose</c> does with a variable that has no value.</summary>
    private static string? Said(string? text) => text is { Length: > 0 } ? text : null;
}
