using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Something that happened to an import of clients.</summary>
internal abstract record ClientImportEvent;

/// <summary>A cell of the list was put right while it was looked at, before it was taken.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Column">The sheet's own name of the column.</param>
[Event("invoicing.client_cell_corrected")]
internal sealed record ClientCellCorrected(int Line, string Column) : ClientImportEvent;

/// <summary>A list of clients was taken over. What it made and changed carries its id as correlation.</summary>
/// <param name="FileName">The name of the file as it was sent.</param>
/// <param name="Accepted">Lines that made or changed a client.</param>
/// <param name="Unchanged">Lines that said what was known already, repeated ones included.</param>
/// <param name="Rejected">Lines that could not be read.</param>
[Event("invoicing.clients_imported")]
internal sealed record ClientsImported(string FileName, int Accepted, int Unchanged, int Rejected) : ClientImportEvent;

/// <summary>The import was taken back, but for what people had changed or billed since.</summary>
/// <param name="Undone">Clients that are as they were before, or archived where the import had made them.</param>
/// <param name="Kept">Clients that stay as they are.</param>
[Event("invoicing.client_import_undone")]
internal sealed record ClientImportUndone(int Undone, int Kept) : ClientImportEvent;

/// <summary>One taking-over of a list of clients, as a whole undoable.</summary>
internal sealed record ClientImport(bool IsUndone) : IAggregate<ClientImport>
{
    public static string Alias => "invoicing.client_import";

    public static ClientImport Initial { get; } = new(false);

    /// <summary>The correlation of everything an import writes.</summary>
    public static string Correlation(Guid id) => "invoicing.client_import:" + id;

    public ClientImport Apply(object happened) => happened switch
    {
        ClientCellCorrected or ClientsImported => this,
        ClientImportUndone => this with { IsUndone = true },
        _ => throw new UnknownEventException(nameof(ClientImport), happened),
    };
}

/// <summary>An import as the list of imports shows it.</summary>
internal sealed record ClientImportRow(Guid Id, string FileName, DateTimeOffset TakenAt, string TakenBy, int Accepted, int Unchanged, int Rejected, DateTimeOffset? UndoneAt, long Version);

internal sealed class ClientImportRows : Projection<ClientImportRow>
{
    public ClientImportRows() : base("invoicing.client_imports", new RowTable<ClientImportRow>("invoicing_client_imports"), Lifecycle.Inline, inlineStream: ClientImport.Alias)
    {
        CoversAll<ClientImportEvent>();
        Uses<ClientsImported>((_, e, at) => new ClientImportRow(at.StreamId, e.FileName, at.At, at.Recorded.Actor.Name, e.Accepted, e.Unchanged, e.Rejected, null, at.Version));
        Ignores<ClientCellCorrected>();
        Uses<ClientImportUndone>((row, _, at) => row! with { UndoneAt = at.At, Version = at.Version });
    }
}
