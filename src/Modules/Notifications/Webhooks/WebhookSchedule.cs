using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Billing.Notifications;

/// <summary>When what failed is tried again.</summary>
internal static class WebhookSchedule
{
    /// <summary>An address that takes nothing for so long is told of nothing more.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(5);

    /// <summary>From how many failures in a row on an address is left alone for a while.</summary>
    public const int RestsFrom = 3;

    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestAskedFor = TimeSpan.FromDays(1);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>The pause after an attempt, a fifth more or less; null after the last one. The same whoever asks: it depends on the delivery alone.</summary>
    /// <param name="delivery">Which.</param>
    /// <param name="attempt">1 for the first.</param>
    public static TimeSpan? After(Guid delivery, int attempt) => attempt <= Pauses.Length ? Pauses[attempt - 1] * (0.8 + (0.4 * Share(delivery, attempt))) : null;

    /// <summary>How long an address is left alone after so many failures in a row: not at all at first, then 5 s, 10 s, 20 s … at most five minutes.</summary>
    public static TimeSpan Rest(int failures) => failures < RestsFrom ? TimeSpan.Zero : Pauses[0] * Math.Pow(2, Math.Min(failures - RestsFrom, 10)) is var rest && rest < LongestRest ? rest : LongestRest;

    /// <summary>How long an answer asks to be left alone for (<c>Retry-After</c>, seconds or a date), at most a day; null when it does not say.</summary>
    public static TimeSpan? Asked(string? retryAfter, DateTimeOffset now)
    {
        TimeSpan? wait = null;
        if (decimal.TryParse(retryAfter, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)) wait = TimeSpan.FromSeconds((double)Math.Min(Math.Ceiling(seconds), (decimal)LongestAskedFor.TotalSeconds));
        else if (DateTimeOffset.TryParseExact(retryAfter, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) wait = moment - now;
        return wait is not { } asked ? null : asked < TimeSpan.Zero ? TimeSpan.Zero : asked < LongestAskedFor ? asked : LongestAskedFor;
    }

    /// <summary>From 0 to 1, evenly over deliveries.</summary>
    private static double Share(Guid delivery, int attempt)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{delivery:n}/{attempt}")), hash);
        return BitConverter.ToUInt32(hash) / (double)uint.MaxValue;
    }
}
