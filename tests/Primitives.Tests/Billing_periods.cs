using System.Text.Json;
using static Billing.Primitives.Tests.Kit;

namespace Billing.Primitives.Tests;

/// <summary>Every case of Data/billing-periods.json, whose header states the rules and whose cases name their sources.</summary>
public class Billing_periods
{
    private static readonly JsonElement File = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "billing-periods.json"))).RootElement;

    public static IEnumerable<TheoryDataRow<string>> Cases => File.GetProperty("cases").EnumerateArray().Select(one => new TheoryDataRow<string>(one.GetProperty("id").GetString()!));

    [Fact]
    public void are_all_here() => Assert.Equal(78, Cases.Count());

    [Theory, MemberData(nameof(Cases))]
    public void come_out_as_the_sources_say(string id)
    {
        var one = File.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);
        var (given, expected) = (one.GetProperty("input"), one.GetProperty("expected"));
        switch (one.GetProperty("kind").GetString())
        {
            case "first-billing-date": Same(expected, "firstBillingDate", Calendar(given, "startDate").First); break;
            case "period-count": PeriodCount(given, expected); break;
            case "billed-through": BilledThrough(given, expected); break;
            case "whole-periods": Same(expected, "count", new BillingCalendar(Date(given, "from"), Interval(given)).ElapsedBy(Date(given, "to"))); break;
            case "elapsed-periods": Same(expected, "count", Calendar(given, "billingStart").ElapsedBy(Date(given, "at"))); break;
            case "boundary-sequence": Assert.Equal(Dates(expected, "boundaries"), Calendar(given, "start").Boundaries().Take(given.GetProperty("count").GetInt32())); break;
            case "period-containing-date": Same(expected, Calendar(given, "billingStart").Containing(Date(given, "at"))); break;
            case "period-for-invoice-date": PeriodForInvoice(given, expected); break;
            case "local-date": Same(expected, "localDate", LocalDay.Of(Instant(given, "instant"), Zone(given))); break;
            case "trial-to-billing-day": Trial(given, expected); break;
            case "period-containing-instant": ContainingInstant(given, expected); break;
            case "previous-calendar-period": PreviousCalendarPeriod(given, expected); break;
            case "issue-date": IssuedOn(given, expected); break;
            case "billing-day": BillingDays(given, expected); break;
            case var kind: Assert.Fail($"Nobody knows the kind {kind}."); break;
        }
    }

    private static void PeriodCount(JsonElement given, JsonElement expected)
    {
        var calendar = Calendar(given, "startDate");
        var through = calendar.BilledThrough(BillingMode.Advance, Date(given, "targetDate"))!.Value;
        Same(expected, "wholePeriods", calendar.ElapsedBy(through));
        Assert.Equal(Dates(expected, "boundaries"), calendar.Boundaries().TakeWhile(day => day <= through));
    }

    private static void BilledThrough(JsonElement given, JsonElement expected)
    {
        var calendar = Calendar(given, "startDate");
        var mode = Text(given, "mode") switch { "advance" => BillingMode.Advance, "arrears" => BillingMode.Arrears, "arrears-bill-run" => BillingMode.ArrearsBillRun, var other => throw new ArgumentException(other) };
        var through = calendar.BilledThrough(mode, Date(given, "targetDate"), given.GetProperty("endDate").ValueKind == JsonValueKind.Null ? null : Date(given, "endDate"));
        Same(expected, "billedThrough", through);
        Same(expected, "nextBillingDate", through is { } day ? calendar.After(day) : calendar.First);
    }

    private static void PeriodForInvoice(JsonElement given, JsonElement expected)
    {
        var on = Date(given, "invoiceDate");
        Same(expected, Text(given, "mode") == "advance" ? Calendar(given, "invoiceDate").Containing(on) : Calendar(given, "billingStart").CompletedBy(on));
    }

    private static void Trial(JsonElement given, JsonElement expected)
    {
        var starts = LocalDay.Of(Instant(given, "createdAt"), Zone(given)).AddDays(given.GetProperty("trialDays").GetInt32());
        var calendar = new BillingCalendar(starts, Interval(given));
        Same(expected, "billingDay", (long)calendar.Day.Day);
        Same(expected, "firstPaidPeriodStart", calendar.Start);
        Same(expected, "firstPaidPeriodEnd", calendar.After(starts));
    }

    private static void ContainingInstant(JsonElement given, JsonElement expected)
    {
        var (start, end) = BillingInstants.Containing(Instant(given, "anchor"), Interval(given), Instant(given, "at"));
        Assert.Equal((Instant(expected, "start"), Instant(expected, "end")), (start, end));
    }

    private static void PreviousCalendarPeriod(JsonElement given, JsonElement expected)
    {
        var rhythm = given.GetProperty("intervalMonths").GetInt32() switch { 1 => BillingRhythm.Monthly, 3 => BillingRhythm.Quarterly, 6 => BillingRhythm.Semiannual, _ => BillingRhythm.Yearly };
        var period = rhythm.CalendarPeriodBefore(LocalDay.Of(Instant(given, "billingRunAt"), Zone(given)))!.Value;
        Assert.Equal(Instant(expected, "startUtc"), LocalDay.StartOf(period.From, Zone(given)));
        Assert.Equal(Instant(expected, "endInclusiveUtc"), LocalDay.StartOf(period.Through.AddDays(1), Zone(given)).AddSeconds(-1));
    }

    private static void IssuedOn(JsonElement given, JsonElement expected)
    {
        var anchor = Text(given, "anchor") == "next-period-start" ? IssueAnchor.NextPeriodStart : IssueAnchor.CurrentPeriodEnd;
        var adjustment = Text(given, "adjustment") == "keep-anchor" ? IssueAdjustment.KeepAnchor : IssueAdjustment.AlignWithFinalization;
        Same(expected, "issueDate", IssueDate.For(new Period(Date(given, "periodStart"), Date(given, "periodEndInclusive")), anchor, adjustment, given.GetProperty("graceDays").GetInt32()));
    }

    private static void BillingDays(JsonElement given, JsonElement expected)
    {
        var rhythm = Enum.Parse<BillingRhythm>(Text(given, "interval"), ignoreCase: true);
        var anchor = Enum.Parse<BillingAnchor>(Text(given, "anchorMode"), ignoreCase: true);
        var began = LocalDay.Of(Instant(given, "subscribedAt"), Zone(given));
        var days = given.GetProperty("checks").EnumerateArray().Select(check => LocalDay.Of(check.GetDateTimeOffset(), Zone(given))).ToArray();
        Assert.Equal(Dates(expected, "localDates"), days);
        Assert.Equal(expected.GetProperty("isBillingDay").EnumerateArray().Select(flag => flag.GetBoolean()), days.Select(day => rhythm.IsBillingDay(anchor, began, day, given.GetProperty("chargesMonthly").GetBoolean())));
    }

    private static BillingCalendar Calendar(JsonElement given, string start) => new(Date(given, start), Interval(given), given.TryGetProperty("billingDay", out var day) ? new BillingDay(day.GetInt32()) : null);

    private static BillingInterval Interval(JsonElement given) => given.TryGetProperty("intervalMonths", out var months) ? BillingInterval.Months(months.GetInt32()) : BillingInterval.Days(given.GetProperty("intervalDays").GetInt32());

    private static void Same(JsonElement expected, string name, DateOnly? actual) => Assert.Equal(expected.GetProperty(name).ValueKind == JsonValueKind.Null ? null : Date(expected, name), actual);

    private static void Same(JsonElement expected, string name, long actual) => Assert.Equal(expected.GetProperty(name).GetInt64(), actual);

    private static void Same(JsonElement expected, Period? actual)
    {
        Assert.Equal(Date(expected, "start"), actual!.Value.From);
        Assert.Equal(expected.TryGetProperty("end", out _) ? Date(expected, "end").AddDays(-1) : Date(expected, "endInclusive"), actual.Value.Through);
    }

    private static IEnumerable<DateOnly> Dates(JsonElement of, string name) => of.GetProperty(name).EnumerateArray().Select(day => Day(day.GetString()!));

    private static DateOnly Date(JsonElement of, string name) => Day(Text(of, name));

    private static DateTimeOffset Instant(JsonElement of, string name) => of.GetProperty(name).GetDateTimeOffset();

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static TimeZoneInfo Zone(JsonElement of) => Kit.Zone(Text(of, "timezone"));
}
