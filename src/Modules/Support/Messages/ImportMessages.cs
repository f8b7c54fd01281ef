using Billing.Documents;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Support;

/// <summary>What an import of messages did, or would do.</summary>
/// <param name="Accepted">Messages that become requests.</param>
/// <param name="Unchanged">Messages that became requests before, and repeated ones.</param>
/// <param name="LeftOut">Messages that are none.</param>
/// <param name="Rejected">Each bad cell, with line, column and reason.</param>
/// <param name="Repeated">Lines that say an earlier line again.</param>
/// <param name="Totals">None: what hours cost is worked out when their month is closed.</param>
/// <param name="Hours">Of the messages that become requests.</param>
/// <param name="Preview">Every message with the rule that decided; of a dry run.</param>
internal sealed record MessagesTaken(
    MessageImportId ImportId, bool DryRun, int Accepted, int Unchanged, int LeftOut, IReadOnlyList<RowError> Rejected, IReadOnlyList<RepeatedRow> Repeated, IReadOnlyList<Money> Totals, Quantity Hours, IReadOnlyList<MessageLine>? Preview)
{
    public static MessagesTaken Of(Guid id, bool dryRun, MessageReading reading, MessagePlan plan) => new(
        new(id), dryRun, plan.Requests.Count, plan.Unchanged + reading.Repeated.Count, plan.LeftOut, plan.Rejected, reading.Repeated, [], new(plan.Requests.Values.Sum(request => request.Hours!.Value.Value)), dryRun ? plan.Lines : null);
}

/// <summary>A file of text messages is sorted into requests and taken over: its good lines all together, or nothing of it.</summary>
internal sealed class ImportMessages(Session session, Organisation here, IInvoicing invoicing, CommandEdge edge, WorkProgress progress)
{
    private const string KnownSql = "select outside_id, id, status from support_requests where tenant_id = $1 and source = $2 and outside_id = any($3)";

    private async Task<IResult> Import(HttpRequest request, bool dryRun, Guid? clientId, Guid? importId, CancellationToken stop)
    {
        var (upload, wrong) = await SheetUpload.Read(request, "messages", new MessageImportChoices(), stop);
        if (upload is null) return wrong!;
        var id = importId ?? session.NewId();
        if (importId is not null && !dryRun && (await session.Streams<MessageImport>().Load(id, stop)).Exists) return edge.Refused(MessageNo.ImportTaken);
        using var running = dryRun ? null : progress.Begin(session.Tenant, id, upload.FileName);
        var choices = await Choices(upload.Choices, clientId, stop);
        if (!choices.TryGet(out var chosen, out var unknown)) return edge.Refused(unknown);
        for (var attempt = 1; ; attempt++)
        {
            var lists = (await session.Streams<MessageSorting>().Peek(MessageSorting.Id, stop)).State.Lists;
            var terms = (await session.Streams<SupportTerms>().Peek(SupportTerms.Id, stop)).State;
            if (!MessageFile.Read(upload.File, new MessageSieve(lists), here.TimeZone).TryGet(out var reading, out var unreadable)) return edge.Refused(unreadable);
            var known = await Known(reading, stop);
            // What was taken back, or put away as no request, may come again.
            var ignored = known.Where(one => one.Value.IsIgnored).ToDictionary(one => one.Key, one => one.Value.Id);
            var plan = MessagePlan.Of(reading, chosen.Choices ?? [], chosen.ClientId, known.Keys.Where(key => !ignored.ContainsKey(key)).ToHashSet(), terms, lists.Otherwise);
            var answer = Answer.Of(MessagesTaken.Of(id, dryRun, reading, plan));
            if (dryRun || plan.Requests.Count == 0) return answer;
            if (upload.Choices.OnlyClean && plan.Rejected.Count > 0) return edge.Refused(MessageNo.NotClean);
            var work = await Decide(id, upload.FileName, reading, plan, ignored, terms, stop);
            if (await edge.CommitUnlessLost(work, answer, attempt, stop) is { } said) return said;
            // somebody takes the same messages at this moment: look again which are requests already
        }
    }

    private async Task<Work> Decide(Guid id, string fileName, MessageReading reading, MessagePlan plan, Dictionary<string, Guid> ignored, SupportTerms terms, CancellationToken stop)
    {
        var work = session.Begin(MessageImport.Correlation(id));
        work.New<MessageImport>(id); // first, so that its number comes before those of everything it brings
        work.Decide<MessageImport, MessageImportEvent>(id, _ => new MessagesImported(fileName, plan.Requests.Count, plan.Unchanged + reading.Repeated.Count, plan.LeftOut, plan.Rejected.Select(error => error.Line).Distinct().Count()));
        await work.LoadMany<SupportRequest>(ignored.Values, stop);
        foreach (var (done, request) in plan.Requests.Values.Index())
        {
            progress.Report(session.Tenant, id, 0.9 * done / plan.Requests.Count);
            request.PutDown(work, ignored.TryGetValue(request.OutsideId!, out var known) ? known : null, terms);
        }
        return work;
    }

    /// <summary>The choices with clients that are there; of one that was merged, the one that stays.</summary>
    private async Task<Result<MessageImportChoices>> Choices(MessageImportChoices typed, Guid? clientId, CancellationToken stop)
    {
        var clients = new Dictionary<Guid, Guid>();
        foreach (var id in (typed.Choices ?? []).Select(one => one.ClientId).Append(typed.ClientId ?? clientId).OfType<Guid>().Distinct())
        {
            if (await invoicing.Client(session, id, stop) is not { } client) return ClientNo.Unknown;
            clients.Add(id, client.Id);
        }
        return typed with
        {
            ClientId = (typed.ClientId ?? clientId) is { } whose ? clients[whose] : null,
            Choices = [.. (typed.Choices ?? []).Select(one => one.ClientId is { } other ? one with { ClientId = clients[other] } : one)],
        };
    }

    private Task<Dictionary<string, (Guid Id, bool IsIgnored)>> Known(MessageReading reading, CancellationToken stop) => session.Read(
        KnownSql, [new NpgsqlParameter<string> { TypedValue = Words.Of(RequestSource.Sms) }, new NpgsqlParameter<string[]> { TypedValue = [.. reading.Messages.Select(message => message.Key)] }], async row =>
        {
            var known = new Dictionary<string, (Guid, bool)>();
            while (await row.ReadAsync(stop)) known[row.GetString(0)] = (row.GetGuid(1), row.GetString(2) == Words.Of(RequestStatus.Ignored));
            return known;
        }, stop);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/support/requests/import", (HttpRequest request, ImportMessages import, CancellationToken stop, bool dryRun = false, Guid? clientId = null, Guid? importId = null) => import.Import(request, dryRun, clientId, importId, stop))
            .TakesSheets<MessageImportChoices>()
            .Produces<MessagesTaken>().Requires(Permission.KeepSupport).WithSummary("Sort a file of text messages into support requests, or see what it would do and by which rules");

        app.MapPost("/api/support/requests/import/rejected", async (HttpRequest request, Session session, Organisation here, CommandEdge edge, CancellationToken stop) =>
        {
            var (upload, wrong) = await SheetUpload.Read(request, "messages", new MessageImportChoices(), stop);
            if (upload is null) return wrong!;
            var lists = (await session.Streams<MessageSorting>().Peek(MessageSorting.Id, stop)).State.Lists;
            if (!MessageFile.Read(upload.File, new MessageSieve(lists), here.TimeZone).TryGet(out var reading, out var unreadable)) return (IResult)edge.Refused(unreadable);
            return SheetFiles.Rejected(upload.FileName, to => RejectedLines.WriteAsync(to, reading.Sheet, reading.Rejected, stop: stop));
        })
        .TakesSheets<MessageImportChoices>()
        .Requires(Permission.KeepSupport).WithSummary("The lines of a file of text messages that cannot be read, with the reason, to be mended");
    }
}
