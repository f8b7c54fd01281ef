using Npgsql;

namespace Billing.EventStore.Tests;

/// <summary>What a request's own connection may do, were all our code wrong.</summary>
public class The_wall_between_tenants : StoreTest
{
    private static readonly string[] Walled = ["mt_streams", "mt_events", "messages", "tenant_clocks", "projection_dead_letters", "idempotency_keys", "tenant_keys", "personal_keys", "secrets", "audit_trail", "test_accounts", "test_totals", "test_statements", "test_clients"];

    [Fact]
    public async Task hides_everything_from_a_session_without_a_tenant_and_all_but_its_own_from_one_with()
    {
        var id = await Opened("Ann", more: new MoneyDeposited(1));
        await Accounts(Other).Decide(id, Account.Opening("Bob"), Stop, opens: true);
        await Ask<object>("""
            insert into messages (tenant_id, id, type, body, due) select t, gen_random_uuid(), 'x', '{}', now() from unnest(array['acme', 'other']) t;
            insert into idempotency_keys (tenant_id, key, fingerprint, status, headers, body) select t, 'k', '', 200, '{}', '' from unnest(array['acme', 'other']) t;
            insert into projection_dead_letters (tenant_id, projection, seq_id, error, failed_at) select t, 'p', 1, 'x', now() from unnest(array['acme', 'other']) t;
            insert into tenant_keys (tenant_id, key, master, wrapped) select t, 1, 'm', '' from unnest(array['acme', 'other']) t;
            insert into personal_keys (tenant_id, subject, key, forgotten_at) select t, gen_random_uuid(), 1, now() from unnest(array['acme', 'other']) t;
            insert into secrets (tenant_id, record, field, key, sealed, put_at) select t, 'r', 'f', 1, '', now() from unnest(array['acme', 'other']) t;
            insert into audit_trail (tenant_id, number, seq_id, event_id, hash, at, action, entity, entity_id, actor_kind, actor_id) select t, n, n, gen_random_uuid(), '', now(), 'a', 'e', gen_random_uuid(), 'k', 'i' from unnest(array['acme', 'other']) with ordinality as o (t, n);
            insert into tenant_clocks (tenant_id, at) select t, now() from unnest(array['acme', 'other']) t;
            insert into test_clients select t, gen_random_uuid(), 'x', 'x', 1, '' from unnest(array['acme', 'other']) t;
            insert into test_totals select t, 'all', 1, 1, now() from unnest(array['acme', 'other']) t;
            insert into test_statements select t, gen_random_uuid(), 'x', 1, 1 from unnest(array['acme', 'other']) t
            """);
        foreach (var table in Walled)
        {
            Assert.True(await Ask<long>($"select count(distinct tenant_id) from {table}") == 2, table);
            Assert.Equal(0L, await AsWeb(null, $"select count(*) from {table}"));
            Assert.Equal(0L, await AsWeb("", $"select count(*) from {table}"));
            Assert.Equal(0L, await AsWeb("nobody", $"select count(*) from {table}"));
            Assert.Equal(0L, await AsWeb("acme", $"select count(*) from {table} where tenant_id <> 'acme'"));
            Assert.True(await AsWeb("acme", $"select count(*) from {table}") is > 0L, table);
        }
    }

    [Fact]
    public async Task stands_around_every_table_that_has_a_tenant()
    {
        Assert.Equal(string.Join(',', Walled.Order(StringComparer.Ordinal)), await Ask<string>("""
            select string_agg(c.relname, ',' order by c.relname collate "C") from pg_class c
            where c.relnamespace = 'billing'::regnamespace and c.relkind = 'r' and c.relrowsecurity and c.relforcerowsecurity
            """));
        Assert.Equal("migrations,mt_event_progression,mt_high_water_skips,personal_epoch", await Ask<string>("""
            select string_agg(c.relname, ',' order by c.relname collate "C") from pg_class c where c.relnamespace = 'billing'::regnamespace and c.relkind = 'r' and not c.relrowsecurity
            """));
        Assert.Equal("false:false,false:false", await Ask<string>("select string_agg(rolsuper || ':' || rolbypassrls, ',') from pg_roles where rolname in ('billing_web', 'billing_daemon')"));
        Assert.Equal(0L, await Ask<long>("select count(*) from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('billing_web', 'billing_daemon') and c.relnamespace = 'billing'::regnamespace"));
    }

    [Theory]
    [InlineData("update mt_events set data = '{}'")]
    [InlineData("delete from mt_events")]
    [InlineData("truncate mt_events")]
    [InlineData("delete from mt_streams")]
    [InlineData("insert into mt_streams (tenant_id, id, version) values ('other', gen_random_uuid(), 1)")]
    [InlineData("insert into mt_events (seq_id, id, stream_id, version, data, type, tenant_id) select 99, gen_random_uuid(), id, 9, '{}', 'x', 'other' from mt_streams")]
    [InlineData("insert into test_accounts values ('other', gen_random_uuid(), 'x', 1, 1, now())")]
    [InlineData("update test_accounts set tenant_id = 'other'")]
    [InlineData("delete from personal_keys")]
    [InlineData("insert into audit_trail select * from audit_trail")]
    [InlineData("update audit_trail set hash = ''")]
    [InlineData("delete from audit_trail")]
    [InlineData("delete from tenant_keys")]
    [InlineData("update mt_event_progression set last_seq_id = 0")]
    [InlineData("alter table mt_events disable row level security")]
    [InlineData("set role billing_daemon")]
    [InlineData("set row_security = off; select * from mt_events")]
    [InlineData("drop policy one_tenant on mt_events")]
    [InlineData("create table billing.mine (n int)")]
    public async Task refuses(string sql)
    {
        await Opened("Ann");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => AsWeb("acme", sql));
        Assert.Equal("42501", refused.SqlState);
    }

    [Theory]
    [InlineData("update mt_streams set is_archived = true where id = '{0}'", "select string_agg(tenant_id, ',') from mt_streams where is_archived")]
    [InlineData("update test_accounts set owner = 'nobody' where id = '{0}'", "select string_agg(tenant_id, ',') from test_accounts where owner = 'nobody'")]
    [InlineData("update personal_keys set under = null, wrapped = null, forgotten_at = now() where subject = '{0}'", "select string_agg(tenant_id, ',') from personal_keys where forgotten_at is not null")]
    [InlineData("delete from messages where id = '{0}'", "select string_agg(t, ',') from unnest(array['acme', 'other']) t where t not in (select tenant_id from messages)")]
    public async Task lets_a_statement_that_names_a_number_only_hit_its_own_tenant(string careless, string hit)
    {
        var id = await Opened("Ann");
        await Accounts(Other).Decide(id, Account.Opening("Ann"), Stop, opens: true);
        await Ask<object>($"insert into personal_keys (tenant_id, subject, key, under, wrapped) select t, '{id}', 1, 1, '' from unnest(array['acme', 'other']) t");
        await Ask<object>($"insert into messages (tenant_id, id, type, body, due) select t, '{id}', 'x', '{{}}', now() from unnest(array['acme', 'other']) t");
        Assert.Null(await Ask<string>(hit));
        await AsWeb("acme", careless.Replace("{0}", $"{id}", StringComparison.Ordinal), commit: true);
        Assert.Equal("acme", await Ask<string>(hit));
    }

    [Theory]
    [InlineData("update mt_events set data = '{}'")]
    [InlineData("delete from mt_events")]
    [InlineData("update audit_trail set hash = ''")]
    [InlineData("delete from audit_trail")]
    [InlineData("truncate audit_trail")]
    public async Task lets_not_even_the_daemon_rewrite_history(string sql)
    {
        await Opened("Ann");
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => Sql.Ask(Database.Daemon, sql, Stop))).SqlState);
    }

    [Fact]
    public async Task lets_nobody_open_a_session_without_a_tenant()
    {
        Assert.Throws<InvalidOperationException>(() => Store.Open(default, Ann));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.Read(default, "select 1", [], _ => Task.FromResult(0), Stop));
    }

    private async Task<object?> AsWeb(string? tenant, string sql, bool commit = false)
    {
        await using var connection = await Database.Web.OpenConnectionAsync(Stop);
        await using var transaction = await connection.BeginTransactionAsync(Stop);
        if (tenant is not null) await Sql.Ask(connection, $"select set_config('billing.tenant', '{tenant}', true)", Stop);
        var answer = await Sql.Ask(connection, sql, Stop);
        if (commit) await transaction.CommitAsync(Stop);
        return answer;
    }
}
