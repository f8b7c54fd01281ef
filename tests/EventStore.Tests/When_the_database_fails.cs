using Billing.Testing;
using Npgsql;

namespace Billing.EventStore.Tests;

[Collection(nameof(ClusterOfOurOwn))]
public class When_the_database_fails(ClusterOfOurOwn own) : StoreTest
{
    private protected override StoreModel Model() => Plain().Project(new AccountRows()).Project(new Totals());

    private protected override async Task<(string ConnectionString, IAsyncDisposable Made)> MakeDatabase() => (await own.CreateDatabase(), new MemoryStream());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task everything_works_again_after_a_restart(bool killed)
    {
        await using var node = await StartNode();
        var id = await Opened("Ann", more: new MoneyDeposited(1));
        await Until("the deposit is in the totals", async () => await Deposited() == 1);
        if (killed) await own.Cluster.Postgres.Kill();
        await own.Cluster.Postgres.Restart(Stop);

        await Until("an append is taken", async () => await Accepted(id));
        await Until("all deposits are in the totals", async () => await Deposited() == await Ask<long>("select count(*) from mt_events where type = 'test.money_deposited'"));
        Assert.Equal(await Ask<long>("select max(seq_id) from mt_events"), node.Daemon.Pulse.Mark);
    }

    [Fact]
    public async Task a_leader_whose_session_is_ended_stops_at_once_and_another_takes_over()
    {
        await using var first = await StartNode();
        await Until("the first node has every duty", () => first.Daemon.Duties.Count == 5);
        await using var second = await StartNode();
        await Until("the second has got a share", () => second.Daemon.Duties.Count > 0);
        for (var round = 0; round < 3; round++)
        {
            var leader = first.Daemon.Duties.Contains(HighWaterMark.Name) ? first : second;
            var before = leader.Daemon.Pulse.Mark;
            await Ask<object>($"select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = {NodeSession.LockSpace} and objid::int8 = {LockOf(HighWaterMark.Name)} and granted");
            await Opened($"Round {round}");
            await Until("the mark moves again", () => first.Daemon.Pulse.Mark > before && second.Daemon.Pulse.Mark > before);
            await Until("each duty is done by one of them", () => first.Daemon.Duties.Concat(second.Daemon.Duties).Order(StringComparer.Ordinal).SequenceEqual([HighWaterMark.Name, ClockHand.Name, AuditKeeper.Name, "test.accounts", "test.totals"]));
        }
        await Until("all accounts are in the totals", async () => await Ask<int>("select events from test_totals where what = 'opened'") == 3);
    }

    [Fact]
    public async Task requests_that_take_every_session_do_not_starve_the_projections()
    {
        await using var node = await StartNode();
        var id = await Opened("Ann");
        await Until("the account is in the totals", async () => await Ask<int>("select events from test_totals where what = 'opened'") == 1);
        await using var asking = await Database.OpenOwner(Stop);
        await using var taken = new Hog();
        await taken.TakeAll(Database);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var storm = Task.WhenAll(Enumerable.Range(0, 60).Select(async _ =>
        {
            while (!enough.IsCancellationRequested)
            {
                try
                {
                    await Sql.Ask(node.Database.Web, "select pg_sleep(0.05)", enough.Token);
                }
                catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
                {
                    // this is what a storm is like
                }
            }
        }));
        for (var i = 1; i <= 5; i++)
        {
            await Until("an append is taken", () => Accepted(id));
            await Until("the totals follow", async () => await Sql.Ask(asking, "select (select sum(events) from test_totals where what = 'deposited') = (select count(*) from mt_events where type = 'test.money_deposited')", Stop) is true);
        }
        await enough.CancelAsync();
        await storm;
    }

    /// <param name="dumped">By pg_dump, where one comes along; else, and always once, row by row.</param>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_dump_restored_into_a_fresh_server_goes_on_where_it_was_and_past_its_holes(bool dumped)
    {
        await Opened("Ann", more: new MoneyDeposited(1));
        await new HighWaterMark(Database, new Pulse(new(), new()), TimeProvider.System).Look(Stop);
        await (await PendingAppend.Begin(Store, Acme, 3)).RollBack();
        await Opened("Bob", Other, new MoneyDeposited(2));
        await using var fresh = await TestCluster.CreateDatabase();
        await using var restored = new Database(fresh.ConnectionString);
        await new Migrations(restored, Model()).PrepareServer(Stop);
        if (!dumped || !await AnotherServer.Dump(ConnectionString, fresh.ConnectionString, Stop))
        {
            await new Migrations(restored, Model()).Apply(Stop);
            await AnotherServer.Copy(ConnectionString, fresh.ConnectionString, Stop);
        }

        Assert.Empty(await new Migrations(restored, Model()).Apply(Stop));
        await using var node = new Node(fresh.ConnectionString, Model());
        await node.Daemon.StartAsync(Stop);
        await node.Store.Open(Acme, Ann).Streams<Account>().Decide(Guid.CreateVersion7(), Account.Opening("Cid", new MoneyDeposited(3)), Stop, opens: true);
        await Until("the mark stands at the last event", () => node.Daemon.Pulse.Mark == 9);
        await Until("the totals count everything", async () => await Sql.Ask(node.Database.Daemon, "select sum(events) from test_totals", Stop) is 6L);
        Assert.Equal("3-5", await Sql.Ask(node.Database.Daemon, "select string_agg(starting_sequence || '-' || ending_sequence, ',') from mt_high_water_skips", Stop));
    }

    private async Task<bool> Accepted(Guid id)
    {
        try
        {
            return (await Accounts().Decide<AccountEvent>(id, a => Account.Deposit(a, 1), Stop)).Kind == OutcomeKind.Accepted;
        }
        catch (Exception away) when (away is NpgsqlException or OutcomeUnknownException)
        {
            return false;
        }
    }

    private async Task<long> Deposited() => await Ask<int>("select events from test_totals where what = 'deposited'");

    private static long LockOf(string name) => long.Parse(NodeSession.TryLock(name).Split(' ', ')')[^2], System.Globalization.CultureInfo.InvariantCulture) & 0xFFFFFFFF;

    /// <summary>Takes every session that the server still gives.</summary>
    private sealed class Hog : IAsyncDisposable
    {
        private readonly List<NpgsqlConnection> _taken = [];

        public async Task TakeAll(Database database)
        {
            var web = new NpgsqlConnectionStringBuilder(database.OwnerConnectionString) { Username = Database.WebRole };
            web.Password = Database.PasswordOf(Database.WebRole, web.Password);
            while (true)
            {
                var connection = new NpgsqlConnection(web.ConnectionString);
                try
                {
                    await connection.OpenAsync();
                    _taken.Add(connection);
                }
                catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.TooManyConnections || full.SqlState == "53300")
                {
                    await connection.DisposeAsync();
                    return;
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var connection in _taken) await connection.DisposeAsync();
        }
    }
}
