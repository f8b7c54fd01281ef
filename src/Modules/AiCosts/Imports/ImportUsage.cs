using Billing.Documents;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>What an import of usage did, or would do.</summary>
/// <param name="Format">usage: the product's own columns; focus: FOCUS.</param>
/// <param name="Rows">Lines of the file.</param>
/// <param name="Accepted">Lines that make a record, or take the place of one.</param>
/// <param name="Replaced">Of those accepted, lines that say otherwise than before.</param>
/// <param name="Unchanged">Lines that say what is known already.</param>
/// <param name="Unpriced">Of those accepted, lines that tell tokens only, and of which the price book says nothing.</param>
/// <param name="Rejected">Each bad cell, with line, column and reason.</param>
/// <param name="Totals">What good lines cost, by currency, whether or not they change anything.</param>
internal sealed record AiImportAnswer(AiImportId ImportId, bool DryRun, string FileName, AiFileFormat Format, int Rows, int Accepted, int Replaced, int Unchanged, int Unpriced, IReadOnlyList<RowError> Rejected, IReadOnlyList<Cost> Totals);

/// <summary>A file of usage is taken over: its good lines all together. The same file again brings nothing new.</summary>
internal static class ImportUsage
{
    private const int AtOnce = 2_000;

    private const string KnownSql = "select id, detail, content from ai_usage where tenant_id = $1 and report = 'file' and account_id = any ($2) and start_at >= $3 and start_at <= $4 and withdrawn_at is null";

    private const string ToldSql = """
        select distinct account_id, (start_at at time zone 'UTC')::date from ai_usage
        where tenant_id = $1 and account_id = any ($2) and start_at >= $3 and start_at < $4 and source = 'api' and basis = 'reported' and withdrawn_at is null
        """;

    private const string ReplaceSql = "update ai_usage set withdrawn_at = $3, replaced_by = $4 where tenant_id = $1 and id = any ($2)";

    /// <summary>Imports and what takes them back, one after the other; those of two at once would not see each other.</summary>
    internal static readonly Guid TurnOfImports = new("0193e0c0-0000-7000-8000-0000000000a6");

    private static readonly Refusal TakenAlready = new("import-taken", "An import with this id was taken already. Leave the id out, or make a new one.");

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/ai/usage/import", async (HttpRequest request, Session session, AiProviders providers, CommandEdge edge, CancellationToken stop, bool dryRun = false, Guid? importId = null, AiAccountId? accountId = null) =>
        {
            var (name, file, wrong) = await Upload(request, stop);
            if (wrong is not null) return (IResult)wrong;
            var accounts = (await ListAccounts.Followed(session, stop)).ToDictionary(one => one.Id, one => new ImportableAccount(one.Id, one.Account.Provider, providers.Find(one.Account.Provider)!.Name, one.Account.Name));
            if (accountId is { } only && !accounts.ContainsKey(only.Value)) return Problems.NotFound;
            using var turn = await session.Turn(TurnOfImports, stop);
            var id = importId ?? session.NewId();
            if (importId is not null && !dryRun && (await session.Streams<AiImport>().Load(id, stop)).Exists) return edge.Refused(TakenAlready);
            if (!ImportedLines.Read(file, [.. accounts.Values], accountId?.Value, DateOnly.FromDateTime(session.Now.UtcDateTime)).TryGet(out var read, out var unreadable)) return edge.Refused(unreadable);
            read = read.But(await Doubled(session, read, stop));
            var known = await Known(session, read, stop);
            var fresh = read.Rows.Where(row => known.GetValueOrDefault(row.Record.Of.Detail!).Content != row.Content).ToList();
            Guid[] replaced = [.. fresh.Where(row => known.ContainsKey(row.Record.Of.Detail!)).Select(row => known[row.Record.Of.Detail!].Id)];
            var book = await AiPriceRows.Book(session, null, stop);
            List<AiUsageRow> rows = [.. fresh.Select(row => row.Priced(accounts[row.Account].Provider, book) with { Id = ImportedLines.Id(row.Id, id), Import = id })];
            var answer = new AiImportAnswer(new(id), dryRun, name, read.Format, read.Count, rows.Count, replaced.Length, read.Rows.Count - rows.Count, rows.Count(row => row.Unpriced is not null), read.Rejected, read.Totals);
            if (dryRun || rows.Count == 0) return TypedResults.Ok(answer);
            var work = session.Begin();
            work.New<AiImport>(id);
            work.Decide<AiImport, AiImportEvent>(id, _ => new AiFileTaken(name, read.Format, rows.Count, answer.Unchanged, read.RejectedLines));
            if (replaced.Length > 0) work.Also(new Statement(ReplaceSql, new NpgsqlParameter<Guid[]> { TypedValue = replaced }, AiUsageStatements.Moment(work.At), new NpgsqlParameter<Guid> { TypedValue = id }));
            foreach (var some in rows.Chunk(AtOnce)) work.Also(AiUsageStatements.Keep(some, work.At));
            AiBudgetLooks.Ask(work);
            return await edge.Commit(work, Answer.Of(answer), stop);
        })
        .TakesSheets()
        .Produces<AiImportAnswer>().Requires(Permission.RecordAiCosts).WithSummary("Import usage of AI services from a file, the product's own columns or FOCUS, or see what it would do");

    private static async Task<(string Name, ReadOnlyMemory<byte> File, Problem? Wrong)> Upload(HttpRequest request, CancellationToken stop)
    {
        var (name, file) = ("usage", request.Body);
        if (request.HasFormContentType)
        {
            if ((await request.ReadFormAsync(stop)).Files.GetFile("file") is not { } sent) return ("", default, Problems.BadRequest(new Fault("/file", "Send the file in the form field 'file'.")));
            (name, file) = (DownloadName.Safe(sent.FileName), sent.OpenReadStream());
        }
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        return bytes.Length > SheetOptions.DefaultMaxBytes ? ("", default, Problems.TooLarge) : (name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), null);
    }

    private static NpgsqlParameter[] Within(ImportedLines read, DateTimeOffset until) =>
    [
        new NpgsqlParameter<Guid[]> { TypedValue = [.. read.Rows.Select(row => row.Account).Distinct()] },
        AiUsageStatements.Moment(read.Rows.Min(row => row.Start).UtcDateTime.Date), AiUsageStatements.Moment(until),
    ];

    private static async Task<Dictionary<string, (Guid Id, string Content)>> Known(Session session, ImportedLines read, CancellationToken stop) => read.Rows.Count == 0 ? [] : await session.Read(KnownSql, Within(read, read.Rows.Max(row => row.Start)), async row =>
    {
        var known = new Dictionary<string, (Guid, string)>();
        while (await row.ReadAsync(stop)) known[row.GetString(1)] = (row.GetGuid(0), row.GetString(2));
        return known;
    }, stop);

    /// <summary>Lines of days whose money the provider has told itself: together with the file it would count twice.</summary>
    private static async Task<Dictionary<int, RowError>> Doubled(Session session, ImportedLines read, CancellationToken stop)
    {
        if (read.Rows.Count == 0) return [];
        var told = await session.Read(ToldSql, Within(read, new DateTimeOffset(read.Rows.Select(End).Max().AddDays(1), default, TimeSpan.Zero)), async row =>
        {
            var days = new HashSet<(Guid, DateOnly)>();
            while (await row.ReadAsync(stop)) days.Add((row.GetGuid(0), row.GetFieldValue<DateOnly>(1)));
            return days;
        }, stop);
        var column = read.Format == AiFileFormat.Focus ? "ChargePeriodStart" : "date";
        return read.Rows.Zip(read.Lines).Select(one => (Day: Days(one.First).Where(day => told.Contains((one.First.Account, day))).Select(day => (DateOnly?)day).FirstOrDefault(), Line: one.Second)).Where(one => one.Day is not null).ToDictionary(
            one => one.Line, one => new RowError(one.Line, column, DateText.Write(one.Day!.Value), "ai-import-told-already", "The provider has told itself what this account cost on this day; with the file it would count twice. Leave the line out."));
    }

    /// <summary>A charge may be for several days, in UTC.</summary>
    private static IEnumerable<DateOnly> Days(AiUsageRow row)
    {
        var last = End(row);
        for (var day = DateOnly.FromDateTime(row.Start.UtcDateTime); day <= last; day = day.AddDays(1)) yield return day;
    }

    private static DateOnly End(AiUsageRow row)
    {
        var (first, last) = (DateOnly.FromDateTime(row.Start.UtcDateTime), DateOnly.FromDateTime(row.Start.AddMinutes(row.Minutes).AddTicks(-1).UtcDateTime));
        return last < first ? first : last;
    }
}
