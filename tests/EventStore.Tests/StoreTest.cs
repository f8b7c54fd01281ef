using Billing.Testing;
using Npgsql;

namespace Billing.EventStore.Tests;

/// <summary>A store of one's own on a fresh database, and two tenants in it.</summary>
public abstract class StoreTest : IAsyncLifetime
{
    private protected static readonly TenantId Acme = new("acme");
    private protected static readonly TenantId Other = new("other");
    private TestDatabase? _made;

    private protected Database Database { get; private set; } = null!;

    private protected EventStore Store { get; private set; } = null!;

    private protected static Actor Ann { get; } = new("person", "ann", "Ann Example");

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected string ConnectionString => _made!.ConnectionString;

    public virtual async ValueTask InitializeAsync()
    {
        _made = await TestCluster.CreateDatabase(GetType().Assembly.GetName().Name!, async empty =>
        {
            await using var database = new Database(empty);
            await new Migrations(database, Model()).Apply(CancellationToken.None);
        });
        Database = new Database(_made.ConnectionString);
        await new Migrations(Database, Model()).Apply(Stop);
        Store = new EventStore(Database, Model(), TimeProvider.System);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Database.DisposeAsync();
        await _made!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static StoreModel Model() => new StoreModel()
        .Events(typeof(StoreTest).Assembly)
        .Project(new AccountRows())
        .Migrate("test", typeof(StoreTest).Assembly);

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
        return (T)(await command.ExecuteScalarAsync(Stop))!;
    }
}
