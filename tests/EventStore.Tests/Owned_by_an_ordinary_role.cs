using Npgsql;

namespace Billing.EventStore.Tests;

/// <summary>On a real server the owner is no superuser: the walls hold him, too.</summary>
[Collection(nameof(ClusterOfOurOwn))]
public class Owned_by_an_ordinary_role(ClusterOfOurOwn own) : StoreTest
{
    private protected override StoreModel Model() => Plain().Project(new AccountRows()).Project(new Totals());

    private protected override async Task<(string ConnectionString, IAsyncDisposable Made)> MakeDatabase()
    {
        var made = new NpgsqlConnectionStringBuilder(await own.CreateDatabase());
        await using var admin = new NpgsqlConnection(made.ConnectionString + ";Pooling=false");
        await admin.OpenAsync();
        await Sql.Ask(admin, $"create role billing_owner login createrole nosuperuser password 'secret'; alter database {made.Database} owner to billing_owner", Stop);
        (made.Username, made.Password) = ("billing_owner", "secret");
        return (made.ConnectionString, new MemoryStream());
    }

    [Fact]
    public async Task everything_works()
    {
        await using var node = await StartNode();
        var id = await Opened("Ann", more: new MoneyDeposited(12));
        await Accounts(Other).Decide(id, Account.Opening("Bob", new MoneyDeposited(3)), Stop, opens: true);
        await Until("the totals count both", async () => await Sql.Ask(node.Database.Daemon, "select sum(amount) from test_totals", Stop) is 15m);
        foreach (var projection in node.Store.Model.Projections)
        {
            var result = await new Rebuild(node.Store).Run(projection, null, Stop);
            Assert.True(result.Rows > 0);
            Assert.Equal((result.Rows, 0), ((await Comparison.Of(node.Store, projection, Stop)) is var same ? (same.Rows, same.Differing) : default));
        }
        Assert.Equal(0, (await new Verify(node.Store).Run(Stop)).ExitCode);
        Assert.Equal(0L, await Ask<long>("select count(*) from mt_events")); // the owner himself sees nothing

        await Until("both are entered in the trail", async () => await Sql.Ask(node.Database.Daemon, "select count(*) from audit_trail", Stop) is 4L);
        await new Removing(node.Store).Run(Acme, Stop);
        foreach (var table in (string[])["mt_events", "mt_streams", "audit_trail", "test_accounts", "test_totals", "tenant_keys", "personal_keys"])
            Assert.Equal(0L, await Sql.Ask(node.Database.Daemon, $"select count(*) from {table} where tenant_id = 'acme'", Stop));
        Assert.Equal(2L, await Sql.Ask(node.Database.Daemon, "select count(*) from mt_events where tenant_id = 'other'", Stop));
        Assert.Equal(0L, await Ask<long>("select count(*) from pg_policy where polname = 'removal'"));
        Assert.Equal(0, (await new Verify(node.Store).Run(Stop)).ExitCode);
    }
}
