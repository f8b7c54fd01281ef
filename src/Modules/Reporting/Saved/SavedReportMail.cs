using Billing.Documents;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.Reporting;

/// <summary>Brings a saved report to somebody who may read it, as a file.</summary>
internal sealed class SavedReportMail(IOrganisations organisations, IColleagues colleagues, IEnumerable<ReportKind> kinds) : IMailComposer
{
    public const string Name = "reporting.saved_report";

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        if (wanted.About is not { } id || await organisations.Find(session.Tenant, stop) is not { } here) return null;
        if ((await session.Streams<SavedReport>().Load(id, stop)).State is not { Mail: { } mail } saved || kinds.FirstOrDefault(kind => kind.Name == saved.Report) is not { } kind) return null;
        if ((await colleagues.WhoMay(session.Tenant, kind.Needed, stop)).FirstOrDefault(one => one.Id == wanted.For) is not { } reader) return null;
        var (from, through) = saved.On(LocalDay.Of(wanted.WantedAt, here.TimeZone));
        if (ReportDays.Read(kind.Span, from, through, null, session.Now, here.TimeZone, out var days) is not null) return null;
        if (!(await kind.Tell(new ReportAsked(session.Aside, here, days.From, days.Through), stop)).TryGet(out var rows, out _)) return Text(here.Locale, reader, saved, days, kind, null) with { Sender = new MailSender(here.Name), ToItsPeople = true };
        var told = new ToldReport(kind, days, session.Now, rows, null);
        var format = mail.Format == MailedFormat.Csv ? SheetFormat.Csv : SheetFormat.Xlsx;
        using var file = new MemoryStream();
        await SheetWriter.WriteAsync(format, file, ExportReport.Table(told), stop);
        return Text(here.Locale, reader, saved, days, kind, rows.Count) with { Sender = new MailSender(here.Name), ToItsPeople = true, Attachments = [new MailAttachment(ExportReport.FileName(told, format), format.MediaType().Split(';')[0], file.ToArray())] };
    }

    /// <summary>What it says, in German or English.</summary>
    /// <param name="rows">How many the file has; null where the report cannot be told in one go.</param>
    public static Mail Text(string language, Colleague reader, SavedReport saved, ReportDays days, ReportKind kind, int? rows)
    {
        var german = language.StartsWith("de", StringComparison.OrdinalIgnoreCase);
        var culture = System.Globalization.CultureInfo.GetCultureInfo(german || language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? language : "en-GB");
        var name = PlainText.Line(saved.Name);
        var (from, through) = (days.From.ToString("d", culture), days.Through.ToString("d", culture));
        var when = kind.Span == ReportSpan.Instant ? through : $"{from} – {through}";
        var path = $"/reports/{kind.Name}" + (kind.Span == ReportSpan.Instant ? "" : $"?from={DateText.Write(days.From)}&to={DateText.Write(days.Through)}");
        List<KeyValuePair<string, string>> facts = [new(german ? "Tage" : "Days", when)];
        if (rows is { } count) facts.Add(new(german ? "Zeilen" : "Rows", count.ToString("N0", culture)));
        return german
            ? new(reader.Email, reader.Name, language, $"{name}: {when}",
            [
                new MailPart.Paragraph(rows is null ? $"Guten Tag {reader.Name},\nder Bericht {name} lässt sich nicht auf einmal machen. Sehen Sie ihn an, und wählen Sie weniger Tage." : $"Guten Tag {reader.Name},\nanbei der Bericht {name}."),
                new MailPart.Facts(facts), new MailPart.Button("Bericht ansehen", path),
            ])
            : new(reader.Email, reader.Name, language, $"{name}: {when}",
            [
                new MailPart.Paragraph(rows is null ? $"Hello {reader.Name},\nthe report {name} cannot be made in one go. Look at it, and choose fewer days." : $"Hello {reader.Name},\nhere is the report {name}."),
                new MailPart.Facts(facts), new MailPart.Button("See the report", path),
            ]);
    }
}
