namespace Billing.Support.Tests.Figures;

public class Hours_of_a_ticket
{
    [Theory]
    [InlineData(0, "1")]
    [InlineData(1, "1")]
    [InlineData(2, "0.75")]
    [InlineData(3, "1.13")]
    [InlineData(5, "1.88")]
    [InlineData(26, "9.75")]
    [InlineData(40, "10")]
    public void in_an_emergency(int responses, string hours) => Assert.Equal(hours, TicketHours.Of(Urgency.High, responses).ToString());

    [Theory]
    [InlineData(1, "0.5")]
    [InlineData(3, "0.75")]
    [InlineData(7, "1.75")]
    [InlineData(40, "10")]
    public void on_the_same_day(int responses, string hours) => Assert.Equal(hours, TicketHours.Of(Urgency.Medium, responses).ToString());

    [Theory]
    [InlineData(1, "0.25")]
    [InlineData(2, "0.38")]
    [InlineData(5, "0.94")]
    [InlineData(60, "10")]
    public void that_can_wait(int responses, string hours) => Assert.Equal(hours, TicketHours.Of(Urgency.Low, responses).ToString());

    [Fact]
    public void at_a_promotional_rate_are_those_of_one_that_can_wait() => Assert.All([1, 2, 5, 60], responses => Assert.Equal(TicketHours.Of(Urgency.Low, responses), TicketHours.Of(Urgency.Promotion, responses)));

    [Theory]
    [InlineData(nameof(Effort.Small), "0.25")]
    [InlineData(nameof(Effort.Medium), "0.5")]
    [InlineData(nameof(Effort.Large), "1")]
    public void by_its_effort(string effort, string hours) => Assert.Equal(hours, TicketHours.Of(Enum.Parse<Effort>(effort)).ToString());
}
