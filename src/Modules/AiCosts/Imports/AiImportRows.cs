using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>An import of usage as the list shows it.</summary>
internal sealed record AiImportRow(Guid Id, string FileName, string Format, DateTimeOffset TakenAt, string TakenBy, int Accepted, int Unchanged, int Rejected, DateTimeOffset? UndoneAt, long Version);

internal sealed class AiImportRows : Projection<AiImportRow>
{
    public AiImportRows() : base("aicosts.imports", new RowTable<AiImportRow>("ai_imports"), Lifecycle.Inline, inlineStream: AiImport.Alias)
    {
        CoversAll<AiImportEvent>();
        Uses<AiFileTaken>((_, e, at) => new AiImportRow(at.StreamId, e.FileName, e.Format.ToString().ToLowerInvariant(), at.At, at.Recorded.Actor.Name, e.Accepted, e.Unchanged, e.Rejected, null, at.Version));
        Uses<AiImportUndone>((row, _, at) => row! with { UndoneAt = at.At, Version = at.Version });
    }
}
