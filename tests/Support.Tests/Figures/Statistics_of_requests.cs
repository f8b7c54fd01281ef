namespace Billing.Support.Tests.Figures;

public class Statistics_of_requests
{
    private static readonly Currency Usd = Currency.Parse("USD"), Eur = Currency.Parse("EUR");

    [Theory]
    [InlineData(7, nameof(DayPart.LateNight))]
    [InlineData(8, nameof(DayPart.Morning))]
    [InlineData(12, nameof(DayPart.Afternoon))]
    [InlineData(15, nameof(DayPart.Afternoon))]
    [InlineData(16, nameof(DayPart.Evening))]
    [InlineData(18, nameof(DayPart.Night))]
    [InlineData(22, nameof(DayPart.LateNight))]
    public void know_the_parts_of_a_day(int hour, string part) => Assert.Equal(part, RequestStatistics.PartOf(new(hour, 0)).ToString());

    [Fact]
    public void show_ties_as_ties()
    {
        var of = RequestStatistics.Of([Request(2, 9, "forms"), Request(2, 10, "email"), Request(3, 13, "email"), Request(3, 14, "forms"), Request(8, 20, "hosting")]);
        Assert.Equal([new(2025, 6, 2), new(2025, 6, 3)], of.BusiestDays.Of);
        Assert.Equal([1, 2], of.MostActive.Of);
        Assert.Equal([DayPart.Morning, DayPart.Afternoon], of.PeakParts.Of);
        Assert.Equal(["email", "forms"], of.TopCategories.Of);
        Assert.Equal((5, 1, 0), (of.Requests, of.Parts.Single(one => one.Of == DayPart.Night).Requests, of.ByHour[8]));
        Assert.Equal(1, of.Weekdays.Single(one => one.Of == 7).Requests); // the eighth is a Sunday
    }

    [Fact]
    public void of_nothing_peak_nowhere()
    {
        var of = RequestStatistics.Of([]);
        Assert.Empty(of.BusiestDays.Of);
        Assert.Empty(of.MostActive.Of);
        Assert.Equal(24, of.ByHour.Count);
    }

    [Fact]
    public void add_up_what_is_billed_by_currency_and_urgency()
    {
        var of = RequestStatistics.Of([Cost(Urgency.High, 250, 100, Usd), Cost(Urgency.High, 250, 0, Usd), Cost(Urgency.Low, 150, 150, Eur), Request(5, 9, "forms")]);
        Assert.Equal((4, 3), (of.Requests, of.Billable));
        Assert.Equal(["EUR 150.00 150.00 0.00", "USD 500.00 100.00 400.00"], of.Costs.Select(one => $"{one.Currency} {one.Gross.ToAmountText()} {one.Savings.ToAmountText()} {one.Net.ToAmountText()}"));
        Assert.Equal([(Urgency.High, 2), (Urgency.Low, 1)], of.Tiers.Select(one => (one.Urgency, one.Requests)));
    }

    private static CountedRequest Request(int day, int hour, string category) => new(new(2025, 6, day), new(hour, 30), category, Urgency.Low, new(1), null);

    private static CountedRequest Cost(Urgency urgency, decimal gross, decimal savings, Currency currency) => Request(2, 9, "forms") with { Urgency = urgency, Cost = new(new(0), new(gross, currency), new(savings, currency)) };
}
