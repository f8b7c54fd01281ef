namespace Billing.AiCosts.Tests;

/// <summary>Seats that are charged no more from a day on.</summary>
public class Giving_seats_up
{
    private static readonly DateOnly Today = new(2026, 11, 13);

    private static readonly AiSeatsBooked Booked = new(new("0193e0c0-0000-7000-8000-000000000001"), "Copilot Business", 10, new UnitPrice(19), Worth.Dollar, new(2026, 9, 30));

    private static AiSeats After(params AiSeatsEvent[] happened) => happened.Aggregate(AiSeats.Initial, (seats, one) => seats.Apply(one));

    [Fact]
    public void is_from_tomorrow_on_where_nobody_says_otherwise() => Assert.Equal([new AiSeatsGivenUp(new(2026, 11, 14))], AgreeSeats.GiveUp(After(Booked), null, Today).Events);

    [Fact]
    public void with_another_day_puts_the_day_right() => Assert.Equal([new AiSeatsGivenUp(new(2026, 10, 1))], AgreeSeats.GiveUp(After(Booked, new AiSeatsGivenUp(new(2026, 11, 14))), new(2026, 10, 1), Today).Events);

    [Fact]
    public void again_is_nothing_new()
    {
        var before = After(Booked, new AiSeatsGivenUp(new(2026, 10, 1)));
        Assert.Empty(AgreeSeats.GiveUp(before, new(2026, 10, 1), Today).Events);
        Assert.Empty(AgreeSeats.GiveUp(before, null, Today).Events);
    }
}
