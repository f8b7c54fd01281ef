using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Billing.Web;

/// <summary>A setting is missing or makes no sense; the start ends with its sentence.</summary>
/// <param name="message">Which setting, and what to write.</param>
public sealed class SettingsException(string message) : Exception(message);

/// <summary>How settings are read.</summary>
public static class SettingsWords
{
    /// <summary>A setting that is a whole number.</summary>
    /// <param name="configuration">Where it stands.</param>
    /// <param name="name">Its name, <c>:</c> between its parts.</param>
    /// <param name="usual">What it is when nobody says anything.</param>
    /// <param name="least">The smallest it may be.</param>
    /// <param name="most">The largest it may be.</param>
    /// <exception cref="SettingsException">It is none, or out of range.</exception>
    public static int Whole(this IConfiguration configuration, string name, int usual, int least, int most) => configuration[name] switch
    {
        null or "" => usual,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        var text => throw new SettingsException($"{name.Replace(":", "__", StringComparison.Ordinal)} is '{text}'; it must be a whole number from {least} to {most}."),
    };
}
