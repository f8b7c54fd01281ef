using System.Text.Json;
using Billing.EventStore;
using Billing.Testing;

namespace Billing.Notifications.Tests;

/// <summary>From the wish, through the queue of messages and a real mail server, to the reader.</summary>
public class Sending_mails
{
    [Fact]
    public async Task each_reaches_its_reader_once_and_leaves_no_secret_behind()
    {
        await using var server = await Counterpart.Start("smtp.mjs", new { });
        await using var office = await PostOffice.Open($"smtp://127.0.0.1:{server.Port}");
        await office.Want(PostOffice.Acme, office.Readers.Add(1, "ada@example.test"), key: "once");
        await office.Want(PostOffice.Acme, Some.Id(1), key: "once");
        await office.Want(PostOffice.Globex, office.Readers.Add(2, "bob@example.test"));
        await office.Want(PostOffice.Globex, Some.Id(404)); // taken back: its composer knows nobody
        await office.UntilHandled(3);
        Assert.Equal(["ada@example.test", "bob@example.test"], Arrived(server).Select(mail => mail.GetProperty("address").GetString()!).Order());
        Assert.Equal([PostOffice.Acme, PostOffice.Globex], office.Readers.Made.Select(made => made.Tenant).OrderBy(tenant => tenant.Value));
        var ada = Arrived(server).Single(mail => mail.GetProperty("address").GetString() == "ada@example.test");
        Assert.Contains(office.Readers.Made.Single(made => made.Tenant == PostOffice.Acme).Secret, ada.GetProperty("text").GetString(), StringComparison.Ordinal);

        Assert.Equal("3", await office.Ask("select count(*)::text from billing.messages m where type = 'notifications.mail_wanted'"));
        await NothingIsLeftOfIt(office);
    }

    [Fact]
    public async Task in_test_mode_reach_the_organisations_own_people_and_no_client()
    {
        await using var server = await Counterpart.Start("smtp.mjs", new { });
        await using var office = await PostOffice.Open($"smtp://127.0.0.1:{server.Port}");
        await office.Ask("insert into billing.tenant_clocks (tenant_id, at) values ('acme', '2024-01-31T10:00:00Z') returning tenant_id");
        Assert.NotNull(await TestClock.Of(office.Get<EventStore.EventStore>().Open(PostOffice.Acme, Actor.System), TestContext.Current.CancellationToken));
        foreach (var tenant in (TenantId[])[PostOffice.Acme, PostOffice.Globex])
        {
            await office.Want(tenant, office.Readers.Add(1, "client@example.test"));
            await office.Want(tenant, office.Readers.Add(2, "ada@example.test", isOurs: true));
        }
        await office.UntilHandled(4);
        Assert.Equal(["ada@example.test False", "ada@example.test True", "client@example.test False"], Arrived(server).Select(mail => $"{mail.GetProperty("address").GetString()} {mail.GetProperty("subject").GetString()!.StartsWith("[TEST] ", StringComparison.Ordinal)}").Order());
    }

    [Fact]
    public async Task a_refusal_for_good_is_a_dead_letter_at_once_that_can_be_tried_again()
    {
        await using var server = await Counterpart.Start("smtp.mjs", new { });
        await using var office = await PostOffice.Open($"smtp://127.0.0.1:{server.Port}");
        var reader = office.Readers.Add(1, "nobody@example.test");
        await office.Want(PostOffice.Acme, reader);
        await office.Until("select count(*)::text from billing.messages where dead_at is not null", "1");
        var letters = new DeadLetters(office.Get<EventStore.EventStore>());
        var dead = Assert.Single(await letters.List(PostOffice.Acme, 10, null, TestContext.Current.CancellationToken));
        Assert.Equal(1, dead.Attempts);
        Assert.Contains("refused the mail for good (550)", dead.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody@", dead.Error + dead.Body, StringComparison.Ordinal);
        Assert.Empty(await letters.List(PostOffice.Globex, 10, null, TestContext.Current.CancellationToken));
        await NothingIsLeftOfIt(office);

        office.Readers.Add(1, "ada@example.test");
        Assert.True(await letters.Replay(PostOffice.Acme, dead.Id, TestContext.Current.CancellationToken));
        await office.UntilHandled(1);
        Assert.Equal("ada@example.test", Assert.Single(Arrived(server)).GetProperty("address").GetString());
    }

    [Fact]
    public async Task a_server_that_was_away_gets_every_mail_when_it_is_back()
    {
        int port;
        await using (var first = await Counterpart.Start("smtp.mjs", new { })) port = first.Port;
        await using var office = await PostOffice.Open($"smtp://127.0.0.1:{port}");
        for (var i = 1; i <= 5; i++) await office.Want(PostOffice.Acme, office.Readers.Add(i, $"reader{i}@example.test"));
        await office.Until("select count(*)::text from billing.messages where attempts > 0 and error like '%cannot be reached%'", "5");
        await using var server = await Counterpart.Start("smtp.mjs", new { port });
        await office.UntilHandled(5);
        Assert.Equal(Enumerable.Range(1, 5).Select(i => $"reader{i}@example.test"), Arrived(server).Select(mail => mail.GetProperty("address").GetString()!).Order());
        await NothingIsLeftOfIt(office);
    }

    [Fact]
    public async Task a_crash_after_the_handing_over_repeats_the_mail_under_its_own_id()
    {
        await using var server = await Counterpart.Start("smtp.mjs", new { });
        await using var office = await PostOffice.Open($"smtp://127.0.0.1:{server.Port}", post: post => new CrashingOnce(post));
        await office.Want(PostOffice.Acme, office.Readers.Add(1, "ada@example.test"));
        await office.UntilHandled(1);
        var arrived = Arrived(server);
        Assert.Equal(2, arrived.Count);
        Assert.Single(arrived.Select(mail => mail.GetProperty("id").GetString()).Distinct());
    }

    private static List<JsonElement> Arrived(Counterpart server) => [.. server.Said.Where(said => said.GetProperty("event").GetString() == "mail")];

    private static async Task NothingIsLeftOfIt(PostOffice office)
    {
        Assert.NotEmpty(office.Readers.Made);
        Assert.Equal("0", await office.Ask("select count(*)::text from billing.messages m where m::text like '%canary%' or m::text like '%@example.test%'"));
        Assert.NotEmpty(office.Log.All);
        Assert.DoesNotContain(office.Log.All, line => line.Contains("canary", StringComparison.Ordinal) || line.Contains("@example.test", StringComparison.Ordinal));
    }

    private sealed class CrashingOnce(IPost post) : IPost
    {
        private int _sent;

        public async Task<IReadOnlyList<string>> Send(Letter letter, CancellationToken stop)
        {
            var refused = await post.Send(letter, stop);
            return Interlocked.Increment(ref _sent) == 1 ? throw new IOException("the machine fell over") : refused;
        }
    }
}
