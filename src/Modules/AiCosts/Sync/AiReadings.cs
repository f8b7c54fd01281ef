using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>Something that was read of an account.</summary>
internal abstract record AiReadingsEvent;

/// <summary>A window of a report was read to its last page and brought something new. What it told takes the place of all that was told of these stretches before.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Report">Which, as the provider's reader calls it.</param>
/// <param name="From">The first day asked for, UTC.</param>
/// <param name="Until">The day behind the last.</param>
/// <param name="Hash">Over all that was told: the same hash is the same answer.</param>
/// <param name="Preliminary">Whether a day in it is not closed yet.</param>
/// <param name="Recorded">So many records are new.</param>
/// <param name="Restated">So many are told otherwise than before.</param>
/// <param name="Withdrawn">So many are told no more.</param>
[Event("aicosts.window_read")]
internal sealed record AiWindowRead(Guid Account, string Report, DateOnly From, DateOnly Until, string Hash, bool Preliminary, int Recorded, int Restated, int Withdrawn) : AiReadingsEvent;

/// <summary>What was read of an account. Its version is what two readers at once would fight for: the later one loses, and writes nothing.</summary>
internal sealed record AiReadings(int Windows) : IAggregate<AiReadings>
{
    public static string Alias => "aicosts.readings";

    public static AiReadings Initial { get; } = new(0);

    /// <summary>The one stream of an account.</summary>
    public static Guid Id(Guid account) => AiHash.Id($"aicosts.readings {account}");

    public AiReadings Apply(object happened) => happened switch
    {
        AiWindowRead => new(Windows + 1),
        _ => throw new UnknownEventException(nameof(AiReadings), happened),
    };
}
