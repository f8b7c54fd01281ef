using System.Text.Json;

namespace Billing.EventStore;

/// <summary>An event on its way from one log to another: as stored, but with the words about people open, because keys stay where they are.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="StreamType">The aggregate's alias.</param>
/// <param name="Version">Its number in the stream, from 1.</param>
/// <param name="Id">UUID version 7.</param>
/// <param name="Type">The event's alias, of today.</param>
/// <param name="At">Time of recording, UTC.</param>
/// <param name="By">Who did it.</param>
/// <param name="Address">Source address, where there was one.</param>
/// <param name="RequestId">The request that caused it, where there was one.</param>
/// <param name="CorrelationId">Ties together everything that one outside act set off.</param>
/// <param name="CausationId">The event or message that directly caused it.</param>
/// <param name="Data">The event's JSON.</param>
public sealed record MovedEvent(Guid Stream, string StreamType, long Version, Guid Id, string Type, DateTimeOffset At, Actor By, string? Address, string? RequestId, string? CorrelationId, string? CausationId, JsonElement Data);

/// <summary>An event cannot be taken over into another log; nothing was written.</summary>
public sealed class NotMovableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What would have been taken over is not what it was; nothing was written.</summary>
public sealed class NotAlikeException(IReadOnlyList<RowDifference> differences) : Exception($"{differences.Count} cells differ.")
{
    /// <summary>Where, at least one.</summary>
    public IReadOnlyList<RowDifference> Differences { get; } = differences;
}
