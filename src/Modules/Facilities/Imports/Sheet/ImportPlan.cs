using Billing.Documents;

namespace Billing.Facilities;

/// <summary>What a line comes to.</summary>
internal enum ImportOutcome { New, Changed, Unchanged, Repeated, Rejected }

/// <summary>A good line and what it does to what is on record.</summary>
/// <param name="Says">What the line says.</param>
/// <param name="OnRecord">What is there for that facility and period; null when nothing is.</param>
/// <param name="Changes">The fields that become different, in camel case; empty for new and unchanged ones.</param>
internal sealed record PlannedRow(ImportLine Says, KnownRecord? OnRecord, IReadOnlyList<string> Changes)
{
    public ImportOutcome Outcome => OnRecord is null ? ImportOutcome.New : Changes.Count > 0 ? ImportOutcome.Changed : ImportOutcome.Unchanged;

    public static PlannedRow Of(ImportLine says, KnownRecord? there)
    {
        if (there is null) return new PlannedRow(says, null, []);
        List<string> changes = [];
        if (says.BillingDate is { } date && date != there.BillingDate) changes.Add("billingDate");
        if (says.Status is { } status && status.Id != there.StatusId) changes.Add("statusId");
        if (says.Billed is { } billed && billed != there.Billed) changes.Add("billed");
        if (says.Paid is { } paid && paid != there.Paid) changes.Add("paid");
        if (says.PaidOn is { } on && on != there.PaidOn) changes.Add("paidOn");
        if (says.Note is { } note && note != there.Note) changes.Add("note");
        return new PlannedRow(says, there, changes);
    }
}

/// <summary>A group that the import makes.</summary>
/// <param name="Name">As first written in the file.</param>
/// <param name="Schedule">Chosen by the person, else inferred from the lines' dates; null when the dates show none and a person has to choose.</param>
/// <param name="Chosen">Whether a person chose it.</param>
/// <param name="Explained">How many of the different bills seen the schedule would have made.</param>
/// <param name="Seen">How many different bills were seen.</param>
/// <param name="Currency">The organisation's.</param>
/// <param name="Facilities">How many facilities it starts with.</param>
/// <param name="PaymentTermsDays">Days after the billing date.</param>
internal sealed record NewGroup(string Name, Schedule? Schedule, bool Chosen, int Explained, int Seen, Currency Currency, int Facilities, int PaymentTermsDays);

/// <summary>A facility that the import makes.</summary>
internal sealed record NewFacility(string Group, string Name);

/// <summary>The control sums of all good lines in one currency, whether or not they change anything; repeated lines do not count.</summary>
internal sealed record ImportTotal(Money Billed, Money Paid);

/// <summary>What an import would do, nothing done yet. Accepted, unchanged and rejected lines add up to the lines of the file.</summary>
internal sealed record ImportPlan(
    ImportFile File, IReadOnlyList<PlannedRow> Rows, IReadOnlyList<RowError> Rejected, IReadOnlyList<RepeatedRow> Repeated,
    IReadOnlyList<NewGroup> NewGroups, IReadOnlyList<NewFacility> NewFacilities, IReadOnlyList<ImportTotal> Totals, IReadOnlyList<ImportCellCorrected> Corrected)
{
    /// <summary>Lines that make or change a record.</summary>
    public int Accepted => Rows.Count(r => r.Outcome != ImportOutcome.Unchanged);

    /// <summary>Lines that say what is on record already, and repeated ones.</summary>
    public int Unchanged => Rows.Count(r => r.Outcome == ImportOutcome.Unchanged) + Repeated.Count;

    /// <summary>Lines that are not taken; one may have several errors.</summary>
    public int RejectedLines => Rejected.Select(e => e.Line).Distinct().Count();

    /// <summary>Makes the plan of a sheet that was read against the same ground.</summary>
    public static ImportPlan Of(ImportSheet sheet, ImportGround ground, ImportOptions options)
    {
        var rows = sheet.Lines.Select(row => PlannedRow.Of(row, ground.Record(row.KnownFacility, row.Period))).ToList();
        var facilities = sheet.Lines.Where(r => r.KnownFacility is null).DistinctBy(r => (PlainText.Key(r.Group), PlainText.Key(r.Facility))).ToList();
        var groups = sheet.Lines.Where(r => r.KnownGroup is null).GroupBy(r => PlainText.Key(r.Group)).Select(lines => Group(lines.ToList(), ground.Currency, options)).ToList();
        var names = groups.ToDictionary(g => PlainText.Key(g.Name), g => g.Name);
        return new ImportPlan(
            sheet.File, rows, sheet.Rejected, sheet.Repeated, groups,
            facilities.ConvertAll(r => new NewFacility(names.GetValueOrDefault(PlainText.Key(r.Group), r.Group), r.Facility)), Sums(sheet.Lines, ground.Currency), [.. sheet.Corrected.Cells.Select(cell => new ImportCellCorrected(cell.Line, cell.Column, cell.Was, cell.Became))]);
    }

    private static NewGroup Group(List<ImportLine> lines, Currency currency, ImportOptions options)
    {
        var name = lines[0].Group;
        var bills = lines.Where(r => r.BillingDate is not null).Select(r => new ObservedBill(r.BillingDate!.Value, r.Period)).Distinct().ToList();
        var inferred = ScheduleInference.From(bills);
        var chosen = options.Schedules.FirstOrDefault(pair => PlainText.Key(pair.Key) == PlainText.Key(name)).Value;
        var schedule = chosen ?? inferred?.Schedule;
        var facilities = lines.Select(r => PlainText.Key(r.Facility)).Distinct().Count();
        return new NewGroup(name, schedule, chosen is not null, schedule is null ? 0 : bills.Count(b => schedule.Bills(b.BillingDate, b.Period)), bills.Count, currency, facilities, options.PaymentTermsDays);
    }

    private static List<ImportTotal> Sums(IReadOnlyList<ImportLine> rows, Currency currency) => [.. rows
        .GroupBy(r => r.KnownGroup?.Currency ?? currency)
        .Select(same => new ImportTotal(
            same.Aggregate(Money.Zero(same.Key), (sum, r) => sum + (r.Billed ?? Money.Zero(same.Key))),
            same.Aggregate(Money.Zero(same.Key), (sum, r) => sum + (r.Paid ?? Money.Zero(same.Key)))))
        .OrderBy(total => total.Billed.Currency.Code, StringComparer.Ordinal)];
}
