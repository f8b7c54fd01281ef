using System.Collections.Concurrent;

namespace Billing.EventStore.Tests;

public class Messages_go_out : StoreTest
{
    private readonly ShiftedTime _time = new();
    private readonly ConcurrentQueue<Message<Pay>> _handled = [];
    private Func<Message<Pay>, Work, CancellationToken, Task>? _script;
    private DaemonOptions _options = new();

    private protected override StoreModel Model() => Plain().Project(new AccountRows()).Handle(new Scripted("test.pay", async (message, work, stop) =>
    {
        if (_script is not null) await _script(message, work, stop);
        else await Deposit(message, work, stop);
        _handled.Enqueue(message);
    }, attempts: 4));

    [Fact]
    public async Task with_the_events_and_are_handled_once_with_their_effects()
    {
        await using var node = await Started();
        var id = await Opened("Ann");
        await Accounts(Other).Decide(id, Account.Opening("Bob"), Stop, opens: true);
        await Send(Acme, id, 5);
        await Send(Other, id, 7);
        await Until("both are handled", async () => await Handled() == 2);
        Assert.Equal(5, (await Accounts().Load(id, Stop)).State.Balance);
        Assert.Equal(7, (await Accounts(Other).Load(id, Stop)).State.Balance);
        Assert.Equal(2L, await Ask<long>("select count(*) from mt_events e join messages m on e.tenant_id = m.tenant_id and e.causation_id = m.id::text and e.headers->'actor'->>'kind' = 'system'"));
    }

    [Fact]
    public async Task only_if_the_events_do()
    {
        await Opened("Ann");
        var work = Store.Open(Acme, Ann).Begin();
        var id = Guid.CreateVersion7();
        work.New<Account>(id);
        work.Decide(id, Account.Opening("Ann"));
        work.Send("test.pay", new Pay(id, 1));
        await Assert.ThrowsAsync<RowTakenException>(() => work.Commit());
        Assert.Equal(0L, await Ask<long>("select count(*) from messages"));
    }

    [Fact]
    public async Task once_for_each_business_key()
    {
        await using var node = await Started();
        var id = await Opened("Ann");
        for (var i = 0; i < 3; i++) await Send(Acme, id, 5, key: "invoice 7");
        await Until("it is handled", async () => await Handled() == 1);
        await Send(Acme, id, 5, key: "invoice 7");
        Assert.Equal(1L, await Ask<long>("select count(*) from messages where type = 'test.pay'"));
    }

    [Fact]
    public async Task even_to_a_handler_that_writes_nothing()
    {
        _script = (_, _, _) => Task.CompletedTask;
        await using var node = await Started();
        await Send(Acme, Guid.CreateVersion7(), 1);
        await Until("it is handled", async () => await Handled() == 1);
        Assert.Equal(0L, await Ask<long>("select count(*) from mt_events"));
    }

    [Fact]
    public async Task when_they_are_due_and_not_before()
    {
        await using var node = await Started();
        var id = await Opened("Ann");
        var due = DateTimeOffset.UtcNow.AddMilliseconds(600);
        await Send(Acme, id, 5, due);
        await Send(Acme, id, 5, DateTimeOffset.UtcNow.AddHours(1));
        await Until("it is handled", async () => await Handled() == 1);
        Assert.True(await Ask<bool>("select handled_at >= due from messages where handled_at is not null"));
        Assert.Equal(1L, await Ask<long>("select count(*) from messages where type = 'test.pay' and taken_until is null and handled_at is null"));
    }

    [Fact]
    public async Task again_after_growing_pauses_and_become_a_dead_letter_that_can_be_replayed()
    {
        _script = (_, _, _) => throw new InvalidOperationException("The bank is closed.");
        _options = new DaemonOptions { Random = new Random(1) };
        await using var node = await Started();
        var id = await Opened("Ann");
        await Send(Acme, id, 5);
        var pauses = new List<double>();
        for (var attempt = 1; attempt < 4; attempt++)
        {
            await Until($"attempt {attempt} has failed", async () => await Ask<long>($"select count(*) from messages where attempts = {attempt} and taken_until is null and error like '%bank is closed%'") == 1);
            pauses.Add((await Ask<DateTime>("select due from messages where type = 'test.pay'") - _time.GetUtcNow()).TotalSeconds);
            _time.Advance(TimeSpan.FromMinutes(1));
            node.Store.Sent.Raise();
        }
        Assert.InRange(pauses[0], 0, 1.2);
        Assert.InRange(pauses[1], 2, 4.8);
        Assert.InRange(pauses[2], 11, 19.2);
        await Until("it is given up", async () => await Ask<long>("select count(*) from messages where dead_at is not null") == 1);

        var letters = new DeadLetters(node.Store);
        Assert.Empty(await letters.List(Other, 10, null, Stop));
        var letter = Assert.Single(await letters.List(Acme, 10, null, Stop));
        Assert.Equal(("message", "test.pay", 4), (letter.Kind, letter.Type, letter.Attempts));
        Assert.Contains("bank is closed", letter.Error, StringComparison.Ordinal);
        Assert.Contains($"{id}", letter.Body, StringComparison.Ordinal);
        Assert.False(await letters.Replay(Other, letter.Id, Stop));
        _script = null;
        Assert.True(await letters.Replay(Acme, letter.Id, Stop));
        await Until("it is handled", async () => await Handled() == 1);
        Assert.Empty(await letters.List(Acme, 10, null, Stop));
    }

    [Fact]
    public async Task no_more_at_a_time_than_allowed()
    {
        var (now, most) = (0, 0);
        var gate = new SemaphoreSlim(0);
        _script = async (_, _, stop) =>
        {
            var running = Interlocked.Increment(ref now);
            for (var seen = most; running > seen; seen = most) Interlocked.CompareExchange(ref most, running, seen);
            await gate.WaitAsync(stop);
            Interlocked.Decrement(ref now);
        };
        _options = new DaemonOptions { Handlers = 3 };
        await using var node = await Started();
        for (var i = 0; i < 10; i++) await Send(Acme, Guid.CreateVersion7(), i);
        await Until("three are in hand", () => now == 3);
        gate.Release(10);
        await Until("all are handled", async () => await Handled() == 10);
        Assert.Equal(3, most);
    }

    [Fact]
    public async Task and_stay_taken_while_their_handler_runs_however_long()
    {
        var gate = new TaskCompletionSource();
        _script = (_, _, stop) => gate.Task.WaitAsync(stop);
        _options = new DaemonOptions { Lease = TimeSpan.FromMilliseconds(400) };
        await using var node = await Started();
        await using var other = await Started();
        await Send(Acme, Guid.CreateVersion7(), 1);
        await Until("it is taken", async () => await Ask<int>("select attempts from messages where type = 'test.pay' and taken_until is not null") == 1);
        var taken = await Ask<DateTime>("select taken_until from messages where type = 'test.pay'");
        await Until("four leases later it is still taken", async () => await Ask<DateTime>("select taken_until from messages where type = 'test.pay'") > taken.AddSeconds(1.6));
        gate.SetResult();
        await Until("it is handled", async () => await Handled() == 1);
        Assert.Equal(1, await Ask<int>("select attempts from messages where type = 'test.pay'"));
    }

    [Fact]
    public async Task and_a_handler_that_lost_its_lease_commits_nothing()
    {
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var id = await Opened("Ann");
        _script = async (message, work, stop) =>
        {
            begun.TrySetResult();
            await gate.Task;
            await Deposit(message, work, stop);
        };
        await using var node = await Started();
        await Send(Acme, id, 5);
        await begun.Task;
        await Ask<object>("update messages set taken_by = 'somebody else', attempts = attempts + 1, taken_until = now() + interval '1 hour' where type = 'test.pay'");
        gate.SetResult();
        await Until("the handler is through", () => !_handled.IsEmpty);
        await node.DisposeAsync();
        Assert.Equal(0, (await Accounts().Load(id, Stop)).State.Balance);
        Assert.Equal("somebody else", await Ask<string>("select taken_by from messages where type = 'test.pay'"));
    }

    [Theory]
    [InlineData("due = now() - interval '1 day'")]
    [InlineData("taken_by = 'a dead node', taken_until = now() - interval '1 second', attempts = 1")]
    [InlineData("taken_by = 'a dead node', taken_until = now() + interval '0.3 seconds', attempts = 1")]
    [InlineData("error = 'failed before', attempts = 3")]
    public async Task from_whatever_state_a_node_left_them_in(string state)
    {
        var id = await Opened("Ann");
        await Send(Acme, id, 5);
        await Ask<object>($"update messages set {state}");
        await using var node = await Started();
        await Until("it is handled", async () => await Handled() == 1);
        Assert.Equal(5, (await Accounts().Load(id, Stop)).State.Balance);
    }

    [Fact]
    public async Task in_one_state_at_a_time_the_table_sees_to_that()
    {
        await Send(Acme, await Opened("Ann"), 5);
        foreach (var impossible in new[] { "taken_until = now()", "taken_by = 'x'", "handled_at = now(), dead_at = now()", "taken_by = 'x', taken_until = now(), handled_at = now()" })
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => Ask<object>($"update messages set {impossible}"));
    }

    [Fact]
    public async Task and_one_that_nobody_can_handle_becomes_a_dead_letter_in_the_end()
    {
        await using var node = await Started();
        var work = Store.Open(Acme, Ann).Begin();
        work.Send("gone_module.task", new Pay(Guid.Empty, 1));
        await work.Commit();
        _time.Advance(TimeSpan.FromMinutes(11));
        node.Store.Sent.Raise();
        await Until("it is given up", async () => await Ask<long>("select count(*) from messages where dead_at is not null and error like '%gone_module.task%'") == 1);
    }

    private static async Task Deposit(Message<Pay> message, Work work, CancellationToken stop)
    {
        await work.Load<Account>(message.Body.Account, stop);
        work.Decide<Account, AccountEvent>(message.Body.Account, a => Account.Deposit(a, message.Body.Amount));
    }

    private async Task<Node> Started()
    {
        var node = new Node(ConnectionString, Model(), _time, _options with { Node = Guid.NewGuid().ToString() });
        await node.Daemon.StartAsync(Stop);
        return node;
    }

    private async Task Send(TenantId tenant, Guid account, decimal amount, DateTimeOffset? due = null, string? key = null)
    {
        var work = Store.Open(tenant, Ann).Begin();
        work.Send("test.pay", new Pay(account, amount), due, key);
        await work.Commit();
    }

    private Task<long> Handled() => Ask<long>("select count(*) from messages where type = 'test.pay' and handled_at is not null and taken_by is null");
}
