using System.Text.Json;
using Billing.EventStore;

namespace Billing.Reporting;

/// <summary>A saved report as the list reads it.</summary>
internal sealed record SavedReportRow(Guid Id, string Name, string Report, string Days, DateOnly? FromDay, DateOnly? Through, string? Rhythm, int? OnDay, string? Format, [Jsonb] IReadOnlyList<Guid> Readers, DateOnly? MailedOn, long Version);

internal sealed class SavedReportRows : Projection<SavedReportRow>
{
    public SavedReportRows() : base("reporting.saved_reports", new RowTable<SavedReportRow>("reporting_saved_reports"), Lifecycle.Inline, inlineStream: SavedReport.Alias)
    {
        CoversAll<SavedReportEvent>();
        Uses<ReportSaved>((_, e, at) => new(at.StreamId, e.Name, e.Report, Word(e.Days), e.From, e.Through, null, null, null, [], null, at.Version));
        Uses<SavedReportAmended>((row, e, at) => row! with { Name = e.Name, Days = Word(e.Days), FromDay = e.From, Through = e.Through, Version = at.Version });
        Uses<ReportMailAgreed>((row, e, at) => row! with { Rhythm = Word(e.Rhythm), OnDay = e.Day, Format = Word(e.Format), Readers = [.. e.Readers], Version = at.Version });
        Uses<ReportMailStopped>((row, _, at) => row! with { Rhythm = null, OnDay = null, Format = null, Readers = [], Version = at.Version });
        Uses<ReportMailed>((row, e, at) => row! with { MailedOn = e.DueOn, Version = at.Version });
        Uses<SavedReportDropped>((_, _, _) => null);
    }

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
