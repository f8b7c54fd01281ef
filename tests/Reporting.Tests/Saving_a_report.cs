namespace Billing.Reporting.Tests;

/// <summary>Reports under a name, and the days on which they go out.</summary>
public class Saving_a_report
{
    private static readonly Guid Ann = Guid.Parse("0193e0c0-0000-7000-8000-0000000000a1");
    private static readonly Guid Bob = Guid.Parse("0193e0c0-0000-7000-8000-0000000000b1");
    private static readonly DateOnly Friday = new(2025, 1, 31);

    private static SavedReport After(params SavedReportEvent[] happened) => happened.Aggregate(SavedReport.Initial, (state, one) => state.Apply(one));

    private static SavedReport Saved(params SavedReportEvent[] more) => After([new ReportSaved("Taxes", "tax", SavedDays.LastMonth, null, null), .. more]);

    private static ReportMailAgreed Mailed(MailRhythm rhythm, int day, DateOnly since) => new(rhythm, day, MailedFormat.Csv, [Ann], since);

    [Theory]
    [InlineData("", nameof(SavedDays.LastMonth), null, null, "saved-report-name-wrong")]
    [InlineData("Taxes", nameof(SavedDays.LastMonth), "2025-01-01", "2025-01-31", "saved-report-days-unclear")]
    [InlineData("Taxes", nameof(SavedDays.Fixed), null, null, "saved-report-days-unclear")]
    [InlineData("Taxes", nameof(SavedDays.Fixed), "2025-01-01", null, "saved-report-days-unclear")]
    [InlineData("Taxes", nameof(SavedDays.Fixed), "2025-01-31", "2025-01-01", "saved-report-days-unclear")]
    [InlineData("Taxes", nameof(SavedDays.Fixed), "2014-01-01", "2025-01-01", "saved-report-days-unclear")]
    public void refuses_what_makes_no_sense(string name, string days, string? from, string? through, string code) => Assert.Equal(code, new SaveReport(name, "tax", Enum.Parse<SavedDays>(days), Day(from), Day(through)).Decide().Refusal?.Code);

    [Fact]
    public void keeps_what_was_asked() => Assert.Equal(new ReportSaved("Taxes", "tax", SavedDays.LastMonth, null, null), Assert.Single(new SaveReport(" Taxes ", "tax", SavedDays.LastMonth).Decide().Events));

    [Fact]
    public void under_the_same_name_and_days_is_nothing_new() => Assert.Empty(new AmendSavedReport("Taxes", SavedDays.LastMonth).Decide(Saved()).Events);

    [Fact]
    public void that_was_dropped_stays_so()
    {
        Assert.Equal("saved-report-dropped", new AmendSavedReport("Taxes").Decide(Saved(new SavedReportDropped())).Refusal?.Code);
        Assert.Equal("saved-report-dropped", new AgreeReportMail(MailRhythm.Weekly, 1, [Ann]).Decide(Saved(new SavedReportDropped()), [Ann], Friday).Refusal?.Code);
        Assert.Empty(AmendSavedReport.Drop(Saved(new SavedReportDropped())).Events);
        Assert.Null(Saved(Mailed(MailRhythm.Weekly, 1, Friday), new SavedReportDropped()).Mail);
    }

    [Theory]
    [InlineData(nameof(MailRhythm.Weekly), 0, "report-mail-day-wrong")]
    [InlineData(nameof(MailRhythm.Weekly), 8, "report-mail-day-wrong")]
    [InlineData(nameof(MailRhythm.Monthly), 32, "report-mail-day-wrong")]
    [InlineData(nameof(MailRhythm.Monthly), 31, null)]
    public void goes_out_on_days_that_there_are(string rhythm, int day, string? code) => Assert.Equal(code, new AgreeReportMail(Enum.Parse<MailRhythm>(rhythm), day, [Ann]).Decide(Saved(), [Ann], Friday).Refusal?.Code);

    [Fact]
    public void goes_to_those_who_may_read_it()
    {
        Assert.Equal("report-mail-readers-unclear", new AgreeReportMail(MailRhythm.Weekly, 1, [Ann, Bob]).Decide(Saved(), [Ann], Friday).Refusal?.Code);
        Assert.Equal("report-mail-readers-unclear", new AgreeReportMail(MailRhythm.Weekly, 1, []).Decide(Saved(), [Ann], Friday).Refusal?.Code);
        Assert.Equal(Ann, Assert.Single(Assert.IsType<ReportMailAgreed>(Assert.Single(new AgreeReportMail(MailRhythm.Weekly, 1, [Ann, Ann]).Decide(Saved(), [Ann, Bob], Friday).Events)).Readers));
        Assert.Empty(new AgreeReportMail(MailRhythm.Weekly, 1, [Ann], MailedFormat.Csv).Decide(Saved(Mailed(MailRhythm.Weekly, 1, Friday)), [Ann], Friday).Events);
        Assert.Empty(AgreeReportMail.Stop(Saved()).Events);
    }

    [Theory]
    [InlineData(nameof(MailRhythm.Weekly), 1, "2025-01-31", "2025-02-02", null)] // the Sunday before the first Monday
    [InlineData(nameof(MailRhythm.Weekly), 1, "2025-01-31", "2025-02-03", "2025-02-03")]
    [InlineData(nameof(MailRhythm.Weekly), 1, "2025-01-31", "2025-02-09", "2025-02-03")]
    [InlineData(nameof(MailRhythm.Weekly), 7, "2025-01-31", "2025-02-02", "2025-02-02")]
    [InlineData(nameof(MailRhythm.Weekly), 5, "2025-01-31", "2025-01-31", null)] // agreed on that very day
    [InlineData(nameof(MailRhythm.Monthly), 31, "2025-01-31", "2025-02-27", null)]
    [InlineData(nameof(MailRhythm.Monthly), 31, "2025-01-31", "2025-02-28", "2025-02-28")]
    [InlineData(nameof(MailRhythm.Monthly), 31, "2025-01-31", "2025-03-30", "2025-02-28")]
    [InlineData(nameof(MailRhythm.Monthly), 1, "2024-12-31", "2025-01-01", "2025-01-01")]
    public void is_due_on_its_days_after_it_was_agreed(string rhythm, int day, string since, string today, string? due) => Assert.Equal(Day(due), Saved(Mailed(Enum.Parse<MailRhythm>(rhythm), day, Day(since)!.Value)).Mail!.Due(Day(today)!.Value));

    [Fact]
    public void goes_out_once_for_each_day_that_it_is_due()
    {
        var (now, went) = (Saved(Mailed(MailRhythm.Weekly, 1, Friday)), new List<DateOnly>());
        for (var day = Friday; day <= new DateOnly(2025, 2, 28); day = day.AddDays(1))
            for (var look = 0; look < 3; look++)
                foreach (var happened in now.GoOut(day).Events)
                {
                    now = now.Apply(happened);
                    went.Add(day);
                }
        Assert.Equal(new DateOnly[] { new(2025, 2, 3), new(2025, 2, 10), new(2025, 2, 17), new(2025, 2, 24) }, went);
        Assert.Equal(new ReportMailed(new(2025, 3, 24)), Assert.Single(now.GoOut(new(2025, 3, 27)).Events)); // of several that were missed, the last
        Assert.Empty(Saved().GoOut(Friday).Events);
    }

    [Theory]
    [InlineData(nameof(SavedDays.LastTwelveMonths), null, null)]
    [InlineData(nameof(SavedDays.ThisMonth), "2025-01-01", "2025-01-31")]
    [InlineData(nameof(SavedDays.LastMonth), "2024-12-01", "2024-12-31")]
    [InlineData(nameof(SavedDays.LastSevenDays), "2025-01-24", "2025-01-30")]
    [InlineData(nameof(SavedDays.ThisYear), "2025-01-01", "2025-01-31")]
    [InlineData(nameof(SavedDays.LastYear), "2024-01-01", "2024-12-31")]
    public void is_about_days_seen_from_the_day_it_is_asked_for(string days, string? from, string? through) => Assert.Equal((Day(from), Day(through)), After(new ReportSaved("Taxes", "tax", Enum.Parse<SavedDays>(days), null, null)).On(Friday));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
