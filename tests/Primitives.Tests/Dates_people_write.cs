using static Billing.Primitives.Tests.Kit;

namespace Billing.Primitives.Tests;

public class Dates_people_write
{
    [Theory]
    [InlineData("2025-11-14", DateOrder.Mdy), InlineData("2025-11-14", DateOrder.Dmy), InlineData("2025-11-14", DateOrder.Ymd)]
    [InlineData("20251114", DateOrder.Mdy), InlineData("20251114", DateOrder.Dmy), InlineData("20251114", DateOrder.Ymd), InlineData("2025/11/14", DateOrder.Mdy)]
    [InlineData("11/14/2025", DateOrder.Mdy), InlineData("11142025", DateOrder.Mdy), InlineData("11-14-2025", DateOrder.Mdy), InlineData(" 11.14.2025 ", DateOrder.Mdy)]
    [InlineData("14.11.2025", DateOrder.Dmy), InlineData("14112025", DateOrder.Dmy), InlineData("14/11/2025", DateOrder.Dmy)]
    public void are_read_by_their_order(string text, DateOrder order) => Assert.Equal(Day("2025-11-14"), DateText.Read(text, order).Value);

    [Theory, InlineData("1/5/2025", DateOrder.Mdy), InlineData("5.1.2025", DateOrder.Dmy), InlineData("2025-1-5", DateOrder.Ymd), InlineData("01052025", DateOrder.Mdy)]
    public void need_no_zero_before_a_single_digit(string text, DateOrder order) => Assert.Equal(Day("2025-01-05"), DateText.Read(text, order).Value);

    [Theory, InlineData("02/29/2024", "2024-02-29"), InlineData("12/31/2999", "2999-12-31"), InlineData("01/01/1900", "1900-01-01")]
    public void may_be_leap_days_and_the_ends_of_the_years(string text, string day) => Assert.Equal(Day(day), DateText.Read(text, DateOrder.Mdy).Value);

    [Theory]
    [InlineData("02/30/2025"), InlineData("02/29/2025"), InlineData("13/01/2025"), InlineData("14/11/2025"), InlineData("00/10/2025"), InlineData("11/00/2025"), InlineData("14.11.2025"), InlineData("14112025")]
    [InlineData("11/14/25"), InlineData("11/14/1899"), InlineData("11/14/3000"), InlineData("0001-01-01"), InlineData("9999-12-31"), InlineData("11/14"), InlineData("11/14-2025"), InlineData("11//14/2025"), InlineData("2025-11-14T00:00:00")]
    [InlineData(""), InlineData(null), InlineData("soon"), InlineData("45975"), InlineData("１１/14/2025"), InlineData("-1/-1/2025"), InlineData("2025-011-14")]
    public void that_are_impossible_are_refused_and_never_turned_around(string? text) => Assert.Equal("not-a-date", Refused(DateText.Read(text, DateOrder.Mdy)));

    [Theory, InlineData("11/14/2025"), InlineData("11142025")]
    public void need_an_order_unless_the_year_comes_first(string text) => Assert.Equal("not-a-date", Refused(DateText.Read(text)));
}
