using Billing.EventStore;
using Npgsql;

namespace Billing.Bench;

/// <summary>One database and the store on it.</summary>
internal sealed class Bed(Scratch scratch, string name, Database database, StoreModel model) : IAsyncDisposable
{
    private static readonly Actor Ann = new("person", "ann", "Ann Example");

    /// <summary>Two organisations, so that every figure includes the wall between them.</summary>
    private static readonly TenantId[] Tenants = [new("0"), new("1")];

    public Scratch Scratch { get; } = scratch;

    public string Name { get; } = name;

    public Database Database { get; } = database;

    public EventStore.EventStore Store { get; } = new(database, model, TimeProvider.System);

    public static TenantId TenantOf(int writer) => Tenants[writer % 2];

    /// <summary>A session as each request opens one.</summary>
    public Session Session(int writer) => Store.Open(TenantOf(writer), Ann, "127.0.0.1", "0HN7A1B2C3D4E:00000001");

    /// <summary>Asks as the owner.</summary>
    public Task<T> Ask<T>(string sql) => Ask<T>(Database, sql);

    /// <summary>Asks as the owner of a database.</summary>
    public static async Task<T> Ask<T>(Database database, string sql)
    {
        await using var connection = await database.OpenOwner(CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Runs statements as the owner.</summary>
    public Task Execute(string sql) => Execute(Database, sql);

    public static async Task Execute(Database database, string sql)
    {
        await using var connection = await database.OpenOwner(CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Database.DisposeAsync();
    }
}
