using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;

namespace Billing.Host.Tests.Subscriptions;

/// <summary>Two processes on one database, each of which remembers what it read.</summary>
public sealed class Plans_over_two_processes : Branches
{
    [Fact]
    public async Task count_as_the_other_one_revised_them_at_once()
    {
        var (one, two) = (await Start(), await Start());
        var client = await Subscriptions_of_a_bureau.Arrange(one);
        var theirs = one with { Organisation = "theirs" };
        var other = await Subscriptions_of_a_bureau.Arrange(theirs);
        var id = (await Subscriptions_of_a_bureau.Begin(two, client, "pro", new { startAt = "2025-11-04T12:00:00Z" })).Text("id");
        var wish = new { planCode = "enterprise" };
        Assert.Equal("35.00", (await two.Post($"/api/subscriptions/{id}/preview", wish)).Ok().Text("due.amount"));

        (await one.Put("/api/subscription-settings", new { changeDay = "old" })).Ok();
        Assert.Equal("32.67", (await two.Post($"/api/subscriptions/{id}/preview", wish)).Ok().Text("due.amount")); // 14 of 30 days

        var terms = (await one.Get("/api/plans/pro")).Ok()["terms"]!.DeepClone();
        foreach (var price in terms["components"]![0]!["prices"]!.AsArray()) price!["amount"] = "39.00";
        (await one.Put("/api/plans/pro", new { terms, existingFrom = "2025-12-01" })).Ok();
        Assert.Equal("39.00", (await Subscriptions_of_a_bureau.Begin(two, client, "pro", new { alongOthers = true })).Text("bills.0.amount.amount"));
        Assert.Equal("39.00", (await two.Post($"/api/subscriptions/{id}/preview")).Ok().Text("nextTotal.amount"));
        Assert.Equal("29.00", (await Subscriptions_of_a_bureau.Begin(two with { Organisation = "theirs" }, other, "pro")).Text("bills.0.amount.amount"));
    }
}
