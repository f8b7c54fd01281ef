namespace Billing.Identity.Tests;

public class Api_keys
{
    [Fact]
    public void are_recognised_by_their_look()
    {
        var key = KeyText.Make();
        Assert.StartsWith("bk_live_", key, StringComparison.Ordinal);
        Assert.Equal(57, key.Length);
        Assert.True(KeyText.IsKey(key));
        Assert.Equal(key[..12], KeyText.PrefixOf(key));
        for (var at = 8; at < key.Length; at++) Assert.False(KeyText.IsKey(key[..at] + (key[at] == 'A' ? 'B' : 'A') + key[(at + 1)..]));
        Assert.False(KeyText.IsKey(key + "A"));
        Assert.False(KeyText.IsKey(""));
    }

    [Fact]
    public void are_never_the_same() => Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => KeyText.Make()).Distinct().Count());
}
