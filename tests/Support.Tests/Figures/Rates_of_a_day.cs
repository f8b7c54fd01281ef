namespace Billing.Support.Tests.Figures;

public class Rates_of_a_day
{
    private static readonly Currency Usd = Currency.Parse("USD");
    private static readonly Guid Client = new("0193e0c0-0000-7000-8000-000000000001");

    private static readonly RateCard[] Cards = [Card(null, 1, 100), Card(null, 6, 110), Card(Client, 3, 90), Card(Client, 9, 95), Card(new("0193e0c0-0000-7000-8000-000000000002"), 1, 10)];

    [Theory]
    [InlineData(2, 100)]
    [InlineData(3, 90)]
    [InlineData(7, 90)]
    [InlineData(9, 95)]
    public void are_the_clients_own_from_its_first_card_on(int day, decimal low) => Assert.Equal(low, On(Client, day).Of(Urgency.Low).Value);

    [Theory]
    [InlineData(5, 100)]
    [InlineData(6, 110)]
    public void are_everybodys_where_the_client_has_none(int day, decimal low) => Assert.Equal(low, On(Guid.NewGuid(), day).Of(Urgency.Low).Value);

    [Fact]
    public void are_the_usual_ones_where_nobody_wrote_any() => Assert.Equal([125m, 150, 175, 250], Enum.GetValues<Urgency>().Select(urgency => RateCard.For([], Client, new(2025, 6, 1), Usd).Of(urgency).Value));

    private static RateCard On(Guid client, int day) => RateCard.For(Cards, client, new(2025, 6, day), Usd);

    private static RateCard Card(Guid? client, int day, decimal low) => new(client, new(2025, 6, day), Usd, new(low - 1), new(low), new(low + 1), new(low + 2));
}
