using Billing.Documents;
using static Billing.Documents.Tests.Files;

namespace Billing.Documents.Tests;

public class Guessing_how_values_are_written
{
    [Theory]
    [InlineData("1,234.50", DecimalMark.Point), InlineData("1.234,50", DecimalMark.Comma), InlineData("12,5 €", DecimalMark.Comma), InlineData("$5883.00", DecimalMark.Point), InlineData("1.234.567", DecimalMark.Comma)]
    [InlineData("1'234.567", DecimalMark.Point), InlineData("0,125", DecimalMark.Comma), InlineData("1234.567", DecimalMark.Point), InlineData("(3,20)", DecimalMark.Comma)]
    public void tells_the_decimal_sign(string value, DecimalMark mark) => Assert.Equal(new SheetGuess<DecimalMark>(mark, 0, 0, null), Decimals(value));

    [Theory]
    [InlineData("1.234"), InlineData("$10,005"), InlineData("-100.000")]
    public void admits_that_thousands_read_both_ways(string value)
    {
        Assert.Equal(new SheetGuess<DecimalMark>(null, 0, 1, value), Decimals(value));
        Assert.True(Decimals(value).IsAmbiguous);
        Assert.Equal(DecimalMark.Comma, Decimals(value, "3,5").Found);
    }

    [Fact]
    public void counts_who_disagrees()
    {
        Assert.Equal(new SheetGuess<DecimalMark>(DecimalMark.Comma, 1, 0, null), Decimals("1,5", "2,5", "3.5", "n/a", "", "7"));
        Assert.True(Decimals("1,5", "2.5").IsAmbiguous);
        Assert.False(Decimals("n/a", "7").IsAmbiguous);
    }

    [Theory]
    [InlineData("11/14/2025", DateOrder.Mdy), InlineData("14/11/2025", DateOrder.Dmy), InlineData("11142025", DateOrder.Mdy), InlineData("14112025", DateOrder.Dmy), InlineData("20251114", DateOrder.Ymd)]
    [InlineData("2025-11-14", DateOrder.Ymd), InlineData("01.02.2025", DateOrder.Dmy), InlineData("02/30/2025", DateOrder.Mdy), InlineData("1022025", null), InlineData("1312025", DateOrder.Mdy)]
    public void tells_the_order_of_dates(string value, DateOrder? order) => Assert.Equal(order, Dates(value).Found);

    [Fact]
    public void takes_year_first_only_where_nothing_else_occurs()
    {
        Assert.Equal(DateOrder.Mdy, Dates("2025-11-14", "2025-11-15", "11/16/2025").Found);
        Assert.Equal(new SheetGuess<DateOrder>(null, 0, 1, "03/04/2025"), Dates("2025-11-14", "03/04/2025", "05/05/2025"));
        Assert.Equal(DateOrder.Mdy, Dates("01.02.2025", "01/14/2025").Found);
    }

    [Fact]
    public void maps_headers_by_choice_then_name_then_synonym()
    {
        SheetField[] fields = [new("Billed", "Amount"), new("Paid", "Amount paid"), new("Note")];
        Assert.Equal(new Dictionary<string, int> { ["Billed"] = 1, ["Paid"] = 0, ["Note"] = 2 }, SheetField.Map(fields, ["AMOUNT_PAID", "amount", " note "]));
        Assert.Equal(new Dictionary<string, int> { ["Billed"] = 0, ["Paid"] = 1 }, SheetField.Map(fields, ["Paid", "Amount paid", "Note"], new Dictionary<string, string> { ["billed"] = "PAID", ["note"] = "" }));
    }

    private static SheetGuess<DecimalMark> Decimals(params string[] values) => SheetGuess.Decimals(Of(values), 0);

    private static SheetGuess<DateOrder> Dates(params string[] values) => SheetGuess.Dates(Of(values), 0);

    private static Sheet Of(string[] values) => Sheet("value|x\n" + string.Concat(values.Select(v => $"{v}|x\n")), new SheetOptions { Separator = '|' });
}
