using Npgsql;

namespace Billing.EventStore.Tests;

public class Starting_up : StoreTest
{
    private protected override async Task<(string ConnectionString, IAsyncDisposable Made)> MakeDatabase()
    {
        var made = await Billing.Testing.TestCluster.CreateDatabase();
        return (made.ConnectionString, made);
    }

    public override ValueTask InitializeAsync() => Begin(migrate: false);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task five_nodes_at_once_migrate_once(bool fromAnOldSchema)
    {
        if (fromAnOldSchema) Assert.NotEmpty(await new Migrations(Database, new StoreModel()).Apply(Stop));
        var applied = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(async () =>
        {
            await using var database = new Database(ConnectionString);
            return await new Migrations(database, Plain()).Apply(Stop);
        })));
        Assert.Equal(fromAnOldSchema ? ["test/0001_accounts.sql"] : ["store/0001_event_store.sql", "store/0002_rebuild.sql", "store/0003_keys.sql", "store/0004_audit.sql", "store/0005_policies_of_rebuilt_tables.sql", "store/0006_tenant_clocks.sql", "store/0007_strides_of_clocks.sql", "test/0001_accounts.sql"], applied.SelectMany(names => names));
        Assert.Single(applied, names => names.Count > 0);
    }

    [Fact]
    public async Task for_the_second_time_changes_nothing_about_the_schema()
    {
        await new Migrations(Database, Plain()).Apply(Stop);
        await Ask<object>("""
            create function public.nothing_to_do() returns event_trigger language plpgsql as $$ begin raise exception 'DDL: %', tg_tag; end $$;
            create event trigger no_ddl on ddl_command_start execute function public.nothing_to_do()
            """);
        Assert.Contains("DDL", (await Assert.ThrowsAsync<PostgresException>(() => Ask<object>("create table x (n int)"))).MessageText, StringComparison.Ordinal);
        Assert.Empty(await new Migrations(Database, Plain()).Apply(Stop));
    }

    /// <summary>A plan for an empty table is kept until Postgres counts its rows: it has to be the one that is right when they are many.</summary>
    [Fact]
    public async Task tells_the_planner_that_the_tenant_alone_finds_nothing()
    {
        await new Migrations(Database, Plain()).Apply(Stop);
        Assert.Equal("", await Ask<string>("""
            select coalesce(string_agg(c.relname, ' '), '') from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
            left join pg_stats s on s.schemaname = n.nspname and s.tablename = c.relname and s.attname = 'tenant_id' where n.nspname = 'billing' and c.relkind in ('r', 'p') and s.n_distinct is distinct from 1
            """));
    }

    [Fact]
    public async Task refuses_a_database_whose_scripts_were_edited_or_that_is_newer()
    {
        await new Migrations(Database, Plain()).Apply(Stop);
        await Ask<object>("update billing.migrations set checksum = 'other' where name = 'test/0001_accounts.sql'");
        Assert.Contains("was edited", (await Assert.ThrowsAsync<MigrationException>(() => new Migrations(Database, Plain()).Apply(Stop))).Message, StringComparison.Ordinal);
        Assert.Contains("does not know", (await Assert.ThrowsAsync<MigrationException>(() => new Migrations(Database, new StoreModel()).Apply(Stop))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task in_five_processes_migrates_once()
    {
        var nodes = Enumerable.Range(0, 5).Select(_ => NodeProcess.Start(ConnectionString)).ToList();
        var said = await Task.WhenAll(nodes.Select(node => node.Said("applied")));
        foreach (var node in nodes)
        {
            Assert.Equal(0, await node.Ended());
            node.Dispose();
        }
        Assert.Single(said, line => line.Contains("store/0001_event_store.sql", StringComparison.Ordinal));
        Assert.Equal(4, said.Count(line => line.Trim() == "applied"));
    }
}
