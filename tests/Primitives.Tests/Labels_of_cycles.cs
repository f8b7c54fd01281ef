namespace Billing.Primitives.Tests;

public class Labels_of_cycles
{
    [Theory]
    [InlineData(0, "Current cycle"), InlineData(-1, "1 cycle ago"), InlineData(-2, "2 cycles ago"), InlineData(1, "1 cycle ahead"), InlineData(6, "6 cycles ahead"), InlineData(int.MinValue, "2147483648 cycles ago")]
    public void say_how_far_from_today(int index, string label) => Assert.Equal(label, new Cycle(index, Kit.Wednesday, new Period(Kit.Wednesday, Kit.Wednesday)).Label);
}
