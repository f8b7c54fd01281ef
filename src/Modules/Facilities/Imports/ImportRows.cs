using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>An import as the list of imports shows it.</summary>
internal sealed record ImportRow(Guid Id, string FileName, DateTimeOffset TakenAt, string TakenBy, int Accepted, int Unchanged, int Rejected, DateTimeOffset? UndoneAt, long Version);

internal sealed class ImportRows : Projection<ImportRow>
{
    public ImportRows() : base("facilities.imports", new RowTable<ImportRow>("facilities_imports"), Lifecycle.Inline, inlineStream: Import.Alias)
    {
        CoversAll<ImportEvent>();
        Uses<ImportTaken>((_, e, at) => new ImportRow(at.StreamId, e.FileName, at.At, at.Recorded.Actor.Name, e.Accepted, e.Unchanged, e.Rejected, null, at.Version));
        Ignores<ImportCellCorrected>();
        Uses<ImportUndone>((row, _, at) => row! with { UndoneAt = at.At, Version = at.Version });
    }
}
