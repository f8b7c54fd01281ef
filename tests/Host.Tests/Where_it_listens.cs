using Microsoft.Extensions.Configuration;

namespace Billing.Host.Tests;

public class Where_it_listens
{
    [Theory]
    [InlineData(null, null, "http://localhost:5080")]
    [InlineData("", "", "http://localhost:5080")]
    [InlineData("", "http://0.0.0.0:8080", "http://0.0.0.0:8080")]
    [InlineData("http://127.0.0.1:81", "http://0.0.0.0:8080", "http://127.0.0.1:81")]
    public void is_said_by_the_first_setting_that_says_something(string? first, string? second, string expected) =>
        Assert.Equal(expected, Settings.From(new ConfigurationBuilder().AddInMemoryCollection([new("ASPNETCORE_URLS", first), new("Urls", second)]).Build()).Url);
}
