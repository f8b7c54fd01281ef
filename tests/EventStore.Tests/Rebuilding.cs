using System.Collections.Concurrent;

namespace Billing.EventStore.Tests;

public class Rebuilding : StoreTest
{
    private readonly AccountRows _accounts = new();
    private readonly Totals _totals = new();
    private readonly Statements _statements = new();

    private protected override StoreModel Model() => Plain().Project(_accounts).Project(_totals).Project(_statements);

    [Fact]
    public async Task gives_the_same_rows_byte_for_byte_with_their_indexes_walls_and_rights()
    {
        await Ask<object>("grant select on test_totals to public");
        await using var node = await StartNode();
        await Written(60, seed: 1);
        await CaughtUp(node);
        foreach (var projection in Model().Projections)
        {
            var table = projection.RowTable.Name;
            var (rows, shape) = (await Dump(table), await Shape(table));
            Assert.NotEmpty(rows);
            var reported = new ConcurrentQueue<RebuildProgress>();
            var result = await new Rebuild(node.Store).Run(projection, new Progress(reported.Enqueue), Stop);
            Assert.Equal(rows, await Dump(table));
            Assert.Equal(shape, await Shape(table));
            Assert.Equal(await Ask<long>($"select count(*) from {table}"), result.Rows);
            Assert.Equal(result.Events, reported.Last().Done);
            Assert.Equal(0, (await Comparison.Of(node.Store, projection, Stop)).ExitCode);
        }
        Assert.Null(await Ask<string>("select string_agg(relname, ',') from pg_class where relname like '%rebuild%' or relname like 'r\\_%'"));
    }

    [Fact]
    public async Task goes_on_while_people_write()
    {
        await using var node = await StartNode();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(async writer =>
        {
            for (var n = 0; !enough.IsCancellationRequested; n++) await Written(2, seed: (writer * 1_000_000) + n);
        }));
        for (var round = 0; round < 3; round++)
            foreach (var projection in node.Store.Model.Projections) await new Rebuild(node.Store).Run(projection, null, Stop);
        await enough.CancelAsync();
        await writing;
        await CaughtUp(node);
        foreach (var projection in node.Store.Model.Projections)
        {
            var compared = await Comparison.Of(node.Store, projection, Stop);
            Assert.True(compared.Rows > 0);
            Assert.Empty(compared.Differences);
        }
    }

    [Fact]
    public async Task that_fails_leaves_the_live_rows_alone()
    {
        await using var node = await StartNode();
        await Written(10, seed: 7);
        await Opened("Ann", more: new MoneyDeposited(666));
        await CaughtUp(node);
        var (rows, position) = (await Dump("test_totals"), await Ask<long>("select last_seq_id from mt_event_progression where name = 'test.totals:All'"));

        var failed = await Assert.ThrowsAsync<RebuildException>(() => new Rebuild(node.Store).Run(new Totals(amount => amount == 666), null, Stop));
        Assert.Contains("hard to digest", failed.Message, StringComparison.Ordinal);
        Assert.Equal(rows, await Dump("test_totals"));
        Assert.Equal(position, await Ask<long>("select last_seq_id from mt_event_progression where name = 'test.totals:All'"));
        Assert.Null(await Ask<string>("select to_regclass('test_totals_rebuild')::text"));
    }

    [Fact]
    public async Task compared_tells_the_row_the_column_and_both_values()
    {
        await using var node = await StartNode();
        var (ann, bob, cid) = (await Opened("Ann", more: new MoneyDeposited(5)), await Opened("Bob", more: new MoneyDeposited(6)), await Opened("Cid", Other));
        await CaughtUp(node);
        await Ask<object>($"""
            update test_accounts set balance = 7 where id = '{ann}';
            delete from test_accounts where id = '{bob}';
            insert into test_accounts select 'other', gen_random_uuid(), 'Nobody', 1, 1, now()
            """);
        var compared = await Comparison.Of(node.Store, _accounts, Stop);
        Assert.Equal(1, compared.ExitCode);
        Assert.Equal((4, 3), (compared.Rows, compared.Differing));
        Assert.Contains(new Difference(Acme, $"{ann}", "balance", "7", "5"), compared.Differences);
        Assert.Contains(new Difference(Acme, $"{bob}", "*", null, "there"), compared.Differences);
        Assert.Single(compared.Differences, d => d.Tenant == Other && d is { Column: "*", Live: "there", Rebuilt: null });

        await new Rebuild(node.Store).Run(_accounts, null, Stop);
        Assert.Equal(0, (await Comparison.Of(node.Store, _accounts, Stop)).ExitCode);
        Assert.Equal("Cid", await Ask<string>($"select owner from test_accounts where id = '{cid}'"));
    }

    [Fact]
    public async Task happens_by_itself_when_a_projections_rule_has_a_new_version()
    {
        await using (var old = await StartNode())
        {
            await Written(20, seed: 3);
            await CaughtUp(old);
        }
        var before = await Ask<decimal>("select sum(amount) from test_totals");
        await using var node = await StartNode(() => Plain().Project(_accounts).Project(new Totals(version: 2, factor: 10)));
        await Until("the rows follow the new rule", async () => await Ask<decimal>("select sum(amount) from test_totals") == before * 10);
        Assert.Equal("test.totals:V2:All", await Ask<string>("select string_agg(name, ',') from mt_event_progression where name like 'test.totals:%'"));

        await node.DisposeAsync();
        await using var late = await StartNode();
        await Opened("Somebody", more: new MoneyDeposited(1_000));
        await Until("the late node's other projection", async () => await Ask<long>("select last_seq_id from mt_event_progression where name = 'test.statements:All'") == await Ask<long>("select max(seq_id) from mt_events"));
        Assert.Equal(before * 10, await Ask<decimal>("select sum(amount) from test_totals"));
    }

    [Fact]
    public async Task fills_a_new_inline_projection_from_what_has_happened()
    {
        await Written(20, seed: 4);
        var rows = await Dump("test_accounts");
        await Ask<object>("truncate test_accounts; delete from mt_event_progression where name = 'test.accounts:All'");
        await using var node = await StartNode();
        await Until("the rows are there", async () => await Dump("test_accounts") == rows);
    }

    private async Task Written(int accounts, int seed)
    {
        var random = new Random(seed);
        for (var n = 0; n < accounts; n++)
        {
            var tenant = random.Next(2) == 0 ? Acme : Other;
            var id = await Opened($"Owner {seed}-{n}", tenant, [.. Enumerable.Range(0, random.Next(4)).Select(_ => (AccountEvent)new MoneyDeposited(random.Next(1, 10_000) / 100m))]);
            for (var more = random.Next(4); more > 0; more--)
            {
                AccountEvent happened = random.Next(5) switch { 0 => new AccountNoted("close"), 1 => new AccountNoted($"tag {more}"), 2 => new MoneyWithdrawn(random.Next(1, 100)), _ => new MoneyDeposited(random.Next(1, 100) / 8m) };
                await Accounts(tenant).Decide<AccountEvent>(id, _ => happened, Stop);
            }
        }
    }

    private async Task CaughtUp(Node node)
    {
        var last = await Ask<long>("select coalesce(max(seq_id), 0) from mt_events");
        foreach (var projection in node.Store.Model.Projections.Where(p => p.Lifecycle == Lifecycle.Async))
            await Until($"{projection.Name} has come to {last}", async () => await Ask<long>($"select last_seq_id from mt_event_progression where name = '{projection.ProgressionName}'") >= last);
    }

    private Task<string> Shape(string table) => Ask<string>($"""
        select (select string_agg(indexname || indexdef, ';' order by indexname) from pg_indexes where tablename = '{table}')
            || (select string_agg(conname || pg_get_constraintdef(oid), ';' order by conname) from pg_constraint where conrelid = '{table}'::regclass)
            || (select string_agg(policyname || roles::text || qual || with_check, ';' order by policyname) from pg_policies where tablename = '{table}')
            || (select string_agg(a::text, ';' order by a::text) from pg_class c, aclexplode(c.relacl) a where c.oid = '{table}'::regclass)
            || (select relrowsecurity::text || relforcerowsecurity from pg_class where oid = '{table}'::regclass)
        """);

    private sealed class Progress(Action<RebuildProgress> report) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => report(value);
    }
}
