using Billing.Documents;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>A list of clients is taken over: its good lines all together, or nothing of it.</summary>
internal sealed class ImportClients(Session session, Organisation here, CommandEdge edge, WorkProgress progress)
{
    private static readonly Refusal TakenAlready = new("import-taken", "An import with this id was taken already. Leave the id out, or make a new one.");
    private static readonly Refusal NotClean = new("lines-rejected", "Some lines cannot be taken, and you asked for all or none. Mend them, or take the good lines.");

    private async Task<IResult> Import(HttpRequest request, bool dryRun, Guid? importId, CancellationToken stop)
    {
        var (upload, wrong) = await ClientUpload.Read(request, stop);
        if (upload is null) return wrong!;
        var id = importId ?? session.NewId();
        if (importId is not null && !dryRun && (await session.Streams<ClientImport>().Load(id, stop)).Exists) return edge.Refused(TakenAlready);
        using var running = dryRun ? null : progress.Begin(session.Tenant, id, upload.FileName);
        for (var attempt = 1; ; attempt++)
        {
            if (!(await Sheet(upload, stop)).TryGet(out var sheet, out var unreadable)) return edge.Refused(unreadable);
            var answer = Answer.Of(ClientImportAnswer.Of(id, dryRun, upload.FileName, sheet));
            if (dryRun || sheet.Accepted == 0) return answer;
            if (upload.Choices.OnlyClean && sheet.RejectedLines > 0) return edge.Refused(NotClean);
            var work = await Decide(id, upload.FileName, sheet, stop);
            if (await edge.CommitUnlessLost(work, answer, attempt, stop) is { } said) return said;
            // somebody added or changed one of these clients meanwhile: read again against what is there now
        }
    }

    private async Task<Result<ClientList>> Sheet(ClientUpload upload, CancellationToken stop) =>
        ClientList.Read(upload.File, await ClientsOnRecord.All(session, stop), upload.Choices.Options, here.Currency, session.NewId);

    private async Task<Work> Decide(Guid id, string fileName, ClientList sheet, CancellationToken stop)
    {
        var work = session.Begin(ClientImport.Correlation(id));
        work.New<ClientImport>(id); // first, so that its number comes before those of everything it brings
        work.Decide<ClientImport, ClientImportEvent>(id, _ => (List<ClientImportEvent>)[.. sheet.Corrected.Select(cell => new ClientCellCorrected(cell.Line, cell.Column)), new ClientsImported(fileName, sheet.Accepted, sheet.Unchanged, sheet.RejectedLines)]);
        await work.LoadMany<Client>([.. sheet.Lines.Where(line => line.Outcome == ClientImportOutcome.Changed).Select(line => line.About!.Id.Value)], stop);
        foreach (var (done, line) in sheet.Lines.Index())
        {
            progress.Report(session.Tenant, id, 0.9 * done / sheet.Lines.Count);
            if (line.Outcome == ClientImportOutcome.Unchanged) continue;
            var client = line.About!.Id;
            if (line.Outcome == ClientImportOutcome.New) work.New<Client>(client.Value);
            if (line.Restores) work.Decide<Client, ClientEvent>(client.Value, _ => new ClientRestored());
            if (work.Decide<Client, ClientEvent>(client.Value, now => line.Details.From(now, client, line.Outcome == ClientImportOutcome.New ? here.Currency : null)) is { } refused)
                throw new InvalidOperationException($"Line {line.Line} passed as good and was refused: {refused.Sentence}");
        }
        return work;
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/clients/import", (HttpRequest request, ImportClients import, CancellationToken stop, bool dryRun = false, Guid? importId = null) => import.Import(request, dryRun, importId, stop))
            .TakesSheets<ClientImportChoices>()
            .Produces<ClientImportAnswer>().Requires(Permission.ArrangeInvoicing).WithSummary("Import clients from a spreadsheet, or see what it would do");
        app.MapPost("/api/clients/import/rejected", async (HttpRequest request, ImportClients import, CommandEdge edge, CancellationToken stop) =>
        {
            var (upload, wrong) = await ClientUpload.Read(request, stop);
            if (upload is null) return wrong!;
            if (!(await import.Sheet(upload, stop)).TryGet(out var sheet, out var unreadable)) return (IResult)edge.Refused(unreadable);
            return SheetFiles.Rejected(upload.FileName, to => RejectedLines.WriteAsync(to, sheet.Sheet, sheet.Rejected, stop: stop));
        })
        .TakesSheets<ClientImportChoices>()
        .Requires(Permission.ArrangeInvoicing).WithSummary("The lines of a list of clients that would be rejected, with the reason, to be mended");
    }
}

/// <summary>What an import of clients did, or would do.</summary>
/// <param name="Accepted">Lines that make or change a client.</param>
/// <param name="Unchanged">Lines that say what is on record already, and repeated ones.</param>
/// <param name="Rejected">Each bad cell, with line, column and reason.</param>
/// <param name="Repeated">Lines that say an earlier line again.</param>
/// <param name="Fields">What can be read.</param>
/// <param name="Mapping">Field → the column it was read from.</param>
/// <param name="Preview">The first 200 lines and every rejected one; of a dry run.</param>
internal sealed record ClientImportAnswer(
    ImportId ImportId, bool DryRun, int Accepted, int Added, int Unchanged, IReadOnlyList<RowError> Rejected, IReadOnlyList<RepeatedRow> Repeated, string FileName, IReadOnlyList<string> Fields, IReadOnlyList<string> Columns,
    IReadOnlyDictionary<string, string> Mapping, int Rows, IReadOnlyList<SheetError> Notes, IReadOnlyList<ClientPreviewLine>? Preview)
{
    private const int First = 200;

    public static ClientImportAnswer Of(Guid id, bool dryRun, string fileName, ClientList sheet) => new(
        new(id), dryRun, sheet.Accepted, sheet.Lines.Count(line => line.Outcome == ClientImportOutcome.New), sheet.Unchanged, sheet.Rejected, sheet.Repeated, fileName, [.. ClientFields.All.Select(field => field.Field.Name)], sheet.Sheet.Columns, sheet.Mapping,
        sheet.Sheet.Rows.Count, sheet.Sheet.Notes, dryRun ? [.. Lines(sheet)] : null);

    private static IEnumerable<ClientPreviewLine> Lines(ClientList sheet)
    {
        var outcomes = sheet.Lines.ToDictionary(line => line.Line, line => line.Outcome);
        foreach (var line in sheet.Repeated) outcomes[line.Line] = ClientImportOutcome.Repeated;
        foreach (var error in sheet.Rejected) outcomes[error.Line] = ClientImportOutcome.Rejected;
        ClientField[] shown = [.. ClientFields.All.Where(field => sheet.Mapping.ContainsKey(field.Field.Name))];
        return sheet.Sheet.Rows.Where((row, i) => i < First || outcomes[row.Line] == ClientImportOutcome.Rejected)
            .Select(row => new ClientPreviewLine(row.Line, shown.ToDictionary(field => field.Field.Name, field => sheet.Text(row, field)), outcomes[row.Line]));
    }
}

/// <summary>A line as the person sees it before taking it.</summary>
/// <param name="Cells">Field → the cell as it stands.</param>
internal sealed record ClientPreviewLine(int Line, IReadOnlyDictionary<string, string> Cells, ClientImportOutcome Outcome);
