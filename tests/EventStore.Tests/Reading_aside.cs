using Npgsql;

namespace Billing.EventStore.Tests;

/// <summary>What may be some seconds old is read from a server that follows, and from the database while that is away or behind.</summary>
public class Reading_aside : StoreTest
{
    private const string WhoAnswers = "select (case when pg_is_in_recovery() then 'replica ' else 'database ' end) || count(*) from test_accounts where tenant_id = $1 and owner <> $2";
    private FollowedCluster _cluster = null!;

    private protected override async Task<(string ConnectionString, IAsyncDisposable Made)> MakeDatabase()
    {
        _cluster = await FollowedCluster.Start();
        return (_cluster.Database, _cluster);
    }

    [Fact]
    public async Task goes_to_the_replica_and_back_to_the_database_when_that_fails()
    {
        await using var database = new Database(ConnectionString, replica: _cluster.Replica);
        await using var store = new EventStore(database, Model(), TimeProvider.System, Master);
        Assert.Same(store, store.Open(Acme, Ann).Aside.Store);
        await Opened(store, "Ann");
        await Becomes(store, "replica 1");
        Assert.Equal("database 1", await Asked(store.Open(Acme, Actor.System)));
        Assert.Equal("replica 0", await Asked(store.Open(Other, Actor.System).Aside)); // the wall stands there, too

        await _cluster.Pause(); // it takes nothing up any more
        await Opened(store, "Bob");
        await Becomes(store, "database 2");
        Assert.Contains("behind", database.Replica!.Trouble, StringComparison.Ordinal);
        await _cluster.Resume();
        await Becomes(store, "replica 2");

        await _cluster.Kill();
        Assert.Equal("database 2", await Asked(store.Open(Acme, Actor.System).Aside)); // at once: a reading that failed there is read here
        await Becomes(store, "database 2");
        Assert.Equal("It cannot be reached.", database.Replica.Trouble);
    }

    [Fact]
    public void is_reading_the_database_where_there_is_no_replica()
    {
        var session = Store.Open(Acme, Ann);
        Assert.Same(session, session.Aside);
    }

    private static async Task Opened(EventStore store, string owner)
    {
        var work = store.Open(Acme, Actor.System).Begin();
        var id = Guid.CreateVersion7();
        work.New<Account>(id);
        Assert.Null(work.Decide(id, Account.Opening(owner)));
        await work.Commit();
    }

    private static Task<string> Asked(Session session) => session.Read(WhoAnswers, [new NpgsqlParameter<string> { TypedValue = "Nobody" }], async reader => await reader.ReadAsync(Stop) ? reader.GetString(0) : "", Stop);

    private static Task Becomes(EventStore store, string expected) =>
        Until($"{expected} answers", async () => await Asked(store.Open(Acme, Actor.System).Aside) == expected, seconds: 60);
}
