namespace Billing.EventStore.Tests;

public class Appending : StoreTest
{
    [Fact]
    public async Task an_opened_account_is_there_with_its_row_and_its_metadata()
    {
        var id = await Opened("Ann", more: new MoneyDeposited(12.5m));

        var account = await Accounts().Load(id, Stop);
        Assert.Equal(new Versioned<Account>(new Account("Ann", 12.5m), 2), account);
        Assert.Equal("Ann:12.5:2", await Ask<string>($"select owner || ':' || balance || ':' || version from test_accounts where tenant_id = 'acme' and id = '{id}'"));
        var events = await Store.Open(Acme, Ann).History(id, stop: Stop).ToListAsync(Stop);
        Assert.Equal(["test.account_opened", "test.money_deposited"], events.Select(e => e.Alias));
        Assert.All(events, e => Assert.Equal(Ann, e.Recorded.Actor));
        Assert.Equal("Billing.EventStore.Tests.AccountOpened, Billing.EventStore.Tests", await Ask<string>($"select mt_dotnet_type from mt_events where stream_id = '{id}' and version = 1"));
    }

    [Fact]
    public async Task a_refusal_writes_nothing_and_names_its_code()
    {
        var id = await Opened("Ann");
        var outcome = await Accounts().Decide<AccountEvent>(id, a => Account.Withdraw(a, 5), Stop);
        Assert.Equal("not-covered", outcome.Refusal?.Code);
        Assert.Equal(1L, await Ask<long>("select count(*) from mt_events"));
    }

    [Fact]
    public async Task a_stale_version_is_told_the_state_that_stands()
    {
        var id = await Opened("Ann", more: new MoneyDeposited(1));
        var outcome = await Accounts().Decide<AccountEvent>(id, a => Account.Deposit(a, 5), Stop, expected: 1);
        Assert.Equal(OutcomeKind.Stale, outcome.Kind);
        Assert.Equal(2, outcome.Now.Version);
    }

    [Fact]
    public async Task the_id_of_another_kind_of_stream_names_nothing()
    {
        var id = await Opened("Ann");
        var drawers = Store.Open(Acme, Ann).Streams<Drawer>();
        Assert.False((await drawers.Load(id, Stop)).Exists);
        Assert.False((await drawers.Peek(id, Stop)).Exists);
        Assert.False((await drawers.LoadAt(id, 1, null, Stop)).Exists);
        Assert.Empty(await drawers.LoadManyAt(new Dictionary<Guid, long> { [id] = 1 }, Stop));
        Assert.Empty(await drawers.LoadManyAt([id], DateTimeOffset.MaxValue, Stop));
        Assert.Equal(OutcomeKind.Missing, (await drawers.Decide<AccountEvent>(id, _ => new AccountNoted("mine"), Stop)).Kind);
        var work = Store.Open(Acme, Ann).Begin();
        await work.LoadMany<Drawer>([id], Stop);
        Assert.False((await work.Load<Drawer>(id, Stop)).Exists);
        Assert.Equal("Ann", (await work.Load<Account>(id, Stop)).State.Owner); // and the other way round within the same work
        Assert.False((await work.Load<Drawer>(id, Stop)).Exists);
        Assert.Equal(1, (await Accounts().Load(id, Stop)).Version);
    }

    [Fact]
    public async Task a_missing_stream_is_missing_and_so_is_another_tenants()
    {
        var id = await Opened("Ann");
        Assert.Equal(OutcomeKind.Missing, (await Accounts(Other).Decide<AccountEvent>(id, a => Account.Deposit(a, 5), Stop)).Kind);
        Assert.Equal(OutcomeKind.Missing, (await Accounts().Decide<AccountEvent>(Guid.NewGuid(), a => Account.Deposit(a, 5), Stop)).Kind);
    }

    [Fact]
    public async Task two_tenants_with_the_same_id_never_meet()
    {
        var id = await Opened("Ann", more: new MoneyDeposited(10));
        Assert.Equal(OutcomeKind.Accepted, (await Accounts(Other).Decide(id, Account.Opening("Bob", new MoneyDeposited(7)), Stop, opens: true)).Kind);
        await Accounts().Decide<AccountEvent>(id, a => Account.Deposit(a, 1), Stop);

        Assert.Equal(11, (await Accounts().Load(id, Stop)).State.Balance);
        Assert.Equal(7, (await Accounts(Other).Load(id, Stop)).State.Balance);
    }

    [Fact]
    public async Task eight_writers_on_one_stream_lose_nothing_and_burn_no_number()
    {
        var id = await Opened("Ann");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var i = 0; i < 125; i++)
                Assert.Equal(OutcomeKind.Accepted, (await Accounts().Decide<AccountEvent>(id, a => Account.Deposit(a, 1), Stop)).Kind);
        }));

        Assert.Equal(1000, (await Accounts().Load(id, Stop)).State.Balance);
        Assert.Equal(1000m, await Ask<decimal>($"select balance from test_accounts where id = '{id}'"));
        Assert.Equal(1001L, await Ask<long>("select last_value from mt_events_sequence"));
    }

    [Fact]
    public async Task a_taken_unique_key_of_a_row_fails_alone_among_its_neighbours()
    {
        await Opened("Ann");
        var tries = await Task.WhenAll(Enumerable.Range(0, 40).Select(async n =>
        {
            try
            {
                await Opened(n % 4 == 0 ? "Ann" : $"Owner {n}");
                return true;
            }
            catch (RowTakenException taken)
            {
                Assert.Equal("test_accounts_by_owner", taken.Constraint);
                return false;
            }
        }));
        Assert.Equal(30, tries.Count(t => t));
        Assert.Equal(31L, await Ask<long>("select count(*) from test_accounts"));
        Assert.Equal(31L, await Ask<long>("select count(*) from mt_events"));
    }

    [Fact]
    public async Task lost_races_and_unwritable_events_fail_alone_among_their_neighbours_and_burn_no_number()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Opened($"Owner {n}", n % 2 == 0 ? Acme : Other)));
        var tries = await Task.WhenAll(ids.Select(async (id, n) =>
        {
            object happened = n % 10 == 3 ? "no event" : new MoneyDeposited(1);
            var commit = new Commit(n % 2 == 0 ? Acme : Other, new Recorded(Store.Now(), Ann), [new StreamAppend(Account.Alias, id, n % 10 == 4 ? 7 : 1, [new NewEvent(Guid.CreateVersion7(), happened)])]);
            return await Record.ExceptionAsync(() => Store.Commit(commit));
        }));
        Assert.All(tries.Index(), t => Assert.Equal((t.Index % 10) switch { 3 => typeof(InvalidOperationException), 4 => typeof(ConcurrencyException), _ => null }, t.Item?.GetType()));
        Assert.Equal(40L + 32, await Ask<long>("select count(*) from mt_events"));
        Assert.Equal(40L + 32, await Ask<long>("select last_value from mt_events_sequence"));
        Assert.Equal(32L, await Ask<long>("select count(*) from mt_streams where version = 2"));
    }

    [Fact]
    public async Task each_of_the_commits_that_share_a_transaction_learns_the_number_of_its_own_last_event()
    {
        var last = await Task.WhenAll(Enumerable.Range(0, 40).Select(async n =>
        {
            var id = Guid.CreateVersion7();
            var events = Enumerable.Range(0, 1 + (n % 3)).Select(_ => new NewEvent(Guid.CreateVersion7(), new AccountOpened("Ann"))).ToList();
            return (events[^1].Id, await Store.Commit(new Commit(n % 2 == 0 ? Acme : Other, new Recorded(Store.Now(), Ann), [new StreamAppend(Account.Alias, id, 0, events)])));
        }));
        foreach (var (id, number) in last) Assert.Equal(number, await Ask<long>($"select seq_id from mt_events where id = '{id}'"));
    }

    [Fact]
    public async Task very_many_streams_commit_as_one()
    {
        var work = Store.Open(Acme, Ann).Begin();
        var ids = Enumerable.Range(0, 12_000).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var id in ids)
        {
            work.New<Account>(id);
            Assert.Null(work.Decide(id, Account.Opening($"Owner {id}", new MoneyDeposited(1))));
        }
        var last = await work.Commit();
        Assert.Equal(24_000L, last);
        Assert.Equal(12_000m, await Ask<decimal>("select sum(balance) from test_accounts"));

        var again = Store.Open(Acme, Ann).Begin();
        again.New<Account>(ids[0]);
        foreach (var id in ids.Take(100)) { again.New<Account>(id); again.Decide(id, Account.Opening("Somebody")); }
        await Assert.ThrowsAsync<ConcurrencyException>(() => again.Commit());
        Assert.Equal(24_000L, await Ask<long>("select last_value from mt_events_sequence"));
    }
}
