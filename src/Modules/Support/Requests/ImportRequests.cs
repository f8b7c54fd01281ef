using Billing.Documents;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Support;

/// <summary>A request of a file as the preview shows it.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Known">Whether it was taken before, and stays as it is.</param>
internal sealed record RequestLine(
    int Line, bool Known, Guid ClientId, DateOnly ResolvedOn, TimeOnly ResolvedAt, string? Type, string? Category, string Description, Urgency Urgency, Effort Effort, Quantity? Hours, RequestSource Source, string? WebAddress, bool Open);

/// <summary>What an import of requests did, or would do.</summary>
/// <param name="Accepted">Lines that become requests.</param>
/// <param name="Unchanged">Lines that became requests before, and repeated ones.</param>
/// <param name="Rejected">Each bad cell, with line, column and reason.</param>
/// <param name="Repeated">Lines that tell an earlier one again.</param>
/// <param name="Totals">None: what hours cost is worked out when their month is closed.</param>
/// <param name="Preview">Every line that can be read; of a dry run.</param>
internal sealed record RequestsTaken(MessageImportId ImportId, bool DryRun, int Accepted, int Unchanged, IReadOnlyList<RowError> Rejected, IReadOnlyList<RepeatedRow> Repeated, IReadOnlyList<Money> Totals, IReadOnlyList<RequestLine>? Preview);

/// <summary>What a person decided about a file of requests: the form field <c>options</c>.</summary>
/// <param name="ClientId">Whose the requests are of lines that name nobody; left out: as the address says.</param>
/// <param name="OnlyClean">Takes nothing while one line is rejected.</param>
internal sealed record RequestImportChoices(Guid? ClientId = null, bool OnlyClean = false);

/// <summary>A file of requests is taken over: its good lines all together, or nothing of it. It is listed and taken back as one of messages is.</summary>
internal sealed class ImportRequests(Session session, IInvoicing invoicing, CommandEdge edge)
{
    private const string KnownSql = "select source, outside_id, id, status from support_requests where tenant_id = $1 and outside_id = any($2)";

    private async Task<IResult> Import(HttpRequest request, bool dryRun, Guid? clientId, Guid? importId, CancellationToken stop)
    {
        var (upload, wrong) = await SheetUpload.Read(request, "requests", new RequestImportChoices(), stop);
        if (upload is null) return wrong!;
        var id = importId ?? session.NewId();
        if (importId is not null && !dryRun && (await session.Streams<MessageImport>().Load(id, stop)).Exists) return edge.Refused(MessageNo.ImportTaken);
        if (!(await Open(upload, clientId, stop)).TryGet(out var opened, out var unreadable)) return edge.Refused(unreadable);
        for (var attempt = 1; ; attempt++)
        {
            var terms = await Terms(stop);
            var reading = opened.Read(terms);
            var known = await Known(reading, stop);
            // What was taken back, or put away as no request, may come again.
            bool IsKnown(ReadRequest one) => known.TryGetValue(Of(one), out var there) && !there.IsIgnored;
            var fresh = reading.Requests.Where(one => !IsKnown(one)).ToList();
            var answer = Answer.Of(new RequestsTaken(
                new(id), dryRun, fresh.Count, reading.Requests.Count - fresh.Count + reading.Repeated.Count, reading.Rejected, reading.Repeated, [],
                dryRun ? [.. reading.Requests.Select(one => Preview(one, IsKnown(one)))] : null));
            if (dryRun || fresh.Count == 0) return answer;
            if (upload.Choices.OnlyClean && reading.Rejected.Count > 0) return edge.Refused(MessageNo.NotClean);
            var work = session.Begin(MessageImport.Correlation(id));
            work.New<MessageImport>(id); // first, so that its number comes before those of everything it brings
            work.Decide<MessageImport, MessageImportEvent>(id, _ => new RequestsImported(upload.FileName, fresh.Count, reading.Requests.Count - fresh.Count + reading.Repeated.Count, reading.Rejected.Select(error => error.Line).Distinct().Count()));
            await work.LoadMany<SupportRequest>([.. fresh.Where(one => known.ContainsKey(Of(one))).Select(one => known[Of(one)].Id)], stop);
            foreach (var one in fresh) one.Request.PutDown(work, known.TryGetValue(Of(one), out var ignored) ? ignored.Id : null, terms);
            if (await edge.CommitUnlessLost(work, answer, attempt, stop) is { } said) return said;
            // somebody takes the same lines at this moment: look again which are requests already
        }
    }

    private async Task<IResult> Rejected(HttpRequest request, Guid? clientId, CancellationToken stop)
    {
        var (upload, wrong) = await SheetUpload.Read(request, "requests", new RequestImportChoices(), stop);
        if (upload is null) return wrong!;
        if (!(await Open(upload, clientId, stop)).TryGet(out var opened, out var unreadable)) return edge.Refused(unreadable);
        var rejected = opened.Read(await Terms(stop)).Rejected;
        return SheetFiles.Rejected(upload.FileName, to => RejectedLines.WriteAsync(to, opened.File.Sheet, rejected, stop: stop));
    }

    /// <summary>The file with those it is for; or what is wrong with it as a whole.</summary>
    private async Task<Result<OpenedFile>> Open(SheetUpload<RequestImportChoices> upload, Guid? clientId, CancellationToken stop)
    {
        if (!RequestFile.Of(upload.File).TryGet(out var file, out var unreadable)) return unreadable;
        Guid? usual = null;
        if ((upload.Choices.ClientId ?? clientId) is { } whose)
        {
            if (await invoicing.Client(session, whose, stop) is not { } client) return ClientNo.Unknown;
            usual = client.Id;
        }
        return new OpenedFile(file, await Clients(file.Clients, stop), usual);
    }

    private async Task<SupportTerms> Terms(CancellationToken stop) => (await session.Streams<SupportTerms>().Peek(SupportTerms.Id, stop)).State;

    private static RequestLine Preview(ReadRequest one, bool known) => new(
        one.Line, known, one.Request.ClientId, one.Request.ResolvedOn, one.Request.ResolvedAt, one.Request.Type, one.Request.Category, one.Request.Description, one.Request.Urgency, one.Request.Effort, one.Request.Hours, one.Request.Source, one.Request.WebAddress, one.Request.Open);

    /// <summary>Whom lines name: by id, or by a name that one client has; of one that was merged, the one that stays.</summary>
    private async Task<Dictionary<string, Result<Guid>>> Clients(IReadOnlyList<string> named, CancellationToken stop)
    {
        var found = new Dictionary<string, Result<Guid>>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in named)
        {
            var known = new HashSet<Guid>();
            var isId = Guid.TryParse(text, out var id);
            foreach (var one in isId ? [id] : await invoicing.ClientsFound(session, text, stop))
                if (await invoicing.Client(session, one, stop) is { } client && (isId || string.Equals(client.Name, PlainText.Line(text), StringComparison.OrdinalIgnoreCase))) known.Add(client.Id);
            found[text] = known.Count switch { 0 => ImportNo.ClientUnknown, 1 => known.Single(), _ => ImportNo.ClientUnclear };
        }
        return found;
    }

    private static (string Source, string OutsideId) Of(ReadRequest one) => (Words.Of(one.Request.Source), one.Request.OutsideId!);

    private Task<Dictionary<(string Source, string OutsideId), (Guid Id, bool IsIgnored)>> Known(RequestReading reading, CancellationToken stop) => session.Read(
        KnownSql, [new NpgsqlParameter<string[]> { TypedValue = [.. reading.Requests.Select(one => one.Request.OutsideId!)] }], async row =>
        {
            var known = new Dictionary<(string, string), (Guid, bool)>();
            while (await row.ReadAsync(stop)) known[(row.GetString(0), row.GetString(1))] = (row.GetGuid(2), row.GetString(3) == Words.Of(RequestStatus.Ignored));
            return known;
        }, stop);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/support/requests/import/rows", (HttpRequest request, ImportRequests import, CancellationToken stop, bool dryRun = false, Guid? clientId = null, Guid? importId = null) => import.Import(request, dryRun, clientId, importId, stop))
            .TakesSheets<RequestImportChoices>()
            .Produces<RequestsTaken>().Requires(Permission.KeepSupport).WithSummary("Take over a file of support requests, such as an export, or see what it would do");

        app.MapPost("/api/support/requests/import/rows/rejected", (HttpRequest request, ImportRequests import, CancellationToken stop, Guid? clientId = null) => import.Rejected(request, clientId, stop))
            .TakesSheets<RequestImportChoices>()
            .Requires(Permission.KeepSupport).WithSummary("The lines of a file of support requests that cannot be taken, with the reason, to be mended");
    }

    /// <summary>A file of requests with those it is for.</summary>
    /// <param name="Clients">What became of those that lines name.</param>
    /// <param name="Usual">Whose the requests are of lines that name nobody.</param>
    private sealed record OpenedFile(RequestFile File, IReadOnlyDictionary<string, Result<Guid>> Clients, Guid? Usual)
    {
        public RequestReading Read(SupportTerms terms) => File.Read(Clients, Usual, terms);
    }
}
