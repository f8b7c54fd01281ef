using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Billing.EventStore.Tests;

/// <summary>What an organisation entrusts to us opens in its place, under its key, and is found nowhere else.</summary>
public class Keeping_secrets : StoreTest
{
    private const string Canary = "sk_live_Zilpah-Quastenflosser-0123";
    private const string Record = "test.provider/1";

    private protected override StoreModel Model() => Plain().Project(new AccountRows()).Handle(new Careless());

    [Fact]
    public async Task gives_each_organisation_its_own_back()
    {
        await Put(Acme, Canary);
        await Put(Other, "another");
        await Put(Other, "another still");
        Assert.Equal(Canary, await Store.Secrets.Open(Acme, Record, "key", Stop));
        Assert.Equal("another still", await Store.Secrets.Open(Other, Record, "key", Stop));
        Assert.Null(await Store.Secrets.Open(Acme, Record, "other key", Stop));
        await Store.Open(Acme, Ann).Write(Secrets.Drop(Record));
        Assert.Null(await Store.Secrets.Open(Acme, Record, "key", Stop));
        Assert.Equal("another still", await Store.Secrets.Open(Other, Record, "key", Stop));
    }

    [Theory]
    [InlineData("update secrets set field = 'other' where tenant_id = 'acme'", "acme", "test.provider/1", "other")]
    [InlineData("update secrets set record = 'test.provider/2' where tenant_id = 'acme'", "acme", "test.provider/2", "key")]
    [InlineData("update secrets set sealed = (select sealed from secrets where tenant_id = 'acme') where tenant_id = 'other'", "other", "test.provider/1", "key")]
    [InlineData("update secrets set sealed = set_byte(sealed, 20, (get_byte(sealed, 20) + 1) % 256)", "acme", "test.provider/1", "key")]
    [InlineData("update secrets set sealed = ''", "acme", "test.provider/1", "key")]
    [InlineData("update secrets set key = 2", "acme", "test.provider/1", "key")]
    public async Task opens_nothing_that_was_moved_or_changed(string sql, string tenant, string record, string field)
    {
        await Put(Acme, Canary);
        await Put(Other, "another");
        await Ask<object>(sql);
        var failed = await Assert.ThrowsAnyAsync<CryptographicException>(() => Store.Secrets.Open(new TenantId(tenant), record, field, Stop));
        Assert.DoesNotContain("Zilpah", failed.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Canary, "sk_live_…0123")]
    [InlineData("0123456789abcdef", "…cdef")]
    [InlineData("sk-ant-0123456789abcdef", "sk-ant-…cdef")]
    [InlineData("short-secret", "…")]
    public async Task shows_no_more_than_a_prefix_and_the_last_four(string secret, string shown)
    {
        await Put(Acme, secret);
        Assert.Equal(shown, Assert.Single(await Store.Secrets.List(Acme, Record, Stop)).Shown);
        Assert.Empty(await Store.Secrets.List(Other, Record, Stop));
    }

    [Fact]
    public async Task leaves_no_trace_in_tables_logs_errors_and_dead_letters()
    {
        var heard = new Heard();
        using var traces = new System.Diagnostics.ActivityListener { ShouldListenTo = _ => true, Sample = (ref _) => System.Diagnostics.ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = heard.Note };
        System.Diagnostics.ActivitySource.AddActivityListener(traces);
        await Put(Acme, Canary);
        await Put(Other, "another");
        await using var database = new Database(ConnectionString);
        await using var store = new EventStore(database, Model(), TimeProvider.System, Master);
        await using (var daemon = new Daemon(store, heard))
        {
            await daemon.StartAsync(Stop);
            var work = store.Open(Acme, Ann).Begin();
            work.Send("test.careless", new Nothing());
            await work.Commit();
            await Until("the handler has failed for good", async () => await Ask<long>("select count(*) from messages where dead_at is not null") == 1);
        }
        Assert.Contains("It was told", await Ask<string>("select error from messages where dead_at is not null"), StringComparison.Ordinal);
        Assert.Contains(heard.Lines, line => line.Contains("It was told", StringComparison.Ordinal));
        Assert.Contains(heard.Lines, line => line.Contains("secrets", StringComparison.Ordinal)); // the statement is in a trace, its values are not
        Assert.DoesNotContain(heard.Lines, line => line.Contains("Quastenflosser", StringComparison.Ordinal));
        await using var connection = new NpgsqlConnection(Database.OwnerConnectionString);
        await connection.OpenAsync(Stop);
        foreach (var table in (await Ask<string>("select string_agg(c.oid::regclass::text, ',') from pg_class c where c.relnamespace = 'billing'::regnamespace and c.relkind = 'r'")).Split(','))
        {
            using var copy = await connection.BeginTextExportAsync($"copy {table} to stdout", Stop);
            Assert.DoesNotContain("Quastenflosser", await copy.ReadToEndAsync(Stop), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task goes_on_while_the_master_key_is_exchanged()
    {
        await Put(Acme, Canary);
        await Put(Other, "another");
        var next = new MasterKeys(MasterKey.New(), Master.Current);
        await using var database = new Database(ConnectionString);
        await using var store = new EventStore(database, Model(), TimeProvider.System, next);
        await Assert.ThrowsAsync<MasterKeyException>(() => new KeyRing(store).Check(next with { Previous = null }, Stop));
        await new KeyRing(store).Check(next, Stop);

        await Ask<object>("create table billing.kept as select * from tenant_keys");
        Assert.Equal(2, (await Task.WhenAll(new KeyRing(store).Rotate(next, Stop), new KeyRing(store).Rotate(next, Stop))).Max());
        await Ask<object>("update tenant_keys t set master = k.master, wrapped = k.wrapped from billing.kept k where k.tenant_id = t.tenant_id and t.tenant_id = 'other'"); // as if it had stopped half way
        Assert.Equal(1, await new KeyRing(store).Rotate(next, Stop));
        Assert.Equal(0, await new KeyRing(store).Rotate(next, Stop));

        var after = next with { Previous = null };
        await new KeyRing(store).Check(after, Stop);
        await using var later = new EventStore(database, Model(), TimeProvider.System, after);
        Assert.Equal(Canary, await later.Secrets.Open(Acme, Record, "key", Stop));
        Assert.Equal("another", await later.Secrets.Open(Other, Record, "key", Stop));
        Assert.Equal(Canary, await Store.Secrets.Open(Acme, Record, "key", Stop)); // the node that has not heard of it
        await using var wrong = new EventStore(database, Model(), TimeProvider.System, Master);
        Assert.Contains(after.Current.Id, (await Assert.ThrowsAsync<MasterKeyException>(() => wrong.Secrets.Open(Acme, Record, "key", Stop))).Message, StringComparison.Ordinal);
    }

    private Task Put(TenantId tenant, string secret) => Store.Open(tenant, Ann).Write(Store.Secrets.Put(tenant, Record, "key", secret, DateTimeOffset.UnixEpoch));

    private sealed record Nothing;

    private sealed class Careless() : MessageHandler<Nothing>("test.careless")
    {
        public override int Attempts => 1;

        public override async Task Handle(Message<Nothing> message, Work work, CancellationToken stop)
        {
            var secret = await work.Session.Store.Secrets.Open(message.Tenant, Record, "key", stop);
            throw new InvalidOperationException(secret == Canary ? "It was told" : "It was not told");
        }
    }

    private sealed class Heard : ILogger<Daemon>
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public void Note(System.Diagnostics.Activity activity) => Lines.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(e => e.Tags))}");

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
