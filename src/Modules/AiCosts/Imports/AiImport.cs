using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>Something that happened to an import of usage.</summary>
internal abstract record AiImportEvent;

/// <summary>A file of usage was taken over.</summary>
/// <param name="FileName">Its name as it was sent.</param>
/// <param name="Format">How it tells.</param>
/// <param name="Accepted">Lines that made a record, or took the place of one.</param>
/// <param name="Unchanged">Lines that said what was known already.</param>
/// <param name="Rejected">Lines that could not be taken.</param>
[Event("aicosts.file_taken")]
internal sealed record AiFileTaken(string FileName, AiFileFormat Format, int Accepted, int Unchanged, int Rejected) : AiImportEvent;

/// <summary>The import was taken back.</summary>
/// <param name="Withdrawn">Records of it that count no more.</param>
/// <param name="Restored">Records whose place it had taken, and which count again.</param>
[Event("aicosts.import_undone")]
internal sealed record AiImportUndone(int Withdrawn, int Restored) : AiImportEvent;

/// <summary>How a file tells of usage.</summary>
internal enum AiFileFormat
{
    /// <summary>The product's own columns.</summary>
    Usage,

    /// <summary>FinOps Open Cost and Usage Specification.</summary>
    Focus,
}

/// <summary>One taking-over of a file of usage, as a whole undoable.</summary>
internal sealed record AiImport(bool IsUndone) : IAggregate<AiImport>
{
    public static string Alias => "aicosts.import";

    public static AiImport Initial { get; } = new(false);

    public AiImport Apply(object happened) => happened switch
    {
        AiFileTaken => this,
        AiImportUndone => new(true),
        _ => throw new UnknownEventException(nameof(AiImport), happened),
    };
}
