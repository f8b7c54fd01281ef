using Billing.EventStore;

namespace Billing.Reporting;

/// <summary>A saved report.</summary>
/// <param name="From">The first day, where the days are fixed.</param>
/// <param name="Through">The last day, where they are fixed.</param>
/// <param name="AskFrom">The first day when it is asked for today; null: as is usual for the report.</param>
/// <param name="AskThrough">The last day then.</param>
/// <param name="Mail">When it goes out; null: nobody gets it by mail.</param>
/// <param name="MailedOn">The last day on which it was due and went out.</param>
internal sealed record SavedReportPage(SavedReportId Id, string Name, string Report, SavedDays Days, DateOnly? From, DateOnly? Through, DateOnly? AskFrom, DateOnly? AskThrough, MailSchedulePage? Mail, DateOnly? MailedOn, long Version)
{
    /// <param name="today">Where the organisation is.</param>
    public static SavedReportPage Of(Guid id, Versioned<SavedReport> saved, DateOnly today)
    {
        var (now, ask) = (saved.State, saved.State.On(today));
        return new(new(id), now.Name, now.Report, now.Days, now.From, now.Through, ask.From, ask.Through, now.Mail is { } mail ? new(mail.Rhythm, mail.Day, mail.Format, [.. mail.Readers]) : null, now.MailedOn, saved.Version);
    }
}

/// <summary>When a saved report goes out.</summary>
/// <param name="Day">Of the week, Monday is 1; of the month, where 31 is the last day of a shorter one.</param>
/// <param name="Readers">People of the organisation.</param>
internal sealed record MailSchedulePage(MailRhythm Rhythm, int Day, MailedFormat Format, IReadOnlyList<Guid> Readers);

/// <summary>Saved reports.</summary>
/// <param name="Items">By name.</param>
internal sealed record SavedReportList(IReadOnlyList<SavedReportPage> Items);
