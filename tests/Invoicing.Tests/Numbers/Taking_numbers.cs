using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.NumberSeries, Billing.Invoicing.NumberSeriesEvent>;

namespace Billing.Invoicing.Tests;

public class Taking_numbers
{
    private static readonly DateOnly Today = Day("2026-03-14");

    [Fact]
    public void begins_with_one_and_goes_on_without_a_hole() =>
        Given(Taken(1), Taken(2)).When(Taking()).Then(Taken(3));

    [Fact]
    public void begins_anew_each_year_when_the_pattern_shows_it() =>
        Given(Taken(1, "2025-12-30")).When(Taking()).Then(new NumberTaken("INV-2026-0001", "2026", 1, Id(7), Today));

    [Fact]
    public void of_a_date_of_last_year_goes_on_where_that_year_ended() =>
        Given(Taken(7, "2025-12-30"), Taken(1)).When(Taking(issueDate: "2025-12-31")).Then(new NumberTaken("INV-2025-0008", "2025", 8, Id(7), Today));

    [Fact]
    public void follows_the_pattern_that_was_chosen() => Given(new NumberPatternChosen("R{yy}/{MM}-{00}"), new NumberingMovedOn("2026-03", 41))
        .When(Taking()).Then(new NumberTaken("R26/03-41", "2026-03", 41, Id(7), Today));

    [Fact]
    public void has_longer_numbers_than_the_pattern_rather_than_the_same_again() => Given(new NumberPatternChosen("{00}"), new NumberingMovedOn("all", 100)).When(Taking()).Then(new NumberTaken("100", "all", 100, Id(7), Today));

    [Fact]
    public void allows_the_fifth_of_five_and_refuses_the_sixth()
    {
        Given(Taken(1), Taken(2), Taken(3), Taken(4)).When(Taking(limit: 5)).Then(Taken(5));
        var refusal = Given(Taken(1), Taken(2), Taken(3), Taken(4), Taken(5)).When(Taking(limit: 5)).ThenRefused("plan-limit-reached");
        Assert.Equal((5L, Day("2026-04-01")), (refusal.Details!["limit"], refusal.Details["again"]));
        Assert.Contains("5 invoices a month", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void counts_from_nothing_again_on_the_first() => Given(Taken(1), Taken(2), Taken(3), Taken(4), Taken(5))
        .When(s => new TakeNumber(NumberKind.Invoice, Id(7), Day("2026-04-01"), Day("2026-04-01"), 5).Decide(s)).Then(new NumberTaken("INV-2026-0006", "2026", 6, Id(7), Day("2026-04-01")));

    [Fact]
    public void is_counted_by_the_day_of_issuing_whatever_date_is_printed() =>
        Given(Taken(1), Taken(2)).When(s => new TakeNumber(NumberKind.Invoice, Id(7), Day("2026-01-01"), Today, 2).Decide(s)).ThenRefused("plan-limit-reached");

    private static Func<NumberSeries, Decision<NumberSeriesEvent>> Taking(long? limit = null, string? issueDate = null) =>
        series => new TakeNumber(NumberKind.Invoice, Id(7), issueDate is null ? Today : Day(issueDate), Today, limit).Decide(series);

    private static NumberTaken Taken(long count, string day = "2026-03-14") => new($"INV-{day[..4]}-{count:0000}", day[..4], count, Id(7), Day(day));
}
