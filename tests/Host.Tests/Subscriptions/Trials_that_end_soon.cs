using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Subscriptions;

public class Trials_that_end_soon : MailBureau
{
    [Fact]
    public async Task are_told_of_three_days_before_to_those_whom_it_concerns()
    {
        foreach (var desk in new[] { Ours, Theirs }) (await desk.Post("/api/plans/seed")).Ok();
        var told = await Try(Ours, "told@example.test", "enterprise");
        await Try(Ours, "short@example.test", "pro", 3);
        var theirs = await Try(Theirs, "theirs@example.test", "pro");
        (await Theirs.Delete($"/api/subscriptions/{theirs}")).Ok();

        Clock.Forward(TimeSpan.FromDays(11) - TimeSpan.FromMinutes(30));
        await Until("the short trial is billed", async () => (await Table("select total::numeric(20, 2) from invoicing_invoices where standing = 'issued'")) == "(29.00)");
        Assert.Empty(Mails());
        Clock.Forward(TimeSpan.FromHours(1));
        await Until("the mail is there", () => Task.FromResult(Mails().Count == 1));
        var mail = Mails()[0].ToString();
        Assert.Contains("told@example.test", mail, StringComparison.Ordinal);
        Assert.Contains("Your trial of Enterprise ends on", mail, StringComparison.Ordinal);
        Assert.Contains("99.00 USD", mail, StringComparison.Ordinal);
        Assert.Equal("subscription_started trial_end_told", await Events(told));
        Clock.Forward(TimeSpan.FromDays(4));
        await Until("the trial is over", async () => (await Events(told)).EndsWith("trial_ended period_billed", StringComparison.Ordinal));
        await Until("theirs has ended", async () => (await Events(theirs, "theirs")).EndsWith("subscription_canceled", StringComparison.Ordinal));
        Assert.Equal("subscription_started cancellation_agreed trial_ended subscription_canceled", await Events(theirs, "theirs"));
        Assert.Single(Mails());
    }

    [Fact]
    public async Task are_told_of_when_they_go_on_that_stood_still_in_their_last_days()
    {
        foreach (var desk in new[] { Ours, Theirs }) (await desk.Post("/api/plans/seed")).Ok();
        var (id, theirs) = (await Try(Ours, "told@example.test", "enterprise"), await Try(Theirs, "theirs@example.test", "pro"));
        foreach (var (desk, paused) in new[] { (Ours, id), (Theirs, theirs) }) (await desk.Post($"/api/subscriptions/{paused}/pause")).Ok();
        Clock.Forward(TimeSpan.FromDays(12));
        await Until("nobody was told", async () => await Table("select 1 from messages where type = 'subscriptions.trial_ends_soon' and handled_at is null") == "");
        Assert.Empty(Mails());
        (await Ours.Post($"/api/subscriptions/{id}/resume")).Ok();
        await Until("the mail is there", () => Task.FromResult(Mails().Count == 1));
        Assert.Contains("told@example.test", Mails()[0].ToString(), StringComparison.Ordinal);
        Assert.Equal("subscription_started subscription_paused subscription_resumed trial_end_told", await Events(id));
        Assert.Equal("subscription_started subscription_paused", await Events(theirs, "theirs"));
    }

    private static async Task<string> Try(Desk desk, string reader, string plan, int days = 14)
    {
        var client = (await desk.Client(reader, new { emails = new[] { reader } })).Text("id");
        return (await Subscriptions_of_a_bureau.Begin(desk, client, plan, new { trialDays = days })).Text("id");
    }
}
