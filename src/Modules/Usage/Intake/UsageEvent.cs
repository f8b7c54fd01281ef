namespace Billing.Usage;

/// <summary>One use of something, as it is taken in.</summary>
/// <param name="Id">The caller's: however often it is sent, it counts once.</param>
/// <param name="Key">The id as a hash; see <see cref="UsageHash"/>.</param>
/// <param name="Content">Meter, subject, value and properties as a hash: what another event under the same id differs in.</param>
/// <param name="MeterId">The meter.</param>
/// <param name="SubjectId">Who used it, as a hash.</param>
/// <param name="Subject">Who used it.</param>
/// <param name="Value">How much; at most 12 decimal places.</param>
/// <param name="At">When, UTC, in microseconds.</param>
/// <param name="Counted">Whether the filters of the meter's version at that instant let it through.</param>
/// <param name="Dims">The values of the properties that this version groups by, a JSON list.</param>
/// <param name="Item">What a unique count counts, as a hash; null where the meter counts something else.</param>
/// <param name="Properties">A JSON object with its names in order; null without any.</param>
internal sealed record UsageEvent(
    string Id, Guid Key, long Content, Guid MeterId, Guid SubjectId, string Subject, decimal Value, DateTime At, bool Counted, string Dims, Guid? Item, string? Properties)
{
    /// <summary>The hard limits that it counts against.</summary>
    public IReadOnlyList<HardLimit> Hard { get; init; } = [];

    /// <summary>Longest id and subject, in UTF-16 units.</summary>
    public const int LongestName = 255;

    /// <summary>Longest name of a property.</summary>
    public const int LongestProperty = 100;

    /// <summary>Longest text of a property.</summary>
    public const int LongestText = 500;

    /// <summary>Most properties of an event.</summary>
    public const int MostProperties = 50;

    /// <summary>Most decimal places of a value.</summary>
    public const int MostPlaces = 12;

    /// <summary>How far ahead of the clock an event may lie.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>Before this there was nothing to bill.</summary>
    public static readonly DateTime Earliest = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
}

/// <summary>Why an event is not taken.</summary>
/// <param name="Index">Its place among the events sent, from 0.</param>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Message">What to do.</param>
/// <param name="Id">The event's id, where it could be read.</param>
/// <param name="Line">The line it stands in, from 1, where the body has lines.</param>
internal sealed record RejectedEvent(long Index, string Code, string Message, string? Id = null, int? Line = null);
