namespace Billing.EventStore;

/// <summary>
/// Tells the other nodes that this one has committed. After the commit and on a connection of its own: a notification inside an append
/// would make all commits wait for each other.
/// </summary>
internal sealed class Notifier(EventStore store, NodeSession session)
{
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(10);

    public async Task Run(CancellationToken stop)
    {
        var (committed, sent) = (store.Committed.Next, store.Sent.Next);
        while (true)
        {
            await Task.WhenAny(committed, sent).WaitAsync(stop);
            List<string> words = [];
            if (committed.IsCompleted && !session.Held.Contains(HighWaterMark.Name)) words.Add("committed"); // else the mark's own news suffice
            if (sent.IsCompleted) words.Add("sent");
            if (committed.IsCompleted) committed = store.Committed.Next;
            if (sent.IsCompleted) sent = store.Sent.Next;
            if (words.Count > 0) await Sql.Ask(store.Database.Daemon, "select pg_notify($1, word) from unnest($2) as word", stop, Sql.Text(store.Database.Schema), Sql.Texts(words));
            await Steady.Pause(Together, store.Time, stop);
        }
    }
}
