namespace Billing.AiCosts.Tests;

public class Windows_that_are_due
{
    private static readonly DateOnly Today = new(2026, 11, 14);
    private static readonly DateOnly ReadFrom = new(2026, 11, 1);

    private static string Due(AiReport report, DateOnly? through = null, DateOnly? readFrom = null) => string.Join(' ', AiWindow.Due(report, readFrom ?? ReadFrom, through, Today).Select(window => $"{window.From:MMdd}-{window.Until:MMdd}"));

    [Fact]
    public void begin_where_the_account_is_read_from_and_end_behind_today() => Assert.Equal("1101-1115", Due(new("costs", 3, 31)));

    [Fact]
    public void reach_back_by_the_tail_of_what_is_complete() => Assert.Equal("1110-1115", Due(new("costs", 3, 31), new(2026, 11, 13)));

    [Fact]
    public void never_reach_behind_the_first_day() => Assert.Equal("1101-1115", Due(new("costs", 30, 31), new(2026, 11, 13)));

    [Fact]
    public void are_as_long_as_one_question_may_be() => Assert.Equal("1101-1106 1106-1111 1111-1115", Due(new("costs", 3, 5)));

    [Fact]
    public void end_before_today_where_only_days_that_are_over_are_told() => Assert.Equal("1101-1114", Due(new("activity", 2, 30, HasToday: false)));

    [Fact]
    public void leave_out_what_the_provider_has_forgotten() => Assert.Equal("1015-1114", Due(new("activity", 2, 30, HasToday: false, KeptDays: 30), readFrom: new(2026, 9, 1)));

    [Fact]
    public void are_none_where_nothing_is_over() => Assert.Equal("", Due(new("activity", 0, 30, HasToday: false), readFrom: Today));
}
