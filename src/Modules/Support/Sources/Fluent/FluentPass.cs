using System.Globalization;
using System.Text.Json;

namespace Billing.Support;

/// <summary>What a pass over a site's tickets found.</summary>
/// <param name="Tickets">Each once, as it was read last.</param>
/// <param name="Elsewhere">Numbers of tickets that are in another mailbox than those asked for.</param>
/// <param name="Hidden">Numbers of known tickets that are in a mailbox which the agent may not see: they are there all the same.</param>
/// <param name="Gone">Numbers of known tickets that the site was asked for by number and does not have any more.</param>
/// <param name="Rejected">Rows that cannot be read.</param>
/// <param name="Rows">Different tickets that lists told of.</param>
/// <param name="Pages">Lists that were asked for.</param>
internal sealed record FluentFindings(
    IReadOnlyList<FluentTicket> Tickets, IReadOnlyList<long> Elsewhere, IReadOnlyList<long> Hidden, IReadOnlyList<long> Gone, IReadOnlyList<RejectedRecord> Rejected, int Rows, int Pages);

/// <summary>
/// One pass over a site's tickets. Rows shift between pages while it runs, so one may come twice or not at all: lists that grew or shrank are read again, and what is known and was not seen is asked for by its number.
/// Nothing is thought gone because it was not seen.
/// </summary>
internal sealed class FluentPass(FluentReader reader, FluentDoor to, FluentSite site, long? mailbox)
{
    private const int MostPages = 2_000;
    private const int MostSweeps = 3;

    private readonly Dictionary<long, FluentTicket> _tickets = [];
    private readonly HashSet<long> _elsewhere = [], _hidden = [], _gone = [], _seen = [];
    private readonly Dictionary<string, RejectedRecord> _rejected = [];
    private int _pages;

    private int Rows => _seen.Count + _rejected.Values.Count(one => one.OutsideId is null);

    /// <summary>Reads every ticket there is, and asks for each known one that no list told of.</summary>
    /// <param name="known">Numbers of the tickets that earlier passes took and that are thought to be there.</param>
    /// <exception cref="SourceStopped">The pass could not be finished: nothing it found counts.</exception>
    public async Task<FluentFindings> Whole(IReadOnlyCollection<long> known, CancellationToken stop)
    {
        int? total = null;
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var (first, last, isSteady) = await Sweep(stop);
            total = last;
            if (isSteady || first is null) break;
            // Something came or went: what came stands on the first page, and what moved up over a page's edge was not seen.
            if (sweep == MostSweeps - 1 || Rows >= total)
            {
                await Page(1, false, stop);
                break;
            }
        }
        await Ask(known.Where(id => !_seen.Contains(id)), stop);
        return Found();
    }

    /// <summary>Reads what was changed since a moment. Tags do not count as a change, and what was deleted is in no list: a whole pass now and then finds those.</summary>
    /// <param name="since">A little before the last change that is known.</param>
    /// <exception cref="SourceStopped">The pass could not be finished: nothing it found counts.</exception>
    public async Task<FluentFindings> Since(DateTimeOffset since, CancellationToken stop)
    {
        for (var number = 1; ; number++)
        {
            var (page, news, oldest) = await Page(number, true, stop);
            if (page.Rows.Count == 0 || oldest < since || page.Last <= number || (page.Last is null && news == 0)) return Found();
        }
    }

    /// <summary>All pages once. Steady: the list was as long at its end as at its beginning.</summary>
    private async Task<(int? First, int? Last, bool IsSteady)> Sweep(CancellationToken stop)
    {
        int? first = null, last = null;
        for (var number = 1; ; number++)
        {
            var (page, news, _) = await Page(number, false, stop);
            if (number == 1) first = page.Total;
            last = page.Total;
            // A list that does not say how long it is ends where a page brings nothing new.
            if (page.Rows.Count == 0 || page.Last <= number || (page.Last is null && news == 0)) return (first, last, first == last && (last is null || Rows >= last));
        }
    }

    private async Task<(FluentPage Page, int News, DateTimeOffset Oldest)> Page(int number, bool byChange, CancellationToken stop)
    {
        if (++_pages > MostPages) throw new SourceStopped(SourceTrouble.IncompleteRead, $"The site has more than {MostPages} pages of tickets.");
        var page = await reader.Page(to, site, mailbox, byChange, number, stop);
        var (news, oldest) = (0, DateTimeOffset.MaxValue);
        foreach (var (place, row) in page.Rows.Index())
            if (Take(row, (number - 1) * FluentReader.PerPage + place + 1) is { } taken)
            {
                if (taken.IsNew) news++;
                if (taken.Changed < oldest) oldest = taken.Changed;
            }
        return (page, news, oldest);
    }

    private (bool IsNew, DateTimeOffset Changed)? Take(JsonElement row, int number)
    {
        try
        {
            var ticket = FluentTicket.Read(row, site.TimeZone);
            var isNew = _seen.Add(ticket.Id);
            if (mailbox is { } only && ticket.Mailbox is { } where && where != only)
            {
                _elsewhere.Add(ticket.Id);
                _tickets.Remove(ticket.Id);
            }
            else
            {
                _elsewhere.Remove(ticket.Id);
                _tickets[ticket.Id] = ticket;
            }
            return (isNew, ticket.Changed.Instant);
        }
        catch (BadRecord bad)
        {
            var id = Number(row);
            if (id is { } known) _seen.Add(known); // it is there, though nobody can read it
            var name = id is { } readable ? readable.ToString(CultureInfo.InvariantCulture) : null;
            return _rejected.TryAdd(name ?? $"row {number}", new RejectedRecord(number, name, bad.Code, bad.Message)) ? (true, DateTimeOffset.MaxValue) : null;
        }
    }

    private async Task Ask(IEnumerable<long> ids, CancellationToken stop)
    {
        foreach (var id in ids.Order())
        {
            var found = await reader.Ticket(to, site, id, stop);
            if (found.Row is { } row) Take(row, 0);
            else (found.IsHidden ? _hidden : _gone).Add(id);
        }
    }

    private FluentFindings Found() => new([.. _tickets.Values.OrderBy(ticket => ticket.Id)], [.. _elsewhere.Order()], [.. _hidden.Order()], [.. _gone.Order()], [.. _rejected.Values], Rows, _pages);

    private static long? Number(JsonElement row)
    {
        try
        {
            return row.Whole("id");
        }
        catch (BadRecord)
        {
            return null;
        }
    }
}
