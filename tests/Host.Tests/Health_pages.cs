using System.Net.Http.Json;
using System.Text.Json;
using Billing.Web;

namespace Billing.Host.Tests;

public class Health_pages(RunningProduct product)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/health")]
    public async Task are_well(string path)
    {
        var page = await product.Http.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);
        Assert.Equal("ok", page.GetProperty("status").GetString());
    }

    [Fact]
    public async Task name_the_database()
    {
        var page = await product.Http.GetFromJsonAsync<JsonElement>("/health", TestContext.Current.CancellationToken);
        Assert.Contains(page.GetProperty("parts").EnumerateArray(), part => part.GetProperty("name").GetString() == "database" && part.GetProperty("status").GetString() == "ok");
        var api = await product.Http.GetFromJsonAsync<JsonElement>("/api/health", TestContext.Current.CancellationToken);
        Assert.Equal("ok", api.GetProperty("database").GetProperty("status").GetString());
        Assert.True(api.GetProperty("database").GetProperty("milliseconds").GetDecimal() >= 0);
    }

    [Fact]
    public async Task are_as_bad_as_their_worst_part()
    {
        var page = await HealthPage.Of([new Part("a", Health.Ok), new Part("b", new(HealthStatus.Degraded, "behind", 12)), new Part("c", null)], [new Group()], TestContext.Current.CancellationToken);
        Assert.Equal(HealthStatus.Failed, page.Status);
        Assert.Equal([("a", HealthStatus.Ok), ("b", HealthStatus.Degraded), ("c", HealthStatus.Failed), ("d", HealthStatus.Failed), ("e", HealthStatus.Failed)], page.Parts.Select(part => (part.Name, part.Status)));
        Assert.Equal(12, page.Parts[1].Lag);
    }

    [Fact]
    public async Task know_the_day_where_the_organisation_is()
    {
        var page = await product.Http.GetFromJsonAsync<JsonElement>("/api/organisation", TestContext.Current.CancellationToken);
        var there = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland"));
        Assert.InRange(DateOnly.Parse(page.GetProperty("today").GetString()!, System.Globalization.CultureInfo.InvariantCulture), DateOnly.FromDateTime(there.DateTime).AddDays(-1), DateOnly.FromDateTime(there.DateTime));
    }

    private sealed class Group : IHealthParts
    {
        public IReadOnlyList<string> Names => ["d", "e"];

        public Task<IReadOnlyList<HealthRow>> Look(CancellationToken stop) => Task.FromException<IReadOnlyList<HealthRow>>(new InvalidOperationException("ill"));
    }

    private sealed record Part(string Name, Health? Answer) : IHealthPart
    {
        public Task<Health> Check(CancellationToken stop) => Answer is null ? throw new InvalidOperationException("ill") : Task.FromResult(Answer);
    }
}
