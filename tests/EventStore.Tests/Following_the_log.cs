using Npgsql;

namespace Billing.EventStore.Tests;

/// <summary>What follows the log hears of each event that it wants once, in the order of the log, whatever fails meanwhile.</summary>
public class Following_the_log : StoreTest
{
    private int _failures;

    private protected override StoreModel Model() => Plain().Project(new AccountRows()).Follow(new Listener(this));

    private static string Sequences(string tenant) => $"select coalesce(string_agg(seq_id::text, ',' order by place), '') from heard where tenant = '{tenant}'";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Ask<object>("create table heard (place bigint generated always as identity, tenant text not null, seq_id bigint not null, said text not null); grant select, insert on heard to billing_daemon");
    }

    [Fact]
    public async Task begins_with_what_happens_after_its_first_start_and_goes_on_at_another_node()
    {
        await Opened("Long ago");
        await using (var first = await StartNode())
        {
            await Until("it follows", async () => await Ask<long>("select count(*) from mt_event_progression where name = 'test.listener:All' and last_seq_id >= 1") == 1);
            await Opened("Ann", null, new MoneyDeposited(1), new AccountNoted("not wanted"));
            await Opened("Bob", Other, new MoneyDeposited(2));
            await Until("it has heard", async () => await Ask<long>("select count(*) from heard") == 4);
        }
        await Opened("While nobody follows", Other);
        await using var second = await StartNode();
        await Until("it has heard of that, too", async () => await Ask<long>("select count(*) from heard") == 5);
        Assert.Equal("2,3", await Ask<string>(Sequences("acme")));
        Assert.Equal("5,6,7", await Ask<string>(Sequences("other")));
        Assert.Equal("test.account_opened of test.account 1", await Ask<string>("select said from heard where seq_id = 2"));
    }

    [Fact]
    public async Task hears_nothing_of_what_was_rolled_back_and_everything_once_when_it_failed()
    {
        await using var node = await StartNode();
        await Until("it follows", async () => await Ask<long>("select count(*) from mt_event_progression where name = 'test.listener:All'") == 1);
        var work = Store.Open(Acme, Ann).Begin();
        var id = Guid.CreateVersion7();
        work.New<Account>(id);
        work.Decide(id, Account.Opening("Nobody"));
        work.Also(new Statement("select refuse('BL410', 'no, after all')"));
        await Assert.ThrowsAnyAsync<PostgresException>(() => work.Commit());
        Volatile.Write(ref _failures, 3);
        for (var n = 0; n < 20; n++) await Opened($"Client {n}", n % 2 == 0 ? Acme : Other);
        await Until("it has heard of all", async () => await Ask<long>("select count(*) from heard") == 20, 60);
        Assert.True(Volatile.Read(ref _failures) <= 0);
        Assert.Equal(await Ask<string>("select string_agg(seq_id::text, ',' order by seq_id) from mt_events"), await Ask<string>("select string_agg(seq_id::text, ',' order by place) from heard"));
        Assert.Equal(20L, await Ask<long>("select count(distinct seq_id) from heard"));
    }

    [Fact]
    public async Task cannot_write_where_another_has_moved_the_checkpoint()
    {
        await using var node = await StartNode();
        await Until("it follows", async () => await Ask<long>("select count(*) from mt_event_progression where name = 'test.listener:All'") == 1);
        await Opened("Ann");
        await Until("it has heard", async () => await Ask<long>("select count(*) from heard") == 1);
        await Ask<object>("update mt_event_progression set last_seq_id = 2 where name = 'test.listener:All'"); // as if another had heard of the next one already
        await Opened("Bob", Other);
        await Opened("Cid");
        await Until("it has heard of the one after", async () => await Ask<long>("select count(*) from heard where seq_id = 3") == 1, 60);
        Assert.Equal("1,3", await Ask<string>("select string_agg(seq_id::text, ',' order by place) from heard"));
    }

    private sealed class Listener(Following_the_log test) : LogFollower("test.listener")
    {
        public override bool Wants(Type happened) => happened == typeof(AccountOpened) || happened == typeof(MoneyDeposited);

        public override IReadOnlyList<NpgsqlBatchCommand> Write(IReadOnlyList<Headline> page) =>
        [
            new(Interlocked.Decrement(ref test._failures) >= 0 ? "select 1 / 0 from unnest($1, $2, $3) as h (tenant, seq_id, said)" : "insert into heard (tenant, seq_id, said) select * from unnest($1, $2, $3) as h (tenant, seq_id, said) order by h.seq_id")
            {
                Parameters =
                {
                    new NpgsqlParameter<string[]> { TypedValue = [.. page.Select(one => one.Tenant.Value)] },
                    new NpgsqlParameter<long[]> { TypedValue = [.. page.Select(one => one.Sequence)] },
                    new NpgsqlParameter<string[]> { TypedValue = [.. page.Select(one => $"{one.Alias} of {one.Stream} {one.Version}")] },
                },
            },
        ];
    }
}
