using System.Globalization;
using System.Text;
using Billing.Documents;

namespace Billing.Facilities.Tests;

/// <summary>The back office's tracker file, and the words in which the tests speak of imports.</summary>
internal static class Tracker
{
    public const string Header = "Group,Facility,Billing Date,From Date,Through Date,Status,Billed,Paid,Date Paid,Note\n";
    public static readonly Currency Usd = Currency.Parse("USD");
    public static readonly IReadOnlyList<Status> Statuses = [.. new[] { "Not Billed", "Billed", "Pending", "Approved", "Paid" }.Select((name, i) => new Status(new StatusId(new Guid(i + 1, 0, 0, new byte[8])), name, "#93C5FD", name == "Paid"))];

    public static byte[] File { get; } = System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "facilities-tracker.csv"));

    /// <summary>An organisation that has nothing yet.</summary>
    public static ImportGround Empty => new([], [], Statuses, Usd, (_, _) => null);

    public static ImportSheet Read(byte[] file, ImportGround? ground = null, ImportOptions? options = null) => ImportSheet.Read(file, ground ?? Empty, options ?? new ImportOptions()).Value;

    public static ImportPlan Plan(byte[] file, ImportGround? ground = null, ImportOptions? options = null) => ImportPlan.Of(Read(file, ground, options), ground ?? Empty, options ?? new ImportOptions());

    /// <summary>The plan of a file with these lines below the header.</summary>
    public static ImportPlan Lines(string lines, ImportGround? ground = null, ImportOptions? options = null) => Plan(Encoding.UTF8.GetBytes(Header + lines), ground, options);

    public static Money Dollars(decimal amount) => new(amount, Usd);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The state after a plan was carried out.</summary>
    public static ImportGround After(ImportPlan plan)
    {
        var groups = plan.NewGroups.Select(g => new KnownGroup(FacilityGroupId.From(Guid.NewGuid()), g.Name, g.Currency, Statuses)).ToList();
        var facilities = plan.NewFacilities.Select(f => new KnownFacility(FacilityId.From(Guid.NewGuid()), groups.Single(g => g.Name == f.Group).Id, f.Name)).ToList();
        var records = plan.Rows.Select(r => r.Says).ToDictionary(
            r => (facilities.Single(f => f.Name == r.Facility && groups.Single(g => g.Id == f.GroupId).Name == r.Group).Id, r.Period),
            r => new KnownRecord(Guid.NewGuid(), 1, r.BillingDate ?? r.Period.From, r.Status?.Id, r.Billed, r.Paid, r.PaidOn, r.Note));
        return new ImportGround(groups, facilities, Statuses, Usd, (facility, period) => records.GetValueOrDefault((facility, period)));
    }

    /// <summary>The whole plan as text, without how the cells were spelt: two files that say the same give the same.</summary>
    public static string Told(ImportPlan plan)
    {
        var told = new StringBuilder();
        foreach (var row in plan.Rows)
        {
            var r = row.Says;
            told.AppendLine(CultureInfo.InvariantCulture, $"{r.Line} {row.Outcome} {r.Group}|{r.Facility}|{r.Period}|{r.BillingDate:O}|{r.Status?.Name}|{r.Billed}|{r.Paid}|{r.PaidOn:O}|{r.Note}");
        }
        foreach (var error in plan.Rejected) told.AppendLine(CultureInfo.InvariantCulture, $"{error.Line} rejected {error.Column} {error.Code}");
        foreach (var line in plan.Repeated) told.AppendLine(CultureInfo.InvariantCulture, $"{line.Line} repeats {line.FirstLine}");
        foreach (var group in plan.NewGroups) told.AppendLine(CultureInfo.InvariantCulture, $"group {group.Name}: {group.Schedule?.Words}, {group.Facilities} facilities, {group.Currency}");
        foreach (var facility in plan.NewFacilities) told.AppendLine(CultureInfo.InvariantCulture, $"facility {facility}");
        foreach (var total in plan.Totals) told.AppendLine(CultureInfo.InvariantCulture, $"total {total.Billed} {total.Paid}");
        return told.ToString();
    }

    /// <summary>The file's cells as they stand, the header first, a blank line as a row without cells, so that line numbers stay.</summary>
    public static IReadOnlyList<string[]> Cells()
    {
        var sheet = SheetReader.Read(File).Sheet!;
        var rows = sheet.Rows.ToDictionary(r => r.Line, r => r.Cells.ToArray());
        return [[.. sheet.Columns], .. Enumerable.Range(2, sheet.Rows[^1].Line - 1).Select(line => rows.GetValueOrDefault(line) ?? [])];
    }
}
