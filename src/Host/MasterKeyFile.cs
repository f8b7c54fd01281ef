using Billing.EventStore;
using Billing.Web;

namespace Billing.Host;

/// <summary>Where the master key comes from: the settings; with a Postgres of our own, else, a file beside its data that the first start makes.</summary>
internal static class MasterKeyFile
{
    private const string HowTo = "make one with 'billing keys new', keep a copy of it in a safe place, and set it as Secrets__MasterKey, or its file as Secrets__MasterKeyFile";

    /// <summary>What the settings say; null when they say nothing.</summary>
    /// <exception cref="SettingsException">They say something that is no key.</exception>
    public static MasterKeys? From(IConfiguration configuration)
    {
        var text = configuration["Secrets:MasterKey"] is { Length: > 0 } given ? given : null;
        if (configuration["Secrets:MasterKeyFile"] is { Length: > 0 } file)
        {
            if (text is not null) throw new SettingsException("Both Secrets__MasterKey and Secrets__MasterKeyFile are set; one of them is enough.");
            text = Read(file, "Secrets__MasterKeyFile");
        }
        var previous = configuration["Secrets:PreviousMasterKey"] is { Length: > 0 } former ? Parse(former, "Secrets__PreviousMasterKey") : null;
        return text is null ? null : new MasterKeys(Parse(text, configuration["Secrets:MasterKey"] is { Length: > 0 } ? "Secrets__MasterKey" : "Secrets__MasterKeyFile"), previous);
    }

    /// <summary>Before anything is started: a server elsewhere needs a key from the settings.</summary>
    /// <exception cref="SettingsException">There is none.</exception>
    public static void Require(Settings settings)
    {
        if (settings.Keys is null && settings.ConnectionString is not null) throw new SettingsException($"There is no master key to seal secrets and personal data with: {HowTo}.");
    }

    /// <summary>The settings' key, the file's, or a new one, which <see cref="Keep"/> puts into the file.</summary>
    public static Settings Complete(Settings settings)
    {
        Require(settings);
        return settings.Keys is not null ? settings : settings with { Keys = new MasterKeys(File.Exists(PathOf(settings)) ? Parse(Read(PathOf(settings), PathOf(settings)), PathOf(settings)) : MasterKey.New()) };
    }

    /// <summary>Holds the key against what the database has sealed, and only then, at the first start, keeps it: readable to this account alone.</summary>
    /// <exception cref="MasterKeyException">The database was written under another.</exception>
    public static async Task Keep(Settings settings, IConfiguration configuration, KeyRing ring, CancellationToken stop)
    {
        await ring.Check(settings.Keys!, stop);
        if (From(configuration) is null && !File.Exists(PathOf(settings)))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using var file = new StreamWriter(PathOf(settings), options);
            await file.WriteLineAsync(settings.Keys!.Current.Reveal());
            await Console.Error.WriteLineAsync($"A master key was made: {Path.GetFullPath(PathOf(settings))}. Keep a copy; without it, secrets and personal data in a backup stay sealed.");
        }
        ring.Begin();
    }

    private static string PathOf(Settings settings) => Path.Combine(settings.Embedded.Directory, "master.key");

    private static string Read(string file, string setting)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception cannot) when (cannot is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The master key of {setting} cannot be read: {cannot.Message}");
        }
    }

    private static MasterKey Parse(string text, string setting) => MasterKey.Parse(text) ?? throw new SettingsException($"{setting} is no master key, which is 32 bytes in base64; {HowTo}.");
}
