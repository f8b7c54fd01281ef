using Npgsql;

namespace Billing.EventStore.Tests;

/// <summary>A tenant goes with every row, its part of the log and its keys. What is left fits together at every moment, and the others keep every byte.</summary>
public class Removing_a_tenant : StoreTest
{
    private const string Canary = "Zilpah Quastenflosser";

    private protected override StoreModel Model() => Plain().Events([typeof(ClientRegistered), typeof(ClientNoted), typeof(ClientForgotten)]).Project(new AccountRows()).Project(new ClientRows()).Project(new Totals());

    [Fact]
    public async Task leaves_nothing_of_it_and_the_others_as_they_were()
    {
        await Lived();
        Assert.NotEmpty(await Rows(Acme));
        var before = await Rows(Other);
        await new Removing(Store, page: 3).Run(Acme, Stop);
        Assert.Equal("", await Rows(Acme));
        Assert.Equal(before, await Rows(Other));
        await FitsTogether();
        Assert.Equal(await Ask<long>("select last_value from mt_events_sequence"), await Ask<long>("select count(*) + (select sum(ending_sequence - starting_sequence + 1)::bigint from mt_high_water_skips) from mt_events"));
        await new Removing(Store).Run(Acme, Stop); // once more changes nothing
        Assert.Equal(before, await Rows(Other));

        await using var node = await StartNode();
        await Opened("Later", Other);
        await Until("the trail goes on", async () => await Ask<string>("select max(number) || ' ' || count(*) from audit_trail") is var n && n.Split(' ') is [var last, var all] && last == all && await Ask<long>("select count(*) from mt_events") == long.Parse(all, System.Globalization.CultureInfo.InvariantCulture));
        await FitsTogether();
    }

    [Fact]
    public async Task that_was_killed_goes_on_where_it_was()
    {
        await Lived();
        var (others, events) = (await Rows(Other), await Ask<long>("select count(*) from mt_events where tenant_id = 'acme'"));
        await using var owner = new NpgsqlConnection(Database.OwnerConnectionString);
        await owner.OpenAsync(Stop);
        await using (var held = await owner.BeginTransactionAsync(Stop))
        {
            await Sql.Ask(owner, "select 1 from mt_streams where tenant_id = 'acme' and id = (select stream_id from mt_events where tenant_id = 'acme' order by seq_id limit 1) for update", Stop);
            using var kill = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            var removing = new Removing(Store, page: 2).Run(Acme, kill.Token);
            await Until("it waits in the midst of the log", async () => await Ask<long>("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%mt_streams%'") > 0);
            await kill.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => removing);
        }
        Assert.InRange(await Ask<long>("select count(*) from mt_events where tenant_id = 'acme'"), 1, events - 1);
        Assert.Equal((0L, 0L), (await Ask<long>("select count(*) from test_accounts where tenant_id = 'acme'"), await Ask<long>("select count(*) from personal_keys where tenant_id = 'acme' and wrapped is not null")));
        await FitsTogether();

        await new Removing(Store, page: 2).Run(Acme, Stop);
        Assert.Equal(("", others), (await Rows(Acme), await Rows(Other)));
        await FitsTogether();
    }

    [Fact]
    public async Task waits_for_a_rebuild_which_would_bring_rows_back()
    {
        await Lived();
        await using var rebuilding = await Database.OpenOwner(Stop);
        await Sql.Ask(rebuilding, NodeSession.TryLock(Rebuild.LockName(new Totals())), Stop);
        Assert.Contains("test.totals is being rebuilt", (await Assert.ThrowsAsync<InvalidOperationException>(() => new Removing(Store).Run(Acme, Stop))).Message, StringComparison.Ordinal);
        await rebuilding.CloseAsync();
        await new Removing(Store).Run(Acme, Stop);
        Assert.Equal("", await Rows(Acme));
    }

    /// <summary>Both with accounts, clients, a secret, messages, an answer under a key and a dead letter; entered in the trail, and with totals.</summary>
    private async Task Lived()
    {
        await using var node = await StartNode();
        foreach (var tenant in (TenantId[])[Acme, Other, Acme])
        {
            var session = Store.Open(tenant, Ann);
            for (var n = 0; n < 3; n++)
            {
                var id = session.NewId();
                await session.Streams<Client>().Decide(id, Client.Registering(id, Canary + n), Stop, opens: true);
                await Opened(Canary + id, tenant, new MoneyDeposited(n + 1));
            }
            await session.Write(Store.Secrets.Put(tenant, "test.provider", "password" + session.NewId(), Canary, session.Now));
            var work = session.Begin();
            work.Send("test.nobody_handles", new { Canary }, due: session.Now.AddDays(1));
            await work.Commit(new RememberedAnswer(session.NewId().ToString(), [1], 200, "{}", [2]));
            await Ask<object>($"insert into projection_dead_letters (tenant_id, projection, seq_id, error, failed_at) values ('{tenant}', 'test.gone', (select max(seq_id) from mt_events), '{Canary}', now())");
        }
        await Until("all is entered and counted", async () => await Ask<long>("select (select count(*) from mt_events) - (select count(*) from audit_trail)") == 0 && await Ask<decimal>("select coalesce(sum(amount), 0) from test_totals") == 18);
    }

    private async Task FitsTogether()
    {
        Assert.Empty((await new Verify(Store).Run(Stop)).Findings);
        Assert.Empty((await new AuditTrail(Store).Verify(null, null, Stop)).Findings);
    }

    /// <summary>Every row of a tenant in every table, as text.</summary>
    private async Task<string> Rows(TenantId tenant)
    {
        var rows = new System.Text.StringBuilder();
        foreach (var table in (await Ask<string>("select string_agg(c.relname, ',' order by c.relname) from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' where c.relnamespace = 'billing'::regnamespace and c.relkind = 'r'")).Split(','))
            rows.Append(await Ask<string>($"select string_agg('{table} ' || t::text, E'\\n' order by t::text) || E'\\n' from {table} t where tenant_id = '{tenant}'"));
        return rows.ToString();
    }
}
