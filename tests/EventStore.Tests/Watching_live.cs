namespace Billing.EventStore.Tests;

public class Watching_live : StoreTest
{
    [Fact]
    public async Task tells_each_tenant_his_own_changes_in_order()
    {
        await using var node = await StartNode();
        await Until("the mark is kept", () => node.Daemon.Duties.Contains(HighWaterMark.Name));
        await using var acme = Watch(node, Acme);
        await using var other = Watch(node, Other, 0);
        var (moved, id) = (acme.MoveNextAsync().AsTask(), await Opened("Ann"));
        await Accounts(Other).Decide(id, Account.Opening("Bob", new MoneyDeposited(1)), Stop, opens: true);
        Assert.True(await moved.WaitAsync(TimeSpan.FromSeconds(60), Stop));
        var first = acme.Current;
        Assert.Equal(("test.account_opened", Account.Alias, id, 1L, 1L), (first.Type, first.Stream, first.Id, first.Version, first.Sequence));
        Assert.Equal([2L, 3L], (await Next(other, 2)).Select(c => c.Sequence));

        for (var i = 0; i < 9; i++)
        {
            moved = acme.MoveNextAsync().AsTask();
            await Accounts().Decide<AccountEvent>(id, a => Account.Deposit(a, 1), Stop);
            Assert.True(await moved.WaitAsync(TimeSpan.FromSeconds(60), Stop));
        }
    }

    [Fact]
    public async Task goes_on_where_it_left_off_and_leaves_nothing_out_while_many_write()
    {
        await using var node = await StartNode();
        var writing = Task.WhenAll(Enumerable.Range(0, 6).Select(async writer =>
        {
            var tenant = writer % 2 == 0 ? Acme : Other;
            var id = await Opened($"Writer {writer}", tenant);
            for (var i = 0; i < 60; i++) await Accounts(tenant).Decide<AccountEvent>(id, a => Account.Deposit(a, 1), Stop);
        }));
        var seen = new List<long>();
        var random = new Random(5);
        while (seen.Count < 183)
        {
            await using var watch = Watch(node, Acme, seen.LastOrDefault());
            seen.AddRange((await Next(watch, Math.Min(random.Next(1, 60), 183 - seen.Count))).Select(c => c.Sequence));
        }
        await writing;
        Assert.Equal(await Ask<string>("select string_agg(seq_id::text, ',' order by seq_id) from mt_events where tenant_id = 'acme'"), string.Join(',', seen));
    }

    [Fact]
    public async Task from_long_ago_or_very_slowly_loses_nothing_and_holds_up_nobody()
    {
        await using var node = await StartNode();
        await using var slow = Watch(node, Acme, 0);
        await using var quick = Watch(node, Other, 0);
        var (moved, _) = (slow.MoveNextAsync().AsTask(), await Opened("First"));
        Assert.True(await moved.WaitAsync(TimeSpan.FromSeconds(60), Stop));
        for (var part = 0; part < 3; part++)
        {
            var work = Store.Open(part == 1 ? Other : Acme, Ann).Begin();
            for (var i = 0; i < 3_000; i++)
            {
                var id = Guid.CreateVersion7();
                work.New<Account>(id);
                work.Decide(id, Account.Opening($"{part} {i}"));
            }
            await work.Commit();
        }
        Assert.Equal(3_000, (await Next(quick, 3_000)).Count);
        var rest = await Next(slow, 6_000);
        Assert.Equal(6_000, rest.Select(c => c.Sequence).Distinct().Count());
        Assert.Equal(rest.OrderBy(c => c.Sequence), rest);
    }

    private static IAsyncEnumerator<LiveChange> Watch(Node node, TenantId tenant, long? after = null) => node.Daemon.Live.Follow(tenant, after, Stop).GetAsyncEnumerator(Stop);

    private static async Task<List<LiveChange>> Next(IAsyncEnumerator<LiveChange> watch, int count)
    {
        var changes = new List<LiveChange>();
        while (changes.Count < count && await watch.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60), Stop)) changes.Add(watch.Current);
        return changes;
    }
}
