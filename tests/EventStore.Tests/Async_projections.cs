namespace Billing.EventStore.Tests;

public class Async_projections : StoreTest
{
    private bool _chokes = true;

    private protected override StoreModel Model() => Plain().Project(new AccountRows()).Project(new Totals(amount => _chokes && amount == 666)).Project(new Statements());

    [Fact]
    public async Task count_each_event_once_while_eight_write_and_another_runner_believes_that_it_is_in_charge()
    {
        await using var node = await StartNode();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await Eventually_running(node);
        var impostor = Steady.Run("impostor", new ProjectionRunner(node.Store, node.Store.Model.Projections[1], node.Daemon.Pulse).Run, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, TimeProvider.System, end.Token);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            var tenant = writer % 2 == 0 ? Acme : Other;
            var id = await Opened($"Writer {writer}", tenant);
            for (var i = 0; i < 50; i++) await Accounts(tenant).Decide<AccountEvent>(id, a => Account.Deposit(a, 1), Stop);
        }));
        await Until("every deposit is in the totals", async () => await Ask<long>("select sum(events) from test_totals where what = 'deposited'") >= 400);
        await end.CancelAsync();
        await impostor;
        Assert.Equal("acme:200:200,other:200:200", await Ask<string>("select string_agg(tenant_id || ':' || events || ':' || amount, ',' order by tenant_id) from test_totals where what = 'deposited'"));
        Assert.Equal(0, (await Comparison.Of(node.Store, node.Store.Model.Projections[1], Stop)).ExitCode);
    }

    [Fact]
    public async Task follow_each_commit_by_itself()
    {
        await using var node = await StartNode();
        await Eventually_running(node);
        var id = await Opened("Ann");
        for (var i = 1; i <= 15; i++)
        {
            await node.Store.Open(Acme, Ann).Streams<Account>().Decide<AccountEvent>(id, a => Account.Deposit(a, 1), Stop);
            await Until($"deposit {i} is in the totals", async () => await Ask<int>("select events from test_totals where tenant_id = 'acme' and what = 'deposited'") == i);
        }
    }

    [Fact]
    public async Task follow_behind_numbers_that_nobody_will_write()
    {
        await using var node = await StartNode();
        await Eventually_running(node);
        var accounts = node.Store.Open(Acme, Ann).Streams<Account>();
        for (var i = 1; i <= 15; i++)
        {
            await (await PendingAppend.Begin(Store, i % 2 == 0 ? Acme : Other)).RollBack();
            await accounts.Decide(Guid.CreateVersion7(), Account.Opening($"Owner {i}"), Stop, opens: true);
            await Until($"account {i} is in the totals", async () => await Ask<int>("select events from test_totals where what = 'opened'") == i);
        }
        Assert.Equal(15L, await Ask<long>("select count(*) from mt_high_water_skips"));
    }

    [Fact]
    public async Task hear_of_another_nodes_commits()
    {
        await using var worker = await StartNode();
        await Eventually_running(worker);
        await using var writer = await StartNode();
        var accounts = writer.Store.Open(Acme, Ann).Streams<Account>();
        for (var i = 1; i <= 5; i++)
        {
            await accounts.Decide(Guid.CreateVersion7(), Account.Opening($"Owner {i}"), Stop, opens: true);
            await Until($"account {i} is in the totals", async () => await Ask<int>("select events from test_totals where what = 'opened'") == i, 20);
        }
    }

    [Fact]
    public async Task write_change_and_remove_rows()
    {
        await using var node = await StartNode();
        var (kept, closed) = (await Opened("Ann", more: [new MoneyDeposited(10.50m), new AccountNoted("vip"), new AccountNoted("old")]), await Opened("Bob", Other, new MoneyDeposited(1)));
        await Until("both statements", async () => await Ask<long>("select count(*) from test_statements") == 2);
        await Accounts(Other).Decide<AccountEvent>(closed, _ => new AccountNoted("close"), Stop);
        await Until("one statement", async () => await Ask<long>("select count(*) from test_statements") == 1);
        Assert.Equal($"{kept}:10.50:1:[\"vip\", \"old\"]", await Ask<string>("select id || ':' || balance || ':' || lines || ':' || tags from test_statements where first_on = current_date"));
    }

    [Fact]
    public async Task stop_alone_at_an_event_they_cannot_digest_and_go_on_when_it_is_replayed()
    {
        await using var node = await StartNode();
        var id = await Opened("Ann", more: [new MoneyDeposited(1), new MoneyDeposited(666), new MoneyDeposited(2)]);
        await Opened("Bob", Other, new MoneyDeposited(5));
        await Until("a dead letter", async () => await Ask<long>("select count(*) from projection_dead_letters") == 1);
        await Until("the other projection's rows", async () => await Ask<long>("select count(*) from test_statements") == 2);
        Assert.Equal("acme:test.totals:3:1", await Ask<string>("select tenant_id || ':' || projection || ':' || seq_id || ':' || attempts from projection_dead_letters"));
        Assert.Contains("666 is hard to digest", await Ask<string>("select error from projection_dead_letters"), StringComparison.Ordinal);
        Assert.Equal(1, await Ask<int>("select events from test_totals where what = 'deposited' and tenant_id = 'acme'"));
        Assert.Equal(2L, await Ask<long>("select last_seq_id from mt_event_progression where name = 'test.totals:All'"));

        await Replay();
        await Until("a second failure", async () => await Ask<int>("select attempts from projection_dead_letters where not replay") == 2);
        _chokes = false;
        await Replay();
        await Until("the totals of all", async () => await Ask<long>("select sum(events) from test_totals") == 6);
        Assert.Equal(669m, await Ask<decimal>("select amount from test_totals where what = 'deposited' and tenant_id = 'acme'"));
        Assert.Equal(0L, await Ask<long>("select count(*) from projection_dead_letters"));
        Assert.NotEqual(Guid.Empty, id);
    }

    [Fact]
    public async Task stop_at_a_row_that_the_table_does_not_take()
    {
        await using var node = await StartNode();
        await Opened("Ann", more: [new MoneyDeposited(1), new MoneyDeposited(2), new MoneyDeposited(5_000_000), new MoneyDeposited(3)]);
        await Until("a dead letter", async () => await Ask<long>("select count(*) from projection_dead_letters where projection = 'test.totals'") == 1);
        Assert.Equal(4L, await Ask<long>("select seq_id from projection_dead_letters"));
        Assert.Contains("test_totals_amount", await Ask<string>("select error from projection_dead_letters"), StringComparison.Ordinal);
        Assert.Equal(2, await Ask<int>("select events from test_totals where what = 'deposited'"));
    }

    [Fact]
    public async Task that_are_far_behind_take_many_pages_at_once_and_still_find_the_one_row_that_the_table_does_not_take()
    {
        var ones = Enumerable.Repeat<AccountEvent>(new MoneyDeposited(1), 2_000).ToArray();
        for (var i = 0; i < 4; i++) await Opened($"Early {i}", i % 2 == 0 ? Acme : Other, ones); // 8,004 events, two pages
        await Opened("Ann", Other, new MoneyDeposited(1), new MoneyDeposited(5_000_000), new MoneyDeposited(1));
        await Opened("Late", Acme, ones);
        await using var node = await StartNode();
        await Until("a dead letter", async () => await Ask<long>("select count(*) from projection_dead_letters where projection = 'test.totals'") == 1);
        Assert.Equal(8_007L, await Ask<long>("select seq_id from projection_dead_letters"));
        Assert.Equal("acme:4000:4000,other:4001:4001", await Ask<string>("select string_agg(tenant_id || ':' || events || ':' || amount, ',' order by tenant_id) from test_totals where what = 'deposited'"));
        await Until("every statement", async () => await Ask<long>("select sum(lines) from test_statements") == 10_003);
        Assert.Equal(0, (await Comparison.Of(node.Store, node.Store.Model.Projections[2], Stop)).ExitCode);
    }

    [Fact]
    public async Task stop_at_an_unknown_event_of_their_streams_but_not_at_one_of_a_stranger()
    {
        var id = await Opened("Ann");
        await Stored("gone_module.thing_happened", Guid.CreateVersion7(), Other);
        await Stored("test.account_frozen", id, Acme);
        await Opened("Bob", Other);
        await using var node = await StartNode();
        await Until("both projections stand", async () => await Ask<long>("select count(*) from projection_dead_letters") == 2);
        Assert.Equal("3,3", await Ask<string>("select string_agg(seq_id::text, ',') from projection_dead_letters where error like '%test.account_frozen%'"));
        Assert.Equal("2,2", await Ask<string>("select string_agg(last_seq_id::text, ',') from mt_event_progression where name in ('test.totals:All', 'test.statements:All')"));
    }

    private static Task Eventually_running(Node node) => Until("the node has all duties", () => node.Daemon.Duties.Count == 6);

    private async Task Replay() => await Ask<object>("update projection_dead_letters set replay = true; select pg_notify('billing', 'resume')");

    private async Task Stored(string alias, Guid stream, TenantId tenant) => await Ask<object>($$"""
        insert into mt_streams (tenant_id, id, type, version) values ('{{tenant}}', '{{stream}}', 'strange', 1) on conflict (tenant_id, id) do update set version = mt_streams.version + 1;
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
        select nextval('mt_events_sequence'), gen_random_uuid(), id, version, '{}', '{{alias}}', now(), tenant_id from mt_streams where tenant_id = '{{tenant}}' and id = '{{stream}}'
        """);
}
