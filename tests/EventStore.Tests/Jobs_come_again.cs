namespace Billing.EventStore.Tests;

public class Jobs_come_again : StoreTest
{
    private readonly ShiftedTime _time = new();
    private StoreModel? _model;

    private protected override StoreModel Model() => _model ?? Plain();

    [Fact]
    public async Task on_three_nodes_and_each_run_is_made_once()
    {
        var id = await Opened("Ann");
        _model = Plain().Handle(new ScriptedJob("test.interest", Recurrence.Every(TimeSpan.FromMilliseconds(250)), false, (run, work) => Note(work, Acme, id)));
        await using var a = await StartNode();
        await using var b = await StartNode();
        await using var c = await StartNode();
        await Until("eight runs", async () => await Ask<long>("select count(*) from messages where type = 'test.interest' and handled_at is not null") >= 8);
        Assert.Equal(0L, await Ask<long>("select count(*) from (select due from messages where type = 'test.interest' group by due having count(*) > 1) twice"));
        Assert.Equal(1L, await Ask<long>("select count(*) from messages where type = 'test.interest' and handled_at is null"));
        Assert.Equal(0L, await Ask<long>("select count(*) from messages where type = 'test.interest' and handled_at < due"));
    }

    [Fact]
    public async Task for_each_tenant_and_once_for_all_the_runs_that_were_missed()
    {
        await Opened("Ann");
        await Opened("Bob", Other);
        _model = Plain().Handle(new ScriptedJob("test.statement", Recurrence.Every(TimeSpan.FromHours(1)), true, (_, _) => Task.CompletedTask));
        await using var node = new Node(ConnectionString, _model, _time);
        await node.Daemon.StartAsync(Stop);
        await Until("a run is planned for both", async () => await Ask<string>("select string_agg(tenant_id, ',' order by tenant_id) from messages where type = 'test.statement'") == "acme,other");
        _time.Advance(TimeSpan.FromHours(50));
        node.Store.Sent.Raise();
        await Until("both ran", async () => await Ask<long>("select count(*) from messages where type = 'test.statement' and handled_at is not null") == 2);
        await Until("the next is planned", async () => await Ask<long>("select count(*) from messages where type = 'test.statement' and handled_at is null") == 2);
        Assert.True((await Ask<DateTime>("select min(due) from messages where type = 'test.statement' and handled_at is null")) > _time.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task even_after_a_run_was_given_up()
    {
        _model = Plain().Handle(new ScriptedJob("test.hopeless", Recurrence.Every(TimeSpan.FromHours(1)), false, (_, _) => throw new InvalidOperationException("no")));
        await using var node = new Node(ConnectionString, _model, _time);
        await node.Daemon.StartAsync(Stop);
        await Until("a run is planned", async () => await Ask<long>("select count(*) from messages where type = 'test.hopeless'") == 1);
        await Ask<object>("update messages set dead_at = now() where type = 'test.hopeless'");
        _time.Advance(TimeSpan.FromHours(2));
        node.Store.Sent.Raise();
        await Until("another is planned", async () => await Ask<long>("select count(*) from messages where type = 'test.hopeless' and dead_at is null") == 1);
    }

    [Fact]
    public async Task and_the_first_of_them_removes_what_is_kept_for_thirty_days_only()
    {
        await using var node = new Node(ConnectionString, Plain(), _time);
        await Ask<object>("""
            insert into idempotency_keys (tenant_id, key, fingerprint, status, headers, body, created) select t, 'key ' || days, '', 200, '{}', '', now() - days * interval '1 day' from unnest(array['acme', 'other']) t, unnest(array[1, 29, 40]) days;
            insert into messages (tenant_id, id, type, body, due, handled_at) select t, gen_random_uuid(), 'old', '{}', now(), now() - days * interval '1 day' from unnest(array['acme', 'other']) t, unnest(array[1, 29, 40]) days;
            insert into messages (tenant_id, id, type, body, due, dead_at) select 'acme', gen_random_uuid(), 'dead', '{}', now(), now() - interval '90 days'
            """);
        await node.Daemon.StartAsync(Stop);
        await Until("housekeeping is planned", async () => await Ask<long>("select count(*) from messages where type = 'store.housekeeping'") == 1);
        await Ask<object>("update messages set due = now() where type = 'store.housekeeping'; select pg_notify('billing', 'sent')");
        await Until("housekeeping has run", async () => await Ask<long>("select count(*) from messages where type = 'store.housekeeping' and handled_at is not null") == 1);
        Assert.Equal("acme:2,other:2", await Ask<string>("select string_agg(tenant_id || ':' || n, ',' order by tenant_id) from (select tenant_id, count(*) n from idempotency_keys group by 1) k"));
        Assert.Equal("dead:1,old:4", await Ask<string>("select string_agg(type || ':' || n, ',' order by type) from (select type, count(*) n from messages where type in ('old', 'dead') group by 1) k"));
    }

    private static async Task Note(Work work, TenantId tenant, Guid id)
    {
        await work.Session.Store.Open(tenant, Actor.System).Streams<Account>().Decide<AccountEvent>(id, _ => new AccountNoted("interest"), CancellationToken.None);
    }
}
