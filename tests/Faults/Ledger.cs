using System.Collections.Concurrent;

namespace Billing.Faults;

/// <summary>What one billing record must say.</summary>
/// <param name="Version">Events of its stream.</param>
/// <param name="Billed">As text, two decimals.</param>
/// <param name="Note">Unique.</param>
internal sealed record Entry(Guid Id, Guid FacilityId, DateOnly From, long Version, string Billed, string Note)
{
    /// <summary>What it says instead if a command that nobody asked about again took effect; null when every answer is known.</summary>
    public Entry? Else { get; init; }
}

/// <summary>What the product acknowledged, and so must hold exactly once.</summary>
internal sealed class Ledger
{
    /// <summary>Name by id.</summary>
    public ConcurrentDictionary<Guid, string> Facilities { get; } = [];

    public ConcurrentDictionary<Guid, Entry> Records { get; } = [];

    /// <summary>Begins every text that was refused.</summary>
    public const string Never = "never: ";
}
