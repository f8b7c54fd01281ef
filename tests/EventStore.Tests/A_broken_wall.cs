namespace Billing.EventStore.Tests;

/// <summary>What a restore without roles, or a hand at the database, leaves behind.</summary>
public class A_broken_wall : StoreTest
{
    private protected override StoreModel Model() => Plain().Project(new AccountRows()).Project(new Totals()).Project(new Statements());

    [Theory]
    [InlineData("alter table test_accounts disable row level security", "billing.test_accounts: row-level security is off")]
    [InlineData("alter table messages no force row level security", "billing.messages: row-level security is not forced")]
    [InlineData("drop policy one_tenant on mt_events", "billing.mt_events: the policy that shows one tenant to billing_web is missing")]
    [InlineData("alter policy one_tenant on mt_streams using (true)", "billing.mt_streams: the policy that shows one tenant to billing_web is missing")]
    [InlineData("drop policy all_tenants on test_totals", "billing.test_totals: the policy that shows it to billing_daemon is missing")]
    [InlineData("create policy everyone on test_totals using (true)", "billing.test_totals: the policy everyone shows every tenant's rows")]
    [InlineData("revoke select on test_accounts from billing_web", "billing.test_accounts: billing_web may not read and write it")]
    [InlineData("revoke all on idempotency_keys from billing_daemon", "billing.idempotency_keys: billing_daemon may not read and write it")]
    [InlineData("grant update on mt_events to billing_web", "billing.mt_events: billing_web may rewrite history")]
    [InlineData("create table notes (tenant_id varchar not null)", "billing.notes: row-level security is off")]
    public async Task is_refused_and_stands_again_after_the_statements_it_says(string broken, string said)
    {
        Assert.Empty(await new Migrations(Database, Model()).Apply(Stop));
        await Ask<object>($"set search_path = billing; {broken}");
        for (var (left, told) = (10, new HashSet<string>()); ; left--)
        {
            var refused = await Record.ExceptionAsync(() => new Migrations(Database, Model()).Apply(Stop));
            if (refused is null)
            {
                Assert.NotEmpty(told);
                return;
            }
            var sentence = Assert.IsType<MigrationException>(refused).Message;
            if (told.Count == 0) Assert.Contains(said, sentence, StringComparison.Ordinal);
            Assert.True(told.Add(sentence) && left > 0, sentence);
            await Ask<object>(sentence[(sentence.IndexOf("as its owner: ", StringComparison.Ordinal) + 14)..]);
        }
    }

    [Fact]
    public async Task is_also_a_table_that_is_gone()
    {
        await Ask<object>("drop table test_totals");
        Assert.Contains("billing.test_totals: it is not there", (await Assert.ThrowsAsync<MigrationException>(() => new Migrations(Database, Model()).Apply(Stop))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_not_the_shadow_of_a_rebuild_that_was_killed_nor_a_policy_of_a_modules_own()
    {
        await Ask<object>("select shadow_begin('test_totals', 'test_totals_rebuild')");
        await Ask<object>("create policy by_proof on test_accounts for select to billing_web using (owner = (select current_setting('billing.proof', true)))");
        Assert.Empty(await new Migrations(Database, Model()).Apply(Stop));
    }

    [Fact]
    public async Task is_what_a_module_makes_that_forgets_it_and_its_migration_is_undone()
    {
        await Ask<object>("drop table test_accounts, test_totals, test_statements, test_clients; delete from migrations where name like 'test/%'");
        await Ask<object>("create function wall_in(wanted regclass, really text default '') returns void language sql as ''; alter function wall_in(regclass) rename to wall_off");
        Assert.Contains("row-level security is off", (await Assert.ThrowsAsync<MigrationException>(() => new Migrations(Database, Model()).Apply(Stop))).Message, StringComparison.Ordinal);
        Assert.Equal(0L, await Ask<long>("select count(*) from pg_class where relname = 'test_accounts'"));
    }
}
