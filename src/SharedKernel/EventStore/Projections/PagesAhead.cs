namespace Billing.EventStore;

/// <summary>A projection's events from one number up to another, page by page; the next is read while its reader works on one.</summary>
internal sealed class PagesAhead(EventLog log, long after, long upTo, int limit, CancellationToken stop) : IAsyncDisposable
{
    private Task<EventPage>? _ahead = log.Read(after, upTo, limit, null, stop);

    /// <summary>The next page; null after the last, or after one that ended with what could not be read.</summary>
    public async Task<EventPage?> Next()
    {
        if (_ahead is null) return null;
        var page = await _ahead;
        _ahead = page.Poison is null && page.UpTo < upTo ? log.Read(page.UpTo, upTo, limit, null, stop) : null;
        return page;
    }

    /// <summary>Waits for the page that nobody asks for any more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_ahead is not null) await ((Task)_ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
