using Billing.EventStoreNode;

namespace Billing.EventStore.Tests;

public class Three_processes : StoreTest
{
    private protected override StoreModel Model() => Nodes.Model("the test");

    private protected override async Task<(string ConnectionString, IAsyncDisposable Made)> MakeDatabase()
    {
        var made = await Billing.Testing.TestCluster.CreateDatabase();
        return (made.ConnectionString, made);
    }

    [Fact]
    public async Task handle_each_message_once_though_one_of_them_is_killed()
    {
        const int Messages = 240;
        var counter = Guid.CreateVersion7();
        for (var i = 0; i < Messages; i++)
        {
            var work = Store.Open(i % 2 == 0 ? Acme : Other, Ann).Begin();
            work.Send("node.count", new Count(counter));
            await work.Commit();
        }
        var nodes = Enumerable.Range(0, 3).Select(_ => NodeProcess.Start(ConnectionString, "3")).ToList();
        await Task.WhenAll(nodes.Select(node => node.Said("running")));
        await Until("every node has handled some", async () => await Ask<long>("select count(distinct data->>'node') from mt_events") == 3);
        await nodes[0].Kill();
        var inHand = await Ask<long>($"select count(*) from messages where taken_by = '{nodes[0].Name}'");

        await Until("all are handled", async () => await Ask<long>("select count(*) from messages where type = 'node.count' and handled_at is not null") == Messages);
        Assert.Equal(0L, await Ask<long>("select count(*) from messages where taken_by is not null and type = 'node.count'"));
        Assert.Equal((long)Messages, await Ask<long>("select count(distinct data->>'message') from mt_events"));
        Assert.Equal((long)Messages, await Ask<long>("select count(*) from mt_events"));
        Assert.Equal("acme:120,other:120", await Ask<string>("select string_agg(tenant_id || ':' || counted, ',' order by tenant_id) from node_counters"));
        Assert.True(await Ask<long>("select count(*) from messages where attempts > 1") >= inHand);
        foreach (var node in nodes.Skip(1)) Assert.Equal(0, await node.Ended());
        Assert.Equal(0, (await new Verify(Store).Run(Stop)).ExitCode);
        nodes.ForEach(node => node.Dispose());
    }
}
