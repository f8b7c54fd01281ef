using System.Globalization;
using System.Text.Json;

namespace Billing.Support;

/// <summary>What a pass over a workspace found.</summary>
/// <param name="Projects">Each once, as it was read last; those in the bin, too.</param>
/// <param name="Sites">The same of sites.</param>
/// <param name="DestroyedProjects">Ids of known projects that the workspace was asked for and does not have any more.</param>
/// <param name="DestroyedSites">The same of sites.</param>
/// <param name="Rejected">Records that cannot be read.</param>
/// <param name="Rows">Different records that lists told of.</param>
/// <param name="Pages">Lists that were asked for.</param>
internal sealed record TwentyFindings(
    IReadOnlyList<TwentyProject> Projects, IReadOnlyList<TwentySite> Sites, IReadOnlyList<string> DestroyedProjects, IReadOnlyList<string> DestroyedSites, IReadOnlyList<RejectedRecord> Rejected, int Rows, int Pages);

/// <summary>One pass over a workspace: what changed since a moment and what was put into the bin since then; in a whole pass everything, and each known record that no list told of is asked for by its id.</summary>
/// <param name="byGraph">Whether it asks by GraphQL.</param>
internal sealed class TwentyPass(TwentyReader reader, TwentyDoor to, TwentyNames names, TimeZoneInfo zone, bool byGraph = false)
{
    private const int MostPages = 2_000;

    private readonly Dictionary<string, RejectedRecord> _rejected = [];
    private readonly HashSet<(string Plural, string Id)> _seen = [];
    private int _pages;

    /// <param name="since">A little before the last change that is known; null: a whole pass.</param>
    /// <param name="knownProjects">Ids of projects that earlier passes took and that are thought to be there; of a whole pass only.</param>
    /// <param name="knownSites">The same of sites.</param>
    /// <param name="limit">Most records of a page.</param>
    /// <exception cref="SourceStopped">The pass could not be finished: nothing it found counts.</exception>
    public async Task<TwentyFindings> Read(DateTimeOffset? since, IReadOnlyCollection<string> knownProjects, IReadOnlyCollection<string> knownSites, CancellationToken stop, int limit = TwentyReader.Limit)
    {
        var (sites, goneSites) = await All(names.Sites, TwentySite.Fields, since, knownSites, record => TwentySite.Read(record, zone), limit, stop);
        var (projects, goneProjects) = await All(names.Projects, TwentyProject.Fields, since, knownProjects, record => TwentyProject.Read(record, zone), limit, stop);
        return new TwentyFindings(projects, sites, goneProjects, goneSites, [.. _rejected.Values], _seen.Count, _pages);
    }

    private async Task<(List<T> Read, List<string> Gone)> All<T>(string plural, string fields, DateTimeOffset? since, IReadOnlyCollection<string> known, Func<JsonElement, T> read, int limit, CancellationToken stop)
    {
        if (plural.Length == 0) return ([], []); // nobody wants these
        var all = new SortedDictionary<string, T>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var deleted in (bool[])[false, true])
        {
            var cursors = new HashSet<string>(StringComparer.Ordinal);
            string? cursor = null;
            do
            {
                if (++_pages > MostPages) throw new SourceStopped(SourceTrouble.IncompleteRead, $"The workspace has more than {MostPages} pages of records.");
                var question = new TwentyQuestion(plural, since, deleted);
                var page = byGraph ? await reader.GraphPage(to, question, fields, cursor, stop, limit) : await reader.Page(to, question, cursor, stop, limit);
                foreach (var record in page.Records) Take(record);
                cursor = page.Next;
                if (cursor is not null && !cursors.Add(cursor)) throw new SourceStopped(SourceTrouble.IncompleteRead, "The workspace repeats a page.");
            }
            while (cursor is not null);
        }
        List<string> gone = [];
        if (since is null)
            foreach (var id in known.Where(id => !seen.Contains(id)).Order(StringComparer.Ordinal))
            {
                if (await reader.Record(to, plural, id, stop) is { } record) Take(record);
                else gone.Add(id);
            }
        return ([.. all.Values], gone);

        void Take(JsonElement record)
        {
            var id = record.Line("id");
            if (id.Length > 0)
            {
                seen.Add(id);
                _seen.Add((plural, id));
            }
            try
            {
                all[id] = read(record);
            }
            catch (BadRecord bad)
            {
                all.Remove(id);
                var number = string.Create(CultureInfo.InvariantCulture, $"{plural} {(id.Length > 0 ? id : _rejected.Count)}");
                _rejected.TryAdd(number, new RejectedRecord(_seen.Count, id.Length > 0 ? id : null, bad.Code, bad.Message) { IsSite = plural == names.Sites });
            }
        }
    }
}
