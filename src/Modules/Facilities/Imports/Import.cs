using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>Something that happened to an import.</summary>
internal abstract record ImportEvent;

/// <summary>A cell of the spreadsheet was put right while it was looked at, before it was taken.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Column">The sheet's own name of the column.</param>
/// <param name="Was">What the file says.</param>
/// <param name="Became">What was read instead; empty for nothing.</param>
[Event("facilities.import_cell_corrected")]
internal sealed record ImportCellCorrected(int Line, string Column, string Was, string Became) : ImportEvent;

/// <summary>A spreadsheet was taken over. What it made and changed carries its id as correlation.</summary>
/// <param name="FileName">The name of the file as it was sent.</param>
/// <param name="Accepted">Lines that made or changed a record.</param>
/// <param name="Unchanged">Lines that said what was known already, repeated ones included.</param>
/// <param name="Rejected">Lines that could not be read.</param>
[Event("facilities.import_taken")]
internal sealed record ImportTaken(string FileName, int Accepted, int Unchanged, int Rejected) : ImportEvent;

/// <summary>The import was taken back, but for what people had changed since.</summary>
/// <param name="Undone">Records that are as they were before the import.</param>
/// <param name="Kept">Records that people had changed since; they stay.</param>
[Event("facilities.import_undone")]
internal sealed record ImportUndone(int Undone, int Kept) : ImportEvent;

/// <summary>One taking-over of a spreadsheet, as a whole undoable.</summary>
internal sealed record Import(string FileName, int Accepted, bool IsUndone) : IAggregate<Import>
{
    public static string Alias => "facilities.import";

    public static Import Initial { get; } = new("", 0, false);

    public Import Apply(object happened) => happened switch
    {
        ImportCellCorrected => this,
        ImportTaken e => this with { FileName = e.FileName, Accepted = e.Accepted },
        ImportUndone => this with { IsUndone = true },
        _ => throw new UnknownEventException(nameof(Import), happened),
    };
}

/// <summary>How events name the import they belong to.</summary>
internal static class Imports
{
    private const string Prefix = "facilities.import:";

    /// <summary>The correlation of everything an import writes.</summary>
    public static string Correlation(ImportId id) => Prefix + id.Value;

    /// <summary>The import an event belongs to; null when it belongs to none.</summary>
    public static Guid? IdIn(StoredEvent happened) =>
        happened.CorrelationId is { } correlation && correlation.StartsWith(Prefix, StringComparison.Ordinal) ? Guid.Parse(correlation[Prefix.Length..]) : null;
}
