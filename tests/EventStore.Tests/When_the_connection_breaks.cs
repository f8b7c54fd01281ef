using Npgsql;

namespace Billing.EventStore.Tests;

public class When_the_connection_breaks : StoreTest
{
    private readonly Queue<Cut> _cuts = [];

    [Theory]
    [InlineData(Cut.BeforeTheRequest, false)]
    [InlineData(Cut.WithinTheRequest, false)]
    [InlineData(Cut.AfterTheRequest, true)]
    [InlineData(Cut.BeforeTheAnswer, true)]
    public async Task a_commit_is_looked_up_and_neither_lost_nor_doubled(Cut cut, bool isIn)
    {
        var id = await Opened("Ann");
        await using var proxy = new CuttingProxy(ConnectionString, "test.money_deposited", () => _cuts.TryDequeue(out var next) ? next : Cut.None);
        await using var node = new Node(proxy.ConnectionString, Model());
        var accounts = node.Store.Open(Acme, Ann).Streams<Account>();
        await accounts.Decide<AccountEvent>(id, a => Account.Deposit(a, 1), Stop);

        _cuts.Enqueue(cut);
        var deposit = accounts.Decide<AccountEvent>(id, a => Account.Deposit(a, 5), Stop);
        if (isIn) Assert.Equal(6, (await deposit).Now.State.Balance);
        else await Assert.ThrowsAsync<NpgsqlException>(() => deposit);
        Assert.Equal(isIn ? 6m : 1m, await Ask<decimal>($"select balance from test_accounts where id = '{id}'"));
        Assert.Equal(isIn ? 3L : 2L, await Ask<long>($"select count(*) from mt_events where stream_id = '{id}'"));

        Assert.Equal(isIn ? 8 : 3, (await accounts.Decide<AccountEvent>(id, a => Account.Deposit(a, 2), Stop)).Now.State.Balance);
    }

    [Theory]
    [InlineData(Cut.BeforeTheRequest, 0)]
    [InlineData(Cut.BeforeTheAnswer, 1)]
    public async Task a_message_alone_is_looked_up_too(Cut cut, long sent)
    {
        await using var proxy = new CuttingProxy(ConnectionString, "test.pay", () => cut);
        await using var node = new Node(proxy.ConnectionString, Model());
        var work = node.Store.Open(Acme, Ann).Begin();
        work.Send("test.pay", new Pay(Guid.Empty, 1));
        if (sent == 1) await work.Commit();
        else await Assert.ThrowsAsync<NpgsqlException>(() => work.Commit());
        Assert.Equal(sent, await Ask<long>("select count(*) from messages where type = 'test.pay'"));
    }

    [Theory]
    [InlineData("test.money_deposited", Cut.AfterTheRequest, false)]
    [InlineData("COMMIT\0", Cut.BeforeTheRequest, false)]
    [InlineData("COMMIT\0", Cut.AfterTheRequest, true)]
    [InlineData("COMMIT\0", Cut.BeforeTheAnswer, true)]
    public async Task a_commit_of_very_many_streams_is_looked_up_too(string word, Cut cut, bool isIn)
    {
        await using var proxy = new CuttingProxy(ConnectionString, word, () => _cuts.TryDequeue(out var next) ? next : Cut.None);
        await using var node = new Node(proxy.ConnectionString, Model());
        await node.Store.Open(Acme, Ann).Streams<Account>().Load(Guid.Empty, Stop); // a connection is open
        _cuts.Enqueue(cut);
        var work = node.Store.Open(Acme, Ann).Begin();
        for (var i = 0; i < 60; i++)
        {
            var id = Guid.CreateVersion7();
            work.New<Account>(id);
            work.Decide(id, Account.Opening($"Owner {i}", new MoneyDeposited(1)));
        }
        if (isIn) await work.Commit();
        else await Assert.ThrowsAsync<NpgsqlException>(() => work.Commit());
        Assert.Equal(isIn ? 120L : 0L, await Ask<long>("select count(*) from mt_events"));
    }

    [Fact]
    public async Task again_and_again_while_several_write_every_accepted_deposit_is_there_and_no_other()
    {
        var (random, gate, cuts) = (new Random(11), new Lock(), 0);
        await using var proxy = new CuttingProxy(ConnectionString, "test.money_deposited", () =>
        {
            lock (gate) return random.Next(4) == 0 && ++cuts > 0 ? (Cut)random.Next(1, 5) : Cut.None;
        });
        await using var node = new Node(proxy.ConnectionString, Model());
        var ids = new[] { await Opened("Ann"), await Opened("Bob"), await Opened("Cid", Other) };
        var accepted = await Task.WhenAll(Enumerable.Range(0, 6).Select(async writer =>
        {
            var (accounts, sum) = (node.Store.Open(writer % 3 == 2 ? Other : Acme, Ann).Streams<Account>(), 0);
            for (var i = 0; i < 20; i++)
            {
                try
                {
                    await accounts.Decide<AccountEvent>(ids[writer % 3], a => Account.Deposit(a, 1), Stop);
                    sum++;
                }
                catch (NpgsqlException)
                {
                    // told that it is not in: then it must not be
                }
            }
            return sum;
        }));
        Assert.True(cuts > 5, $"only {cuts} cuts");
        Assert.InRange(accepted.Sum(), 1, 119);
        Assert.Equal(accepted.Sum(), await Ask<decimal>("select sum(balance) from test_accounts"));
        Assert.Equal(accepted.Sum() + 3L, await Ask<long>("select count(*) from mt_events"));
    }
}
