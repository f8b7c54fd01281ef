using System.Collections.Concurrent;
using System.Globalization;

namespace Billing.EventStore.Tests;

public class A_clock_of_ones_own : StoreTest
{
    private static readonly DateTimeOffset Start = new(2024, 1, 31, 10, 0, 0, TimeSpan.Zero);
    private readonly ConcurrentQueue<string> _happened = [];
    private Func<Message<Pay>, Task> _script = _ => Task.CompletedTask;

    /// <summary>Each payment asks for the next, a month later; a job comes every day.</summary>
    private protected override StoreModel Model() => Plain().Project(new AccountRows())
        .Handle(new Scripted("test.pay", async (message, work, stop) =>
        {
            await _script(message);
            await work.Load<Account>(message.Body.Account, stop);
            work.Decide<Account, AccountEvent>(message.Body.Account, _ => new MoneyDeposited(message.Body.Amount));
            work.Send("test.pay", message.Body with { Amount = message.Body.Amount + 1 }, work.At.AddMonths(1));
            Note(work, $"pays {message.Body.Amount}");
        }, attempts: 4))
        .Handle(new ScriptedJob("test.day", Recurrence.Every(TimeSpan.FromDays(1)), true, (_, work) =>
        {
            Note(work, "day");
            return Task.CompletedTask;
        }));

    [Fact]
    public async Task lets_all_that_is_due_happen_in_order_and_each_at_its_time()
    {
        await using var node = await StartNode();
        var (id, theirs) = (await Opened("Ann"), await Opened("Bob", Other));
        await Begin(node.Store, id);
        await Send(node.Store, Acme, id, Start.AddDays(1));
        await Send(node.Store, Other, theirs, DateTimeOffset.UtcNow.AddDays(1));
        await Move(node, id, Start.AddDays(3));
        Assert.Equal("02-01T00:00 day, 02-01T10:00 pays 1, 02-02T00:00 day, 02-03T00:00 day, 02-03T10:00 day", Happened());
        Assert.Equal("2024-02-03T10:00:00", await Ask<string>("select to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS') from tenant_clocks"));
        _happened.Clear();
        await Move(node, id, Start.AddMonths(3));
        Assert.Equal("03-01T10:00 pays 2, 04-01T10:00 pays 3", string.Join(", ", _happened.Where(one => one.Contains("pays", StringComparison.Ordinal) && one.StartsWith("acme", StringComparison.Ordinal)).Select(one => one[5..])));
        Assert.Equal(88, _happened.Count(one => one.StartsWith("acme", StringComparison.Ordinal) && one.EndsWith("day", StringComparison.Ordinal))); // 4 February to 30 April, and where it stops
        Assert.Equal(_happened.Where(one => one.StartsWith("acme", StringComparison.Ordinal)).Order(StringComparer.Ordinal), _happened.Where(one => one.StartsWith("acme", StringComparison.Ordinal)));

        Assert.Equal(6, (await Accounts().Load(id, Stop)).State.Balance);
        Assert.Equal("2024-02-01,2024-03-01,2024-04-01", await Ask<string>("select string_agg(to_char(timestamp at time zone 'UTC', 'YYYY-MM-DD'), ',' order by seq_id) from mt_events where type = 'test.money_deposited' and tenant_id = 'acme'"));
        Assert.Equal(0, (await Accounts(Other).Load(theirs, Stop)).State.Balance);
        Assert.DoesNotContain(_happened, one => one.StartsWith("other", StringComparison.Ordinal) && one.Contains("pays", StringComparison.Ordinal));
    }

    [Fact]
    public async Task goes_in_strides_of_its_jobs_and_everything_else_at_its_time()
    {
        await using var node = await StartNode();
        var (id, theirs) = (await Opened("Ann"), await Opened("Bob", Other));
        await Begin(node.Store, id);
        await Send(node.Store, Acme, id, Start.AddDays(4).AddHours(3));
        await Send(node.Store, Other, theirs, DateTimeOffset.UtcNow.AddDays(1));
        await Move(node, id, Start.AddDays(6), TimeSpan.FromDays(3));
        Assert.Equal("02-03T10:00 day, 02-04T13:00 pays 1, 02-06T10:00 day", Happened());
        await Move(node, id, Start.AddDays(8));
        Assert.EndsWith("02-07T00:00 day, 02-08T00:00 day, 02-08T10:00 day", Happened(), StringComparison.Ordinal); // as often as ever without
        Assert.Equal(0, (await Accounts(Other).Load(theirs, Stop)).State.Balance);
    }

    [Fact]
    public async Task does_not_move_on_from_what_has_failed_until_that_is_done()
    {
        await using var node = await StartNode();
        var id = await Opened("Ann");
        await Begin(node.Store, id);
        await Send(node.Store, Acme, id, Start.AddHours(1));
        var broken = true;
        _script = _ => broken ? throw new InvalidOperationException("The other side is away.") : Task.CompletedTask;
        await Ask(node, id, Start.AddHours(5));
        await Until("it has failed", async () => (await TestClock.Of(node.Store.Open(Acme, Ann), Stop))!.Trouble is not null);
        var held = (await TestClock.Of(node.Store.Open(Acme, Ann), Stop))!;
        Assert.Equal((Start.AddHours(1), Start.AddHours(5), 1L), (held.At, held.Target, held.Open));
        broken = false;
        await Settled(node);
        Assert.Equal(Start.AddHours(5), (await TestClock.Of(node.Store.Open(Acme, Ann), Stop))!.At);
        Assert.Equal(1, (await Accounts().Load(id, Stop)).State.Balance);
    }

    [Fact]
    public async Task is_moved_by_whichever_node_is_there_and_never_back()
    {
        var one = await StartNode();
        await using var two = await StartNode();
        var id = await Opened("Ann");
        await Begin(one.Store, id);
        await Send(one.Store, Acme, id, Start.AddDays(1));
        await Ask(one, id, Start.AddMonths(2));
        await one.DisposeAsync();
        await Settled(two);
        Assert.Equal(Start.AddMonths(2), (await TestClock.Of(two.Store.Open(Acme, Ann), Stop))!.At);
        Assert.Equal(3, (await Accounts().Load(id, Stop)).State.Balance); // 1 and 2
        await Ask(two, id, Start.AddDays(1));
        var stands = (await TestClock.Of(two.Store.Open(Acme, Ann), Stop))!;
        Assert.Equal((Start.AddMonths(2), (DateTimeOffset?)null), (stands.At, stands.Target));
        Assert.Null(await TestClock.Of(two.Store.Open(Other, Ann), Stop));
    }

    [Fact]
    public async Task begins_at_the_moment_it_is_and_no_job_is_lost()
    {
        var id = await Opened("Ann");
        await using var node = await StartNode();
        await Until("the day's run is planned", async () => await Ask<long>("select count(*) from messages where type = 'test.day' and tenant_id = 'acme'") == 1);
        var now = DateTimeOffset.UtcNow;
        await Begin(node.Store, id, now);
        await Move(node, id, now.AddDays(3));
        Assert.Equal(4, _happened.Count(one => one.StartsWith("acme", StringComparison.Ordinal))); // three midnights, and where it stops
        Assert.Equal(1L, await Ask<long>("select count(*) from messages where type = 'test.day' and tenant_id = 'acme' and handled_at is null"));
    }

    [Fact]
    public async Task lets_what_waited_before_it_began_wait_for_its_own_time()
    {
        await using var node = await StartNode();
        var id = await Opened("Ann");
        await Send(node.Store, Acme, id, Start.AddDays(2)); // long over by everybody's time
        await Until("it was handled", async () => (await Accounts().Load(id, Stop)).State.Balance == 1);
        var now = DateTimeOffset.UtcNow;
        await Send(node.Store, Acme, id, now.AddDays(1));
        await Begin(node.Store, id, now);
        await Move(node, id, now.AddHours(12));
        Assert.Equal(1, (await Accounts().Load(id, Stop)).State.Balance);
        await Move(node, id, now.AddDays(2));
        Assert.Equal(2, (await Accounts().Load(id, Stop)).State.Balance);
    }

    [Fact]
    public async Task leaves_alone_what_is_due_in_everybodys_time_and_what_goes_by_that()
    {
        var id = await Opened("Ann");
        var (due, tomorrow) = (DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        await Send(Store, Acme, id, due);
        await Send(Store, Acme, id, tomorrow);
        await Send(Store, Acme, id, tomorrow, "calendar.day");
        await Begin(Store, id);
        Assert.Equal("calendar.day stays, test.pay stays, test.pay waits", await Ask<string>("select string_agg(type || case when due = 'infinity' then ' waits' else ' stays' end, ', ' order by type, due) from messages where tenant_id = 'acme'"));
        Assert.Equal(1L, await Ask<long>("select count(*) from messages where clock_due is null"));
        await using var node = await StartNode();
        await Until("what was due is done", async () => (await Accounts().Load(id, Stop)).State.Balance == 1);
    }

    private void Note(Work work, string what) => _happened.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{work.Session.Tenant.Value} {work.At:MM-dd'T'HH:mm} {what}"));

    private string Happened() => string.Join(", ", _happened.Where(one => one.StartsWith("acme", StringComparison.Ordinal)).Select(one => one[5..]));

    private static async Task Begin(EventStore store, Guid id, DateTimeOffset? start = null)
    {
        var work = store.Open(Acme, Ann).Begin();
        await work.Load<Account>(id, Stop);
        work.Decide<Account, AccountEvent>(id, _ => new AccountNoted("From now on time is ours."));
        var at = TestClock.Cut(start ?? Start);
        TestClock.Begin(work, at, ["calendar"]);
        await work.Commit();
        Assert.Equal(at, (await TestClock.Of(work.Session, Stop))!.At);
    }

    private static async Task Send(EventStore store, TenantId tenant, Guid id, DateTimeOffset due, string type = "test.pay")
    {
        var work = store.Open(tenant, Ann).Begin();
        work.Send(type, new Pay(id, 1), due);
        await work.Commit();
    }

    private static async Task Ask(Node node, Guid id, DateTimeOffset target, TimeSpan? stride = null)
    {
        var work = node.Store.Open(Acme, Ann).Begin();
        await work.Load<Account>(id, Stop);
        work.Decide<Account, AccountEvent>(id, _ => new AccountNoted("Time passes."));
        TestClock.MoveTo(work, TestClock.Cut(target), stride);
        await work.Commit();
        node.Store.Sent.Raise();
    }

    private static async Task Move(Node node, Guid id, DateTimeOffset target, TimeSpan? stride = null)
    {
        await Ask(node, id, target, stride);
        await Settled(node);
    }

    private static Task Settled(Node node) => Until("the clock stands", async () => await TestClock.Of(node.Store.Open(Acme, Ann), Stop) is { Target: null, Open: 0 }, seconds: 60);
}
