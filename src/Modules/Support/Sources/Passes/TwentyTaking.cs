using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Npgsql;

namespace Billing.Support;

/// <summary>Reads a workspace and takes over its sites, then its projects: a project is of the client whose site it is for.</summary>
internal sealed class TwentyTaking(TwentyReader reader, IInvoicing invoicing)
{
    private const int Together = 100;

    private const string OwnersSql = "select id, client_id from support_sites where tenant_id = $1 and id = any($2)";

    /// <summary>A change is looked for a little before the last one that is known.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    public async Task<PassSum> Take(Session session, OpenPass pass, SourceConnection connection, string credential, CancellationToken stop)
    {
        var zone = SourceZone.Find(connection.Scope.TimeZone) ?? TimeZoneInfo.Utc;
        var sites = await PassDiary.Known(session, pass.Connection, OutsideKind.Site, stop);
        var projects = await PassDiary.Known(session, pass.Connection, OutsideKind.Project, stop);
        var mark = await SourcePasses.Mark(session, pass.Connection, stop);
        var door = SourceCredentials.Twenty(connection, credential);
        var found = await new TwentyPass(reader, door, new(connection.Scope.Projects, connection.Scope.Sites), zone).Read(
            pass.Whole || mark is null ? null : mark.Value - Overlap, Here(projects), Here(sites), stop);

        var clients = new SourceClients(session, invoicing, connection.Meanings);
        var month = Months.Of(LocalDay.Of(session.Now, zone));
        var (companies, stored) = (found.Sites.ToDictionary(site => site.Id, site => site.CompanyId), 0);
        // The company of a site that is not kept here is asked for where no list told it: what changed says nothing of what did not.
        foreach (var site in found.Projects.Select(project => project.SiteId).OfType<string>().Distinct().Where(id => connection.Scope.Sites.Length > 0 && !companies.ContainsKey(id) && !sites.ContainsKey(id)))
            if (await reader.Record(door, connection.Scope.Sites, site, stop) is { } record) companies[site] = record.Line("parentCompanyId");
        if (found.Rejected.Count > 0)
        {
            List<PassLine> lines = [.. found.Rejected.Select(bad => new PassLine(PassDid.Rejected, bad.IsSite ? OutsideKind.Site : OutsideKind.Project, bad.OutsideId ?? "", null, Said: $"{bad.Code}: {bad.Reason}"))];
            await session.Write(PassDiary.Write(pass.Id, lines), SourcePasses.Count(pass.Id, SourceSync.Counts(lines, new PassCounts())));
        }
        var siteTaking = new Taking<SupportSite, SupportSiteEvent>(session, pass, OutsideKind.Site, "select outside_id, id from support_sites where tenant_id = $1 and outside_id = any($2)", sites);
        foreach (var some in found.Sites.Where(site => !site.IsDeleted).Chunk(Together))
        {
            List<Told<SupportSite, SupportSiteEvent>> told = [];
            foreach (var site in some) told.Add(Of(site, await clients.Of([site.Id, site.CompanyId], stop), month));
            stored += told.Count(one => one.Against is null);
            await FluentTaking.Again(() => siteTaking.Take(told, stop));
        }
        // Whether a site that is gone there is hosted still, only a person can say.
        await FluentTaking.Again(() => siteTaking.Lose([.. found.Sites.Where(site => site.IsDeleted).Select(site => site.Id), .. found.DestroyedSites], _ => Decision.Nothing, "gone: say on which day its hosting ends", stop));

        var owners = await Owners(session, [.. found.Projects.Select(project => project.SiteId is { } of ? sites.GetValueOrDefault(of)?.Target : null).OfType<Guid>().Distinct()], stop);
        var projectTaking = new Taking<SupportProject, SupportProjectEvent>(session, pass, OutsideKind.Project, "select outside_id, id from support_projects where tenant_id = $1 and outside_id = any($2)", projects);
        foreach (var some in found.Projects.Where(project => !project.IsDeleted).Chunk(Together))
        {
            List<Told<SupportProject, SupportProjectEvent>> told = [];
            foreach (var project in some) told.Add(Of(project, await ClientOf(project, companies, sites, owners, clients, stop)));
            stored += told.Count(one => one.Against is null);
            await FluentTaking.Again(() => projectTaking.Take(told, stop));
        }
        await FluentTaking.Again(() => projectTaking.Lose([.. found.Projects.Where(project => project.IsDeleted).Select(project => project.Id), .. found.DestroyedProjects], now => now.IsBilled || now.IsArchived ? Decision.Nothing : new ProjectArchived(ToldBy.Source), "gone", stop));

        var changes = found.Sites.Select(site => site.Changed).Concat(found.Projects.Select(project => project.Changed)).OfType<SourceMoment>().Select(moment => moment.Instant).ToList();
        DateTimeOffset? latest = changes.Count == 0 ? mark : changes.Max();
        return new PassSum(found.Pages, found.Rows, stored, 0, found.DestroyedProjects.Count + found.DestroyedSites.Count, latest > mark || mark is null ? latest : mark);
    }

    /// <summary>The client that is named for the project; else the one that its site has here; else the one that is named for the site, or for the site's company. In every pass alike, however much of it is read.</summary>
    private static Task<BilledClient?> ClientOf(TwentyProject project, Dictionary<string, string?> companies, Dictionary<string, OutsideRecord> sites, Dictionary<Guid, Guid> owners, SourceClients clients, CancellationToken stop)
    {
        if (!clients.Names(project.Id) && project.SiteId is { } site && sites.TryGetValue(site, out var kept) && owners.TryGetValue(kept.Target, out var owner)) return clients.Client(owner, stop);
        return clients.Of([project.Id, project.SiteId, project.SiteId is { } of ? companies.GetValueOrDefault(of) : null], stop);
    }

    /// <summary>Whose the sites here are.</summary>
    private static Task<Dictionary<Guid, Guid>> Owners(Session session, Guid[] sites, CancellationToken stop) => sites.Length == 0 ? Task.FromResult(new Dictionary<Guid, Guid>())
        : session.Read(OwnersSql, [new NpgsqlParameter<Guid[]> { TypedValue = sites }], async row =>
        {
            var owners = new Dictionary<Guid, Guid>();
            while (await row.ReadAsync(stop)) owners[row.GetGuid(0)] = row.GetGuid(1);
            return owners;
        }, stop);

    private static Told<SupportSite, SupportSiteEvent> Of(TwentySite site, BilledClient? client, DateOnly month)
    {
        if (client is null) return new(site.Id, ("client-unknown", $"Nobody said which client the site {PlainText.Quote(site.Name)} is of. Name its company in the connection."));
        if (site.From is not { } start) return new(site.Id, ("not-hosted-yet", $"The site {PlainText.Quote(site.Name)} has no first day of hosting. It is taken when it has one."));
        if (site.Currency is { } currency && currency != client.Currency && site.Fee is not null) return new(site.Id, Currencies(site.Name, currency, client));
        var told = new SiteTold(client.Id, site.Name, RequestTerms.WebAddress(site.Address).TryGet(out var address, out _) ? address : "", start, site.Until, site.Fee is { } fee ? Money.Round(fee, client.Currency) : null);
        return new(
            site.Id, null, id => told.Begin(id, new Money(TakeOnSite.UsualFee, client.Currency)), (now, wasLost) => told.Again(now, month, wasLost), (now, target) => told.LeftAlone(now, month, site.Id, target),
            (happened, before, target) => SiteDiary.Line(happened, before, site.Id, target));
    }

    private static Told<SupportProject, SupportProjectEvent> Of(TwentyProject project, BilledClient? client)
    {
        if (client is null) return new(project.Id, ("client-unknown", $"Nobody said which client the project {PlainText.Quote(project.Name)} is of. Name the company of its site in the connection."));
        if (project.Currency is { } currency && currency != client.Currency) return new(project.Id, Currencies(project.Name, currency, client));
        if (ProjectTold.StatusOf(project.Status) is not { } status) return new(project.Id, ("unknown-status", $"The project {PlainText.Quote(project.Name)} is {PlainText.Quote(project.Status)}, which is none of NOT_READY, READY, INVOICED and PAID."));
        if (!ProjectTerms.ReadCategory(project.Category).TryGet(out var category, out var refused)) return new(project.Id, (refused.Code, refused.Sentence));
        if (project.Amount < 0) return new(project.Id, ("amount-negative", $"The project {PlainText.Quote(project.Name)} costs less than nothing."));
        var told = new ProjectTold(client.Id, project.Name, category, project.Payable ?? Money.Zero(client.Currency), project.CompletedOn, status, project.InvoiceNumber);
        return new(
            project.Id, null, told.Begin, told.Again, (now, target) => told.LeftAlone(now, project.Id, target), (happened, before, target) => ProjectDiary.Line(happened, before, project.Id, target));
    }

    private static (string, string) Currencies(string name, Currency told, BilledClient client) => ("wrong-client-currency", $"{PlainText.Quote(name)} is in {told}, and its client is billed in {client.Currency}. Name another client for it in the connection.");

    private static List<string> Here(Dictionary<string, OutsideRecord> known) => [.. known.Values.Where(one => one.State == OutsideRecord.Here).Select(one => one.OutsideId)];

    /// <summary>What a record says.</summary>
    /// <param name="Against">Why it cannot be taken; null: it can.</param>
    private sealed record Told<T, TEvent>(
        string Id, (string Code, string Reason)? Against, Func<string, IEnumerable<TEvent>>? Begin = null, Func<T, bool, Decision<TEvent>>? Again = null, Func<T, Guid, IEnumerable<PassLine>>? LeftAlone = null, Func<TEvent, T, Guid, PassLine>? Line = null);

    /// <summary>Takes records of one kind over, some in a transaction with the lines of the diary that tell of them.</summary>
    /// <param name="sameSql">Finds what an earlier connection, or a person, wrote down of the same records: they are taken up again.</param>
    private sealed class Taking<T, TEvent>(Session session, OpenPass pass, OutsideKind kind, string sameSql, Dictionary<string, OutsideRecord> known) where T : class, IAggregate<T> where TEvent : class
    {
        public async Task Take(List<Told<T, TEvent>> some, CancellationToken stop)
        {
            var work = session.Begin(SourceSync.Correlation(pass.Id));
            var same = await Same([.. some.Where(one => one.Against is null && !known.ContainsKey(one.Id)).Select(one => one.Id)], stop);
            await work.LoadMany<T>([.. some.Select(one => known.GetValueOrDefault(one.Id)?.Target).OfType<Guid>(), .. same.Values.Select(record => record.Target)], stop);
            var (lines, keep, counts) = (new List<PassLine>(), new List<OutsideRecord>(), new PassCounts());
            foreach (var one in some)
            {
                var record = known.GetValueOrDefault(one.Id) ?? same.GetValueOrDefault(one.Id);
                if (one.Against is { } against)
                {
                    lines.Add(new(PassDid.Rejected, kind, one.Id, record?.Target, Said: $"{against.Code}: {against.Reason}"));
                    continue;
                }
                var target = record?.Target ?? session.NewId();
                if (record is null) work.New<T>(target);
                if (record is not { State: OutsideRecord.Here }) keep.Add(new(one.Id, target, OutsideRecord.Here));
                var before = (await work.Load<T>(target, stop)).State;
                List<TEvent> happened = record is null ? [.. one.Begin!(one.Id)] : [.. one.Again!(before, record.State != OutsideRecord.Here).Events];
                work.Decide<T, TEvent>(target, _ => happened);
                var state = before;
                foreach (var step in happened)
                {
                    // What belongs to the beginning is told by one line.
                    if (record is not null || ReferenceEquals(step, happened[0])) lines.Add(one.Line!(step, state, target));
                    state = state.Apply(step);
                }
                if (record is not null) lines.AddRange(one.LeftAlone!(before, target));
                counts = counts with { Added = counts.Added + (record is null ? 1 : 0), Changed = counts.Changed + (record is not null && happened.Count > 0 ? 1 : 0) };
            }
            await Commit(work, lines, keep, counts);
        }

        /// <param name="ids">Of records that are gone there; unknown ones and those that were gone before are nothing new.</param>
        public async Task Lose(IReadOnlyList<string> ids, Func<T, Decision<TEvent>> lose, string said, CancellationToken stop)
        {
            var some = ids.Select(id => known.GetValueOrDefault(id)).OfType<OutsideRecord>().Where(record => record.State == OutsideRecord.Here).ToList();
            if (some.Count == 0) return;
            var work = session.Begin(SourceSync.Correlation(pass.Id));
            await work.LoadMany<T>([.. some.Select(record => record.Target)], stop);
            var lines = new List<PassLine>();
            foreach (var record in some)
            {
                var happened = lose((await work.Load<T>(record.Target, stop)).State).Events.ToList();
                work.Decide<T, TEvent>(record.Target, _ => happened);
                lines.Add(new(happened.Count > 0 ? PassDid.PutAway : PassDid.Warned, kind, record.OutsideId, record.Target, Said: said));
            }
            await Commit(work, lines, [.. some.Select(record => record with { State = OutsideRecord.Gone })], new PassCounts(Changed: lines.Count(line => line.What == PassDid.PutAway)));
        }

        private Task<Dictionary<string, OutsideRecord>> Same(string[] ids, CancellationToken stop) => ids.Length == 0 ? Task.FromResult(new Dictionary<string, OutsideRecord>())
            : session.Read(sameSql, [new NpgsqlParameter<string[]> { TypedValue = ids }], async row =>
            {
                var same = new Dictionary<string, OutsideRecord>();
                while (await row.ReadAsync(stop)) same[row.GetString(0)] = new(row.GetString(0), row.GetGuid(1), OutsideRecord.Gone);
                return same;
            }, stop);

        private async Task Commit(Work work, List<PassLine> lines, List<OutsideRecord> keep, PassCounts counts)
        {
            List<Statement> also = [];
            if (lines.Count > 0) also.Add(PassDiary.Write(pass.Id, lines));
            if (keep.Count > 0) also.Add(PassDiary.Keep(pass.Connection, kind, keep));
            if (lines.Count > 0) also.Add(SourcePasses.Count(pass.Id, SourceSync.Counts(lines, counts)));
            await SourceSync.Commit(session, work, also);
            foreach (var record in keep) known[record.OutsideId] = record;
        }
    }
}
