using System.ComponentModel.DataAnnotations;
using Billing.Documents;

namespace Billing.Facilities;

/// <summary>What an import did, or would do.</summary>
/// <param name="Accepted">Lines that make or change a record.</param>
/// <param name="Unchanged">Lines that say what is on record already, and repeated ones.</param>
/// <param name="Rejected">Each bad cell, with line, column and reason.</param>
/// <param name="Repeated">Lines that say an earlier line again.</param>
/// <param name="Totals">Of all good lines, whether or not they change anything.</param>
/// <param name="Preview">The first 200 lines and every rejected or corrected one; of a dry run.</param>
internal sealed record ImportAnswer(
    ImportId ImportId, bool DryRun, int Accepted, int Unchanged, IReadOnlyList<RowError> Rejected, IReadOnlyList<RepeatedRow> Repeated, IReadOnlyList<ImportSum> Totals,
    IReadOnlyList<ImportedGroup> NewGroups, int NewFacilities, ImportedFile File, IReadOnlyList<PreviewLine>? Preview)
{
    public static ImportAnswer Of(ImportId id, bool dryRun, string fileName, ImportSheet sheet, ImportPlan plan) => new(
        id, dryRun, plan.Accepted, plan.Unchanged, plan.Rejected, plan.Repeated, [.. plan.Totals.Select(t => new ImportSum(t.Billed.Currency, t.Billed, t.Paid))],
        [.. plan.NewGroups.Select(g => new ImportedGroup(g.Name, g.Schedule, g.Facilities, g.Currency, g.Explained, g.Seen, g.PaymentTermsDays))], plan.NewFacilities.Count, ImportedFile.Of(fileName, plan.File),
        dryRun ? [.. ImportPreview.Of(sheet, plan)] : null);
}

/// <summary>The sums of all good lines in one currency.</summary>
internal sealed record ImportSum(Currency Currency, Money Billed, Money Paid);

/// <summary>A group that the import makes, with the schedule found in its dates.</summary>
/// <param name="Schedule">Null when the dates show none.</param>
/// <param name="Explained">How many of the different bills seen the schedule would have made.</param>
/// <param name="Seen">How many different bills were seen.</param>
/// <param name="PaymentTermsDays">Days after the billing date.</param>
internal sealed record ImportedGroup(string Name, Schedule? Schedule, int Facilities, Currency Currency, int Explained, int Seen, int PaymentTermsDays);

/// <summary>How the file was read.</summary>
/// <param name="Decimal"><c>.</c> or <c>,</c>.</param>
/// <param name="DatesInDoubt">A date that reads both ways while nothing in the file decides.</param>
/// <param name="AmountsInDoubt">An amount that reads both ways while nothing in the file decides.</param>
internal sealed record ImportedFile(
    string Name, string Format, string? Encoding, string? Separator, string? SheetName, DateOrder DateOrder, [property: AllowedValues(".", ",")] string Decimal, string? DatesInDoubt, string? AmountsInDoubt,
    IReadOnlyList<string> Columns, IReadOnlyDictionary<string, string> Mapping, int Rows, IReadOnlyList<SheetError> Notes)
{
    public static ImportedFile Of(string name, ImportFile file) => new(
        name, file.Origin.Format.Extension(), file.Origin.Encoding, file.Origin.Separator?.ToString(), file.Origin.SheetName, file.DateOrder, file.Decimal == DecimalMark.Comma ? "," : ".", file.DatesInDoubt, file.AmountsInDoubt,
        file.Columns, file.Mapping, file.Rows, file.Notes);
}
