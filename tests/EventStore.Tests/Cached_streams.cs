namespace Billing.EventStore.Tests;

public class Cached_streams : StoreTest
{
    [Fact]
    public async Task do_not_keep_what_was_rolled_back()
    {
        var id = await Opened("Ann", more: new MoneyDeposited(10));
        for (var i = 0; i < 3; i++)
        {
            var work = Store.Open(Acme, Ann).Begin();
            await work.Load<Account>(id, Stop);
            Assert.Null(work.Decide<Account, AccountEvent>(id, a => Account.Deposit(a, 5)));
            var taken = Guid.CreateVersion7();
            work.New<Account>(taken);
            work.Decide(taken, Account.Opening("Ann"));
            await Assert.ThrowsAsync<RowTakenException>(() => work.Commit());
        }
        Assert.Equal(OutcomeKind.Accepted, (await Accounts().Decide<AccountEvent>(id, a => Account.Deposit(a, 1), Stop)).Kind);
        Assert.Equal(11, (await Accounts().Load(id, Stop)).State.Balance);
        Assert.Equal(11m, await Ask<decimal>($"select balance from test_accounts where id = '{id}'"));
    }

    [Fact]
    public async Task never_refuse_wrongly_when_another_node_has_appended()
    {
        await using var other = await StartNode(daemon: false);
        var theirs = other.Store.Open(Acme, Ann).Streams<Account>();
        var id = await Opened("Ann");
        Assert.Equal("not-covered", (await Accounts().Decide<AccountEvent>(id, a => Account.Withdraw(a, 50), Stop)).Refusal?.Code);

        await theirs.Decide<AccountEvent>(id, a => Account.Deposit(a, 100), Stop);
        Assert.Equal(OutcomeKind.Accepted, (await Accounts().Decide<AccountEvent>(id, a => Account.Withdraw(a, 50), Stop)).Kind);

        await theirs.Decide<AccountEvent>(id, a => Account.Withdraw(a, 50), Stop);
        Assert.Equal("not-covered", (await Accounts().Decide<AccountEvent>(id, a => Account.Withdraw(a, 1), Stop)).Refusal?.Code);
        Assert.Equal(0m, await Ask<decimal>($"select balance from test_accounts where id = '{id}'"));
    }

    [Fact]
    public async Task never_accept_wrongly_or_lose_anything_when_two_nodes_write_one_stream()
    {
        await using var other = await StartNode(daemon: false);
        var id = await Opened("Ann", more: new MoneyDeposited(100));
        var accepted = await Task.WhenAll(new[] { Store, other.Store, Store, other.Store }.Select(async store =>
        {
            var (streams, yes) = (store.Open(Acme, Ann).Streams<Account>(), 0);
            for (var i = 0; i < 40; i++)
                if ((await streams.Decide<AccountEvent>(id, a => Account.Withdraw(a, 1), Stop)).Kind == OutcomeKind.Accepted) yes++;
            return yes;
        }));
        Assert.Equal(100, accepted.Sum());
        Assert.Equal(0m, await Ask<decimal>($"select balance from test_accounts where id = '{id}'"));
        Assert.Equal(102L, await Ask<long>("select count(*) from mt_events"));
    }

    [Fact]
    public async Task are_kept_by_tenant()
    {
        var id = await Opened("Ann", more: new MoneyDeposited(10));
        await Accounts(Other).Decide(id, Account.Opening("Bob"), Stop, opens: true);
        Assert.Equal("not-covered", (await Accounts(Other).Decide<AccountEvent>(id, a => Account.Withdraw(a, 1), Stop)).Refusal?.Code);
        Assert.Equal(OutcomeKind.Accepted, (await Accounts().Decide<AccountEvent>(id, a => Account.Withdraw(a, 1), Stop)).Kind);
    }
}
