using Billing.EventStore;
using Billing.EventStoreNode;

// One node of the product in a process of its own, for tests that start several and kill some: <connection string> [lease in seconds].
var name = $"node-{Environment.ProcessId}";
await using var database = new Database(args[0]);
var model = Nodes.Model(name);
Console.WriteLine($"applied {string.Join(' ', await new Migrations(database, model).Apply(CancellationToken.None))}");
if (args is [_]) return;

await using var store = new EventStore(database, model, TimeProvider.System);
await using var daemon = new Daemon(store, options: new DaemonOptions { Node = name, Lease = TimeSpan.FromSeconds(int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture)) });
await daemon.StartAsync(CancellationToken.None);
Console.WriteLine("running");
await Console.In.ReadToEndAsync(); // until the test lets go

namespace Billing.EventStoreNode
{
    /// <summary>What every node has installed.</summary>
    public static class Nodes
    {
        /// <summary>Events, projection, handler and schema of the counters.</summary>
        public static StoreModel Model(string node) => new StoreModel()
            .Events([typeof(Counted)])
            .Project(new CounterRows())
            .Handle(new CountHandler(node))
            .Migrate("node", typeof(Counter).Assembly);
    }
}
