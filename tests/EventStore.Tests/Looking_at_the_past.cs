using Npgsql;

namespace Billing.EventStore.Tests;

/// <summary>Readings of rows that were made from the events: as of now, and as of any instant before.</summary>
public class Looking_at_the_past : StoreTest
{
    private const string Balances = "select owner, balance from test_accounts where tenant_id = $1 order by owner";

    private protected override StoreModel Model() => Plain().Project(new AccountRows()).Project(new Totals()).Project(new Statements());

    [Fact]
    public async Task finds_at_each_instant_the_rows_that_stood_then()
    {
        var (random, ids, seen) = (new Random(7), new List<Guid>(), new List<(DateTimeOffset At, string Rows)>());
        for (var n = 0; n < 40; n++)
        {
            if (n % 5 == 0) ids.Add(await Opened($"owner {n:00}"));
            else await Accounts().Decide(ids[random.Next(ids.Count)], now => Account.Deposit(now, random.Next(1, 90)), Stop);
            await Opened($"owner {n:00}", Other);
            seen.Add((TimeProvider.System.GetUtcNow(), await Rows(Store.Open(Acme, Ann))));
        }
        await using var moment = await Moment.Open(Store.Open(Acme, Ann), Stop);
        foreach (var (at, rows) in seen)
        {
            var then = moment.AsOf(at);
            Assert.Equal(rows, await Rows(then.Session));
            Assert.Equal(at, then.Session.Now);
        }
        Assert.Equal("", await Rows(moment.AsOf(seen[0].At.AddDays(-1)).Session));
        Assert.Equal(seen[^1].Rows, await Rows(moment.Replayed().Session));
        Assert.Equal(seen[^1].Rows, await Rows(moment.Live()));
    }

    [Fact]
    public async Task sees_what_runs_behind_the_log_whole_and_holds_it_against_where_that_has_come_to()
    {
        await Opened("Ann", null, new MoneyDeposited(70), new MoneyDeposited(5), new AccountNoted("a"), new AccountNoted("b"));
        await using (var moment = await Moment.Open(Store.Open(Acme, Ann), Stop))
        {
            var (now, replayed) = (moment.AsOf(TimeProvider.System.GetUtcNow()), moment.Replayed());
            Assert.Equal("deposited 2 75|opened 1 0", await Read(now.Session, "select what || ' ' || events || ' ' || amount from test_totals where tenant_id = $1 order by what"));
            Assert.Equal("""Ann 75 ["a", "b"]""", await Read(now.Session, "select s.* from (select t.* from test_statements t where t.tenant_id = $1) s", row => $"{row["owner"]} {row["balance"]} {row["tags"]}"));
            Assert.Equal("", await Read(replayed.Session, "select what from test_totals where tenant_id = $1")); // nobody has run it yet
            Assert.Empty((await replayed.Compare(Stop)).Differences);
        }
    }

    [Fact]
    public async Task names_each_cell_that_the_events_do_not_say()
    {
        var (ours, gone) = (await Opened("Ann", null, new MoneyDeposited(70)), await Opened("Bob"));
        await Opened("Eve", Other);
        await Ask<object>($"update test_accounts set balance = 71 where id = '{ours}'; delete from test_accounts where id = '{gone}'; update test_accounts set owner = 'Mallory' where tenant_id = 'other'");
        await using var moment = await Moment.Open(Store.Open(Acme, Ann), Stop);
        var replayed = moment.Replayed();
        Assert.Equal("Ann 70|Bob 0", await Rows(replayed.Session));
        Assert.Equal("Ann 71", await Rows(moment.Live()));
        var found = await replayed.Compare(Stop);
        Assert.Equal(
            new[] { $"test_accounts {gone} * - there", $"test_accounts {ours} balance 71 70" }.Order(StringComparer.Ordinal),
            found.Differences.Select(one => $"{one.Key} {one.Column} {one.Live ?? "-"} {one.Rebuilt}").Order(StringComparer.Ordinal));
        Assert.Equal((2, 2), (found.Rows, found.Differing));
    }

    [Fact]
    public async Task is_of_one_state_however_much_happens_meanwhile()
    {
        var id = await Opened("Ann", null, new MoneyDeposited(70));
        await using var moment = await Moment.Open(Store.Open(Acme, Ann), Stop);
        var before = await Rows(moment.Live());
        await Accounts().Decide(id, now => Account.Deposit(now, 5), Stop);
        Assert.Equal((before, before), (await Rows(moment.Live()), await Rows(moment.Replayed().Session)));
        Assert.Equal("Ann 75", await Rows(Store.Open(Acme, Ann)));
    }

    [Fact]
    public async Task leaves_what_was_prepared_before_to_the_rows_that_stand()
    {
        var id = await Opened("Ann", null, new MoneyDeposited(70));
        var then = TimeProvider.System.GetUtcNow();
        await Accounts().Decide(id, now => Account.Deposit(now, 5), Stop);
        for (var n = 0; n < 12; n++) // the pool prepares what comes again, and its connections are few
        {
            Assert.Equal("Ann 75", await Rows(Store.Open(Acme, Ann)));
            await using var moment = await Moment.Open(Store.Open(Acme, Ann), Stop);
            Assert.Equal(("Ann 70", "Ann 75"), (await Rows(moment.AsOf(then).Session), await Rows(moment.Live())));
        }
    }

    [Fact]
    public async Task refuses_tables_whose_past_nothing_tells_and_decides_nothing()
    {
        await Opened("Ann");
        await using var moment = await Moment.Open(Store.Open(Acme, Ann), Stop);
        var then = moment.AsOf(TimeProvider.System.GetUtcNow()).Session;
        Assert.Equal("messages", (await Assert.ThrowsAsync<UntoldPastException>(() => Read(then, "select id::text from messages where tenant_id = $1"))).Table);
        Assert.Equal("", await Read(moment.Live(), "select id::text from messages where tenant_id = $1"));
        Assert.Throws<InvalidOperationException>(() => then.Begin());
        await Assert.ThrowsAsync<InvalidOperationException>(() => then.Write(new Statement("delete from test_accounts where tenant_id = $1")));
    }

    [Fact]
    public async Task says_which_event_it_could_not_digest()
    {
        await Opened("Ann", null, new MoneyDeposited(13));
        await using var picky = new EventStore(Database, Plain().Project(new AccountRows()).Project(new Totals(amount => amount == 13)), TimeProvider.System, Master);
        await using var moment = await Moment.Open(picky.Open(Acme, Ann), Stop);
        var broken = await Assert.ThrowsAsync<RebuildException>(() => Read(moment.AsOf(TimeProvider.System.GetUtcNow()).Session, "select what from test_totals where tenant_id = $1"));
        Assert.Contains("test.totals cannot digest event", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task folds_a_stream_as_the_rows_stood()
    {
        var id = await Opened("Ann", null, new MoneyDeposited(70));
        var then = TimeProvider.System.GetUtcNow();
        await Accounts().Decide(id, now => Account.Deposit(now, 5), Stop);
        await using var moment = await Moment.Open(Store.Open(Acme, Ann), Stop);
        Assert.Equal((70, 75), ((await moment.AsOf(then).Session.Streams<Account>().Load(id, Stop)).State.Balance, (await moment.Live().Streams<Account>().Load(id, Stop)).State.Balance));
        Assert.Equal((70, 75), ((await moment.AsOf(then).Session.Streams<Account>().LoadMany([id], Stop))[id].Balance, (await Accounts().LoadMany([id], Stop))[id].Balance));
        Assert.Empty(await Accounts(Other).LoadMany([id], Stop));
    }

    private static Task<string> Rows(Session session) => Read(session, Balances, row => $"{row.GetString(0)} {row.GetDecimal(1):0.##}");

    private static Task<string> Read(Session session, string sql, Func<NpgsqlDataReader, string>? told = null) => session.Read(sql, [], async reader =>
    {
        var rows = new List<string>();
        while (await reader.ReadAsync(Stop)) rows.Add(told is null ? reader.GetString(0) : told(reader));
        return string.Join('|', rows);
    }, Stop);
}
