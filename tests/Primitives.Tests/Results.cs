namespace Billing.Primitives.Tests;

public class Results
{
    [Fact]
    public void are_a_value_or_a_refusal()
    {
        Result<int> value = 5;
        Result<int> no = new Refusal("no", "No.");
        Assert.True(value.TryGet(out var five, out _) && five == 5);
        Assert.False(no.TryGet(out _, out var refusal));
        Assert.Equal("no", refusal.Code);
        Assert.Throws<InvalidOperationException>(() => no.Value);
        Assert.Throws<InvalidOperationException>(() => default(Result<int>).TryGet(out _, out _));
    }
}
