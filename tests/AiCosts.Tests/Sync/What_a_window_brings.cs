namespace Billing.AiCosts.Tests;

public class What_a_window_brings
{
    private static readonly Guid Account = new("0193e0c0-0000-7000-8000-000000000001");
    private static readonly AiReport Costs = new("costs", 3, 31);
    private static readonly DateTimeOffset Noon = new(2026, 11, 13, 12, 0, 0, TimeSpan.Zero);

    private static AiRecord Row(string? key, decimal cost, string model = "gpt-5") => AiRecord.Money(new(Model: model, Key: key), cost, "usd");

    private static AiBucket Day(int day, params AiRecord[] rows) => AiBucket.Day(new(2026, 11, day), rows);

    private static AiWindowDifference Of(IReadOnlyList<AiBucket> told, AiWindowDifference? before = null, AiReport? report = null, DateTimeOffset? now = null) => AiWindowDifference.Of(
        Account, report ?? Costs, told, [.. before?.Keep.Select(row => new AiWindowDifference.Known(row.Id, row.Content, false, row.Start, row.Minutes)) ?? []], before?.Buckets ?? [], now ?? Noon);

    private static string Counts(AiWindowDifference news) => $"{news.Recorded} {news.Restated} {news.Withdraw.Count} {news.IsNews}";

    [Fact]
    public void first_is_all_new_and_an_empty_day_was_read_too()
    {
        var first = Of([Day(11), Day(12, Row("a", 1), Row("b", 2)), Day(13, Row("a", 3))]);
        Assert.Equal("3 0 0 True", Counts(first));
        Assert.Equal([false, false, true], first.Buckets.Select(bucket => bucket.Preliminary));
        Assert.True(first.Preliminary);
    }

    [Fact]
    public void again_in_another_order_is_nothing_new()
    {
        var first = Of([Day(11, Row("a", 1), Row("b", 2)), Day(12)]);
        var again = Of([Day(12), Day(11, Row("b", 2.0m), Row("a", 1))], first);
        Assert.Equal("0 0 0 False", Counts(again));
        Assert.Empty(again.Buckets);
        Assert.Equal(first.Hash, again.Hash);
    }

    [Fact]
    public void takes_the_place_of_the_whole_day_so_that_what_found_its_owner_does_not_count_twice()
    {
        var first = Of([Day(12, Row(null, 2), Row("a", 1))]);
        var second = Of([Day(12, Row("late", 2), Row("a", 1.5m))], first);
        Assert.Equal("1 1 1 True", Counts(second));
        Assert.Equal(first.Keep.Single(row => row.Record.Of.Key is null).Id, Assert.Single(second.Withdraw));
    }

    [Fact]
    public void leaves_days_alone_that_it_tells_nothing_of()
    {
        var first = Of([Day(11, Row("a", 1)), Day(12, Row("a", 1))]);
        Assert.Equal("0 1 0 True", Counts(Of([Day(12, Row("a", 2))], first)));
    }

    [Fact]
    public void of_a_day_that_is_over_only_closes_it()
    {
        var first = Of([Day(13, Row("a", 1))]);
        var next = Of([Day(13, Row("a", 1))], first, now: Noon.AddDays(1));
        Assert.Equal("0 0 0 False", Counts(next));
        Assert.False(Assert.Single(next.Buckets).Preliminary);
    }

    [Fact]
    public void puts_together_what_two_pages_tell_of_a_day()
    {
        Assert.Equal("2 0 0 True", Counts(Of([Day(12, Row("a", 1)), Day(12, Row("b", 2))])));
        Assert.Equal(Of([Day(12, Row("a", 1), Row("b", 2))]).Hash, Of([Day(12, Row("a", 1)), Day(12, Row("b", 2))]).Hash);
    }

    [Fact]
    public void keeps_true_doubles_apart_and_adds_up_parts_where_the_report_has_parts()
    {
        Assert.Equal("2 0 0 True", Counts(Of([Day(12, Row("a", 1), Row("a", 1))])));
        Assert.Equal(2, Assert.Single(Of([Day(12, Row("a", 1)), Day(12, Row("a", 1))], report: Costs with { IsAddedUp = true }).Keep).Record.Cost);
    }

    [Fact]
    public void knows_a_row_by_what_tells_it_apart_and_by_nothing_else()
    {
        Guid Id(AiRecord row, int day = 12) => Of([Day(day, row)]).Keep.Single().Id;
        Assert.Equal(Id(Row("a", 1)), Id(Row("a", 99)));
        Assert.NotEqual(Id(Row("a", 1)), Id(Row("a", 1), 11));
        Assert.NotEqual(Id(Row(null, 1)), Id(Row("-", 1)));
        Assert.NotEqual(Id(AiRecord.Money(new(Model: "a;1:b", Project: null), 1, "usd")), Id(AiRecord.Money(new(Model: "a", Project: "b"), 1, "usd")));
    }
}
