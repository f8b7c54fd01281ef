using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.NumberSeries, Billing.Invoicing.NumberSeriesEvent>;

namespace Billing.Invoicing.Tests;

public class Arranging_numbers
{
    private static readonly DateOnly Today = Day("2026-03-14");

    [Fact]
    public void chooses_a_pattern_and_where_counting_goes_on() =>
        Given().When(Arranging("RE-{yyyy}-{00000}", 1200)).Then(new NumberPatternChosen("RE-{yyyy}-{00000}"), new NumberingMovedOn("2026", 1200));

    [Fact]
    public void that_changes_nothing_says_nothing() => Given().When(Arranging("INV-{yyyy}-{0000}", 1)).ThenNothing();

    [Fact]
    public void never_goes_back() =>
        Assert.Equal(3L, Given(new NumberTaken("INV-2026-0002", "2026", 2, Id(1), Today)).When(Arranging("INV-{yyyy}-{0000}", 2)).ThenRefused("number-used").Details!["least"]);

    [Theory]
    [InlineData("", "pattern-unreadable"), InlineData("INV-{year}-{0000}", "pattern-unreadable"), InlineData("INV<{0000}>", "pattern-unreadable"), InlineData("INV-{yyyy}", "pattern-needs-counter")]
    [InlineData("{00}{00}", "pattern-needs-counter"), InlineData("{MM}-{000}", "pattern-needs-year")]
    public void refuses_patterns_that_make_no_numbers(string pattern, string code) => Given().When(Arranging(pattern)).ThenRefused(code);

    [Fact]
    public void refuses_a_next_number_that_is_none() => Given().When(Arranging("{0}", 0)).ThenRefused("number-out-of-range");

    [Theory]
    [InlineData("INV-{yyyy}-{0000}", "INV-2026-0042"), InlineData("{yy}{MM}/{0}", "2603/42"), InlineData("Rechnung Nr. {000000}", "Rechnung Nr. 000042"), InlineData("Ü#{00}_x", "Ü#42_x")]
    public void shows_what_a_number_will_look_like(string pattern, string number) => Assert.Equal(number, NumberPattern.Of(pattern).Value.Write(42, Today));

    private static Func<NumberSeries, Decision<NumberSeriesEvent>> Arranging(string pattern, long? next = null) => series => new ArrangeNumbers(pattern, next).Decide(series, NumberKind.Invoice, Today);
}
