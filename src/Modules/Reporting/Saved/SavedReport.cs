using Billing.EventStore;

namespace Billing.Reporting;

/// <summary>Something that happened to a report that is asked for again and again.</summary>
internal abstract record SavedReportEvent;

/// <summary>A report was saved under a name.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Report">Which report, as in addresses.</param>
/// <param name="Days">Which days it is about, whenever it is asked for.</param>
/// <param name="From">The first day, where they are fixed.</param>
/// <param name="Through">The last day, where they are fixed.</param>
[Event("reporting.report_saved")]
internal sealed record ReportSaved(string Name, string Report, SavedDays Days, DateOnly? From, DateOnly? Through) : SavedReportEvent;

/// <summary>It has another name, or is about other days.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Days">Which days it is about, whenever it is asked for.</param>
/// <param name="From">The first day, where they are fixed.</param>
/// <param name="Through">The last day, where they are fixed.</param>
[Event("reporting.saved_report_amended")]
internal sealed record SavedReportAmended(string Name, SavedDays Days, DateOnly? From, DateOnly? Through) : SavedReportEvent;

/// <summary>It goes out by mail from a day on.</summary>
/// <param name="Rhythm">How often.</param>
/// <param name="Day">Of the week, Monday is 1; of the month, where 31 is the last day of a shorter one.</param>
/// <param name="Format">Of the file.</param>
/// <param name="Readers">People of the organisation, by id.</param>
/// <param name="Since">It goes out on days after this one.</param>
[Event("reporting.report_mail_agreed")]
internal sealed record ReportMailAgreed(MailRhythm Rhythm, int Day, MailedFormat Format, ValueList<Guid> Readers, DateOnly Since) : SavedReportEvent;

/// <summary>It goes out no more.</summary>
[Event("reporting.report_mail_stopped")]
internal sealed record ReportMailStopped : SavedReportEvent;

/// <summary>It was due on a day, and its mails were sent on their way.</summary>
/// <param name="DueOn">That day.</param>
[Event("reporting.report_mailed")]
internal sealed record ReportMailed(DateOnly DueOn) : SavedReportEvent;

/// <summary>It is there no longer.</summary>
[Event("reporting.saved_report_dropped")]
internal sealed record SavedReportDropped : SavedReportEvent;

/// <summary>Which days a saved report is about, seen from the day on which it is asked for.</summary>
internal enum SavedDays
{
    /// <summary>The month of the day and the eleven before it.</summary>
    LastTwelveMonths,

    /// <summary>From the first of the month through the day.</summary>
    ThisMonth,

    /// <summary>The whole month before.</summary>
    LastMonth,

    /// <summary>The seven days before the day.</summary>
    LastSevenDays,

    /// <summary>From the first of January through the day.</summary>
    ThisYear,

    /// <summary>The whole year before.</summary>
    LastYear,

    /// <summary>Always the same.</summary>
    Fixed,
}

/// <summary>How often a report goes out.</summary>
internal enum MailRhythm
{
    /// <summary>On a day of the week.</summary>
    Weekly,

    /// <summary>On a day of the month.</summary>
    Monthly,
}

/// <summary>What file goes with the mail.</summary>
internal enum MailedFormat
{
    /// <summary>Comma-separated text.</summary>
    Csv,

    /// <summary>A workbook.</summary>
    Xlsx,
}

/// <summary>When a report goes out, and to whom.</summary>
/// <param name="Since">On days after this one.</param>
internal sealed record MailSchedule(MailRhythm Rhythm, int Day, MailedFormat Format, ValueList<Guid> Readers, DateOnly Since)
{
    /// <summary>The last day up to one on which it was due; null where there was none yet.</summary>
    public DateOnly? Due(DateOnly today)
    {
        var due = Rhythm == MailRhythm.Weekly ? OfWeek(today) : OfMonth(today);
        if (due > today) due = OfMonth(new DateOnly(today.Year, today.Month, 1).AddMonths(-1));
        return due > Since ? due : null;
    }

    // Sunday is 0 there and 7 here.
    private DateOnly OfWeek(DateOnly day) => day.AddDays(-((((int)day.DayOfWeek + 6) % 7 + 8 - Day) % 7));

    private DateOnly OfMonth(DateOnly day) => new(day.Year, day.Month, Math.Min(Day, DateTime.DaysInMonth(day.Year, day.Month)));
}

/// <summary>A report that somebody asks for again and again.</summary>
/// <param name="Mail">Null: nobody gets it by mail.</param>
/// <param name="MailedOn">The last day on which it was due and went out.</param>
internal sealed record SavedReport(string Name, string Report, SavedDays Days, DateOnly? From, DateOnly? Through, MailSchedule? Mail, DateOnly? MailedOn, bool IsDropped) : IAggregate<SavedReport>
{
    public static string Alias => "reporting.saved_report";

    public static SavedReport Initial { get; } = new("", "", SavedDays.LastTwelveMonths, null, null, null, null, false);

    public SavedReport Apply(object happened) => happened switch
    {
        ReportSaved e => new(e.Name, e.Report, e.Days, e.From, e.Through, null, null, false),
        SavedReportAmended e => this with { Name = e.Name, Days = e.Days, From = e.From, Through = e.Through },
        ReportMailAgreed e => this with { Mail = new(e.Rhythm, e.Day, e.Format, e.Readers, e.Since) },
        ReportMailStopped => this with { Mail = null },
        ReportMailed e => this with { MailedOn = e.DueOn },
        SavedReportDropped => this with { IsDropped = true, Mail = null },
        _ => throw new UnknownEventException(nameof(SavedReport), happened),
    };

    /// <summary>Sends it on its way if it is due and has not gone yet. Of several days that were missed, the last one counts.</summary>
    public Decision<SavedReportEvent> GoOut(DateOnly today) => Mail?.Due(today) is { } due && !(MailedOn >= due) ? new ReportMailed(due) : Decision.Nothing;

    /// <summary>The days it is about, asked for on a day.</summary>
    public (DateOnly? From, DateOnly? Through) On(DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        return Days switch
        {
            SavedDays.ThisMonth => (month, today),
            SavedDays.LastMonth => (month.AddMonths(-1), month.AddDays(-1)),
            SavedDays.LastSevenDays => (today.AddDays(-7), today.AddDays(-1)),
            SavedDays.ThisYear => (new(today.Year, 1, 1), today),
            SavedDays.LastYear => (new(today.Year - 1, 1, 1), new(today.Year - 1, 12, 31)),
            SavedDays.Fixed => (From, Through),
            _ => (null, null),
        };
    }
}
