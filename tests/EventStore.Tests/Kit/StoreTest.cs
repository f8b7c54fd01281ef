using Billing.Testing;
using Npgsql;

namespace Billing.EventStore.Tests;

/// <summary>A store of one's own on a fresh database, and two tenants in it.</summary>
public abstract class StoreTest : IAsyncLifetime
{
    private protected static readonly TenantId Acme = new("acme");
    private protected static readonly TenantId Other = new("other");
    internal static MasterKeys Master { get; } = new(MasterKey.Parse("CAESGyAnMDlCS1Rdam94gYqTnKWut8DJ0tvk7fb/CBE=")!);
    private IAsyncDisposable? _made;

    private protected Database Database { get; private set; } = null!;

    private protected EventStore Store { get; private set; } = null!;

    private protected static Actor Ann { get; } = new("person", "ann", "Ann Example");

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected string ConnectionString { get; private set; } = "";

    public virtual ValueTask InitializeAsync() => Begin(migrate: true);

    private protected async ValueTask Begin(bool migrate)
    {
        (ConnectionString, _made) = await MakeDatabase();
        Database = new Database(ConnectionString);
        if (migrate) await new Migrations(Database, Model()).Apply(Stop);
        Store = new EventStore(Database, Model(), TimeProvider.System, Master);
    }

    private protected virtual async Task<(string ConnectionString, IAsyncDisposable Made)> MakeDatabase()
    {
        var made = await TestCluster.CreateDatabase(GetType().Assembly.GetName().Name!, async empty =>
        {
            await using var database = new Database(empty);
            await new Migrations(database, Plain().Project(new AccountRows()).Project(new Totals()).Project(new Statements()).Project(new ClientRows())).Apply(CancellationToken.None);
        });
        return (made.ConnectionString, made);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Database.DisposeAsync();
        await _made!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What is installed; a test may bring its own projections and handlers.</summary>
    private protected virtual StoreModel Model() => Plain().Project(new AccountRows());

    private protected static StoreModel Plain() => new StoreModel()
        .Events([typeof(AccountOpened), typeof(MoneyDeposited), typeof(MoneyWithdrawn), typeof(AccountNoted)])
        .Migrate("test", typeof(StoreTest).Assembly);

    /// <summary>Another node: its own connections, caches and lanes on the same database.</summary>
    private protected async Task<Node> StartNode(Func<StoreModel>? model = null, bool daemon = true)
    {
        var node = new Node(ConnectionString, (model ?? Model)());
        if (daemon) await node.Daemon.StartAsync(Stop);
        return node;
    }

    /// <summary>Waits until something holds; fails with its name after the deadline.</summary>
    private protected static async Task Until(string what, Func<Task<bool>> holds, double seconds = 60)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(since).TotalSeconds > seconds) Assert.Fail($"After {seconds} s still not: {what}");
            await Task.Delay(5, Stop);
        }
    }

    private protected static Task Until(string what, Func<bool> holds, double seconds = 60) => Until(what, () => Task.FromResult(holds()), seconds);

    private protected Streams<Account> Accounts(TenantId? tenant = null) => Store.Open(tenant ?? Acme, Ann).Streams<Account>();

    private protected async Task<Guid> Opened(string owner, TenantId? tenant = null, params AccountEvent[] more)
    {
        var accounts = Accounts(tenant);
        var id = accounts.Session.NewId();
        Assert.Equal(OutcomeKind.Accepted, (await accounts.Decide(id, Account.Opening(owner, more), Stop, opens: true)).Kind);
        return id;
    }

    /// <summary>Asks the database as its owner (a superuser here), past every wall.</summary>
    private protected async Task<T> Ask<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Database.OwnerConnectionString);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Stop) is T answer ? answer : default!;
    }

    /// <summary>A table's rows as text, in key order: for comparing byte for byte.</summary>
    private protected Task<string> Dump(string table) => Ask<string>($"select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from {table} t");
}
