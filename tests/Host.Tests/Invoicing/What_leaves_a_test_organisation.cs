using Billing.EventStore;
using Billing.Host.Tests.Facilities;

namespace Billing.Host.Tests.Invoicing;

/// <summary>In test mode nothing reaches a client, and whoever sees an invoice all the same sees that it is a test; its neighbour's leave in earnest.</summary>
public class What_leaves_a_test_organisation : MailBureau
{
    [Fact]
    public async Task says_that_it_is_a_test_and_reaches_no_client()
    {
        await Begin("ours");
        var (tried, real) = (await Issued(Ours, "bills@meadow.example.test"), await Issued(Theirs, "bills@forest.example.test"));
        Assert.Equal("2024-01-31", (await Ours.Get($"/api/invoices/{tried}")).Ok().Text("issueDate"));
        (await Ours.Post($"/api/invoices/{tried}/send", new { })).Ok(202);
        (await Theirs.Post($"/api/invoices/{real}/send", new { })).Ok(202);
        await Becomes($"invoices/{tried}", "sent");
        await Eventually.Until("theirs has arrived", () => Task.FromResult(Mails().Count > 0));
        Assert.Equal(["bills@forest.example.test", "boss@meadow.example.test"], Assert.Single(Mails()).GetProperty("readers").EnumerateArray().Select(reader => reader.GetString()!));

        Assert.Equal((true, false), (await SaysTest(Ours, tried), await SaysTest(Theirs, real)));
    }

    /// <summary>From now on an organisation has a clock of its own, at noon on 31 January 2024.</summary>
    private async Task Begin(string organisation)
    {
        var session = Store.Open(new TenantId(organisation), Actor.System);
        await session.Write(new Statement("insert into tenant_clocks (tenant_id, at) values ($1, '2024-01-31T17:00:00Z')"));
        Assert.NotNull(await TestClock.Of(session, Stop));
    }

    private static async Task<bool> SaysTest(Desk who, string invoice)
    {
        var link = (await who.Post($"/api/invoices/{invoice}/links", new { })).Ok(201).Text("url");
        var page = await who.Http.GetStringAsync(new Uri(link).AbsolutePath, Stop);
        Assert.Contains("100,00", page, StringComparison.Ordinal);
        return page.Contains("Dies ist ein Test", StringComparison.Ordinal);
    }
}
