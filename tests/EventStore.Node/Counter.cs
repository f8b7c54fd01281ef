using Billing.EventStore;

namespace Billing.EventStoreNode;

/// <summary>What the nodes of the tests do: count messages, each once.</summary>
[Event("node.counted")]
public sealed record Counted(Guid Message, string Node);

/// <summary>A stream of counted messages.</summary>
public sealed record Counter(int Total) : IAggregate<Counter>
{
    public static string Alias => "node.counter";

    public static Counter Initial { get; } = new(0);

    public Counter Apply(object happened) => happened is Counted ? new(Total + 1) : throw new UnknownEventException(nameof(Counter), happened);
}

/// <summary>The counter's row.</summary>
public sealed record CounterRow(Guid Id, int Counted);

/// <summary>Counters as rows.</summary>
public sealed class CounterRows : Projection<CounterRow>
{
    public CounterRows() : base("node.counters", new RowTable<CounterRow>("node_counters"), Lifecycle.Inline, inlineStream: Counter.Alias) =>
        Uses<Counted>((row, _, at) => new CounterRow(at.StreamId, (row?.Counted ?? 0) + 1));
}

/// <summary>The message to count.</summary>
public sealed record Count(Guid Counter);

/// <summary>Counts a message; takes its time, so that a killed node leaves some unfinished.</summary>
public sealed class CountHandler(string node) : MessageHandler<Count>("node.count")
{
    public override async Task Handle(Message<Count> message, Work work, CancellationToken stop)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(20), stop);
        await work.Load<Counter>(message.Body.Counter, stop);
        work.Decide<Counter, object>(message.Body.Counter, _ => new[] { new Counted(message.Id, node) });
    }
}
