using Npgsql;

namespace Billing.EventStore.Tests;

/// <summary>What two tenants decide as one is true for both or for neither; and a row opens to what one proves, to nothing less.</summary>
public class Committing_for_two_tenants : StoreTest
{
    [Fact]
    public async Task makes_both_true_with_their_statements()
    {
        var (ours, theirs) = (Opening(Acme, "Ann"), Opening(Other, "Bob"));
        theirs.Work.Also(new Statement("insert into test_statements (tenant_id, id, owner, balance, lines) values ($1, $2, 'also', 0, 0)", new NpgsqlParameter<Guid> { TypedValue = theirs.Id }));
        await ours.Work.CommitWith(theirs.Work);

        Assert.Equal("Ann", (await Accounts().Load(ours.Id, Stop)).State.Owner);
        Assert.Equal("Bob", (await Accounts(Other).Load(theirs.Id, Stop)).State.Owner);
        Assert.Equal("acme:Ann,other:Bob", await Ask<string>("select string_agg(tenant_id || ':' || owner, ',' order by tenant_id) from test_accounts"));
        Assert.Equal("other", await Ask<string>("select string_agg(tenant_id, ',') from test_statements"));
        Assert.Equal(1L, await Ask<long>("select count(distinct xmin::text) from mt_events"));
    }

    /// <summary>A statement of one tenant may answer whatever it likes: the neighbour's numbers are not read from it.</summary>
    [Theory]
    [InlineData("select pg_advisory_xact_lock_shared(1) where $1 <> ''")]
    [InlineData("select generate_series(41, 49)::bigint where $1 <> ''")]
    [InlineData("select $1")]
    public async Task tells_each_its_own_numbers_whatever_statements_answer(string sql)
    {
        var (ours, theirs) = (Opening(Acme, "Ann"), Opening(Other, "Bob"));
        for (var i = 0; i < 3; i++) ours.Work.Also(new Statement(sql));
        await ours.Work.CommitWith(theirs.Work);

        Assert.Equal("acme:1,other:1", await Ask<string>("select string_agg(tenant_id || ':' || n, ',' order by tenant_id) from (select tenant_id, count(*) n from mt_events group by 1) x"));

        var (again, late) = (Opening(Acme, "Cat"), Opening(Other, "Dan"));
        foreach (var each in (string[])[sql, "select 1 / (length($1) - length($1))"]) late.Work.Also(new Statement(each));
        Assert.Equal(PostgresErrorCodes.DivisionByZero, (await Assert.ThrowsAsync<PostgresException>(() => again.Work.CommitWith(late.Work))).SqlState);
        Assert.Equal(2L, await Ask<long>("select count(*) from mt_events"));
    }

    [Fact]
    public async Task makes_neither_true_when_a_row_of_one_is_taken()
    {
        await Opened("Bob", Other);
        var (ours, theirs) = (Opening(Acme, "Ann"), Opening(Other, "Bob"));
        var taken = await Assert.ThrowsAsync<RowTakenException>(() => ours.Work.CommitWith(theirs.Work));

        Assert.Equal("test_accounts_by_owner", taken.Constraint);
        Assert.False((await Accounts().Load(ours.Id, Stop)).Exists);
        Assert.Equal(1L, await Ask<long>("select count(*) from mt_events"));
    }

    [Fact]
    public async Task leaves_the_neighbours_alone_that_wait_with_a_failing_pair()
    {
        await Opened("Bob", Other);
        var pairs = Enumerable.Range(0, 20).Select(async n =>
        {
            var (ours, theirs) = (Opening(Acme, $"Ann {n}"), Opening(Other, n % 2 == 0 ? $"Bob {n}" : "Bob"));
            var failed = await Record.ExceptionAsync(() => ours.Work.CommitWith(theirs.Work));
            Assert.Equal(n % 2 == 0, failed is null);
        });
        await Task.WhenAll(pairs.Concat(Enumerable.Range(0, 20).Select(n => (Task)Opened($"Cat {n}"))));
        Assert.Equal("acme:30,other:11", await Ask<string>("select string_agg(t || ':' || n, ',' order by t) from (select tenant_id t, count(*) n from test_accounts group by 1) x"));
    }

    [Fact]
    public async Task opens_a_row_to_its_proof_and_to_no_tenant()
    {
        await Opened("Ann");
        await Ask<object>("create policy by_owner on test_accounts for select to billing_web using (owner = current_setting('billing.proof', true))");
        Task<long> Seen(string proof, string sql) => Database.ReadByProof(proof, sql, async reader => await reader.ReadAsync(Stop) ? reader.GetInt64(0) : -1, Stop);

        Assert.Equal(1, await Seen("Ann", "select count(*) from test_accounts where owner = $1"));
        Assert.Equal(0, await Seen("Bob", "select count(*) from test_accounts where $1 <> ''"));
        Assert.Equal(0, await Seen("Ann", "select count(*) from mt_events where $1 <> ''"));
    }

    [Fact]
    public async Task writes_a_table_of_no_event_for_one_tenant_only()
    {
        var session = Store.Open(Acme, Ann);
        await session.Write(new Statement("insert into test_statements (tenant_id, id, owner, balance, lines) values ($1, $2, 'x', 0, 0)", new NpgsqlParameter<Guid> { TypedValue = Guid.NewGuid() }));
        await Assert.ThrowsAsync<PostgresException>(() => session.Write(new Statement("insert into test_statements (tenant_id, id, owner, balance, lines) values ('other', $2, $1, 0, 0)", new NpgsqlParameter<Guid> { TypedValue = Guid.NewGuid() })));
        Assert.Equal("acme", await Ask<string>("select string_agg(tenant_id, ',') from test_statements"));
    }

    private (Guid Id, Work Work) Opening(TenantId tenant, string owner)
    {
        var session = Store.Open(tenant, Ann);
        var (id, work) = (session.NewId(), session.Begin());
        work.New<Account>(id);
        Assert.Null(work.Decide(id, Account.Opening(owner)));
        return (id, work);
    }
}
