using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>A spreadsheet is taken over: its good lines all together, or nothing of it.</summary>
internal sealed class TakeImport(Session session, Directory directory, Habits habits, WorkProgress progress)
{
    private static readonly Refusal TakenAlready = new("import-taken", "An import with this id was taken already. Leave the id out, or make a new one.");
    private static readonly Refusal NotClean = new("lines-rejected", "Some lines cannot be taken, and you asked for all or none. Mend them, or take the good lines.");

    /// <summary>Turns a plan into decisions on all streams it touches.</summary>
    public async Task<Work> Decide(ImportId id, string fileName, ImportPlan plan, CancellationToken stop)
    {
        var work = session.Begin(Imports.Correlation(id));
        work.New<Import>(id.Value); // first, so that its number comes before those of everything it brings
        work.Decide<Import, ImportEvent>(id.Value, _ => (List<ImportEvent>)[.. plan.Corrected, new ImportTaken(fileName, plan.Accepted, plan.Unchanged, plan.RejectedLines)]);
        await work.LoadMany<BillingRecord>([.. plan.Rows.Where(r => r.Outcome == ImportOutcome.Changed).Select(r => r.OnRecord!.Id)], stop);
        var groups = NewGroups(work, plan);
        var places = new Dictionary<(string, string), Placed>();
        foreach (var (done, row) in plan.Rows.Index())
        {
            if (row.Outcome == ImportOutcome.Unchanged) continue;
            progress.Report(session.Tenant, id.Value, 0.9 * done / plan.Rows.Count);
            var key = (PlainText.Key(row.Says.Group), PlainText.Key(row.Says.Facility));
            if (!places.TryGetValue(key, out var place)) places.Add(key, place = await Place(work, groups, row.Says, stop));
            Record(work, row, place);
        }
        return work;
    }

    private Dictionary<string, Guid> NewGroups(Work work, ImportPlan plan) => plan.NewGroups.ToDictionary(g => PlainText.Key(g.Name), group =>
    {
        var id = session.NewId();
        work.New<FacilityGroup>(id);
        work.Decide<FacilityGroup, FacilityGroupEvent>(id, initial =>
        {
            List<FacilityGroupEvent> happened = [new FacilityGroupOpened(group.Name, group.Currency), new ScheduleAgreed(group.Schedule ?? initial.Schedule)];
            if (group.PaymentTermsDays != initial.PaymentTermsDays) happened.Add(new PaymentTermsAgreed(group.PaymentTermsDays));
            return happened;
        });
        return id;
    });

    private async Task<Placed> Place(Work work, Dictionary<string, Guid> newGroups, ImportLine line, CancellationToken stop)
    {
        if (line.KnownFacility is { } known) return (await directory.Find(known.Id, stop))!;
        var groupId = line.KnownGroup?.Id ?? new FacilityGroupId(newGroups[PlainText.Key(line.Group)]);
        var group = line.KnownGroup is null ? await work.Load<FacilityGroup>(groupId.Value, stop) : await session.Streams<FacilityGroup>().Peek(groupId.Value, stop);
        var id = new FacilityId(session.NewId());
        work.New<Facility>(id.Value);
        work.Decide<Facility, FacilityEvent>(id.Value, _ => new FacilityOpened(line.Facility, groupId));
        return new Placed(id, await work.Load<Facility>(id.Value, stop), group, (await session.Streams<StatusSet>().Peek(group.State.StatusSetId.Value, stop)).State);
    }

    private void Record(Work work, PlannedRow row, Placed place)
    {
        var says = row.Says;
        var id = row.OnRecord?.Id ?? session.NewId();
        if (row.OnRecord is null) work.New<BillingRecord>(id);
        var save = new SaveBillingRecord(id, place.Id, says.Period.From, says.Period.Through)
        {
            BillingDate = says.BillingDate is { } on ? DateText.Write(on) : Change<string>.Unsaid,
            StatusId = says.Status is { } status ? status.Id : Change<StatusId>.Unsaid,
            Billed = says.Billed is { } billed ? new EnteredMoney(billed) : Change<EnteredMoney>.Unsaid,
            Paid = says.Paid is { } paid ? new EnteredMoney(paid) : Change<EnteredMoney>.Unsaid,
            PaidOn = says.PaidOn is { } paidOn ? DateText.Write(paidOn) : Change<string>.Unsaid,
            Note = says.Note is { } note ? note : Change<string>.Unsaid,
        };
        if (work.Decide<BillingRecord, BillingRecordEvent>(id, record => save.Decide(record, new RecordTerms(place, habits.Mark, DateOrder.Ymd))) is { } refused)
            throw new InvalidOperationException($"Line {says.Line} passed as good and was refused: {refused.Sentence}");
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/facilities/import", async (HttpRequest request, TakeImport import, Session session, Habits habits, CommandEdge edge, WorkProgress progress, CancellationToken stop, bool dryRun = false, Guid? importId = null) =>
        {
            var (upload, wrong) = await ImportUpload.Read(request, habits, stop);
            if (upload is null) return wrong!;
            var id = new ImportId(importId ?? session.NewId());
            if (importId is not null && !dryRun && (await session.Streams<Import>().Load(id.Value, stop)).Exists) return edge.Refused(TakenAlready);
            using var running = dryRun ? null : progress.Begin(session.Tenant, id.Value, upload.FileName);
            for (var attempt = 1; ; attempt++)
            {
                var ground = await ImportGrounds.Read(session, habits, stop);
                if (!ImportSheet.Read(upload.File, ground, upload.Options).TryGet(out var sheet, out var unreadable)) return edge.Refused(unreadable);
                var plan = ImportPlan.Of(sheet, ground, upload.Options);
                var answer = Answer.Of(ImportAnswer.Of(id, dryRun, upload.FileName, sheet, plan));
                if (dryRun || (plan.Accepted == 0 && plan.NewGroups.Count == 0)) return answer;
                if (upload.OnlyClean && plan.RejectedLines > 0) return edge.Refused(NotClean);
                var work = await import.Decide(id, upload.FileName, plan, stop);
                if (await edge.CommitUnlessLost(work, answer, attempt, stop) is { } said) return said;
                // somebody changed one of these records, groups or facilities meanwhile: plan again on what is there now
            }
        })
        .TakesSheets<ImportChoices>()
        .Produces<ImportAnswer>().Requires(Permission.ArrangeFacilities).WithSummary("Import billing records from a spreadsheet, or see what it would do");

        app.MapPost("/api/facilities/import/rejected", async (HttpRequest request, Session session, Habits habits, CommandEdge edge, CancellationToken stop) =>
        {
            var (upload, wrong) = await ImportUpload.Read(request, habits, stop);
            if (upload is null) return wrong!;
            if (!ImportSheet.Read(upload.File, await ImportGrounds.Read(session, habits, stop), upload.Options).TryGet(out var sheet, out var unreadable)) return edge.Refused(unreadable);
            return SheetFiles.Rejected(upload.FileName, to => RejectedRows.WriteAsync(to, sheet, stop));
        })
        .TakesSheets<ImportChoices>()
        .Requires(Permission.ArrangeFacilities)
        .WithSummary("The lines of a spreadsheet that would be rejected, with the reason, to be mended");
    }
}
