using System.Globalization;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Npgsql;

namespace Billing.Support;

/// <summary>Reads a site's tickets and takes them over as requests, a hundred in a transaction with the lines of the diary that tell of them.</summary>
internal sealed class FluentTaking(FluentReader reader, IInvoicing invoicing)
{
    private const int Together = 100;
    private const int MostTries = 5;

    /// <summary>A change is looked for a little before the last one that is known: sites stamp what they write a while before it can be read.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    // A request of the same number may be of a connection that ended, and is taken up again; or of one that is still read, and then both are told apart by their hosts.
    private const string SameSql = """
        select r.outside_id, r.id, exists (select from support_outside o join support_connections c on c.tenant_id = o.tenant_id and c.id = o.connection_id and not c.disconnected where o.tenant_id = $1 and o.target = r.id)
        from support_requests r where r.tenant_id = $1 and r.source = $2 and r.outside_id = any($3)
        """;

    public async Task<PassSum> Take(Session session, OpenPass pass, SourceConnection connection, string credential, CancellationToken stop)
    {
        var door = SourceCredentials.Fluent(connection, credential);
        var site = await reader.Look(door, stop);
        if (connection.Scope.TimeZone.Length > 0) site = site with { Zone = connection.Scope.TimeZone };
        var known = await PassDiary.Known(session, pass.Connection, OutsideKind.Request, stop);
        var mark = await SourcePasses.Mark(session, pass.Connection, stop);
        var reading = new FluentPass(reader, door, site, connection.Scope.Mailbox);
        var found = pass.Whole || mark is null ? await reading.Whole([.. known.Values.Where(one => one.State == OutsideRecord.Here).Select(one => long.Parse(one.OutsideId, CultureInfo.InvariantCulture))], stop) : await reading.Since(mark.Value - Overlap, stop);

        var terms = (await session.Streams<SupportTerms>().Load(SupportTerms.Id, stop)).State;
        var (clients, stored) = (new SourceClients(session, invoicing, connection.Meanings), 0);
        await Write(session, pass, [.. found.Rejected.Select(bad => new PassLine(PassDid.Rejected, OutsideKind.Request, bad.OutsideId ?? "", null, Said: $"{bad.Code}: row {bad.Number}: {bad.Reason}")),
            .. found.Hidden.Select(id => new PassLine(PassDid.Hidden, OutsideKind.Request, Text(id), known[Text(id)].Target))]);
        foreach (var some in found.Tickets.Chunk(Together))
        {
            var told = new List<(FluentTicket Ticket, RequestTold Told)>();
            foreach (var ticket in some) told.Add((ticket, RequestTold.Of(ticket, connection, terms, (await clients.Of([ticket.Customer is { } number ? Text(number) : null, ticket.CustomerEmail, Domain(ticket.CustomerEmail)], stop))?.Id)));
            stored += told.Count(one => one.Told.Told is not null);
            await Again(() => Take(session, pass, connection, told, known, stop));
        }
        var lost = found.Gone.Select(id => (Id: Text(id), State: OutsideRecord.Gone, Reason: RequestTold.GoneAfterBilling)).Concat(found.Elsewhere.Select(id => (Id: Text(id), State: OutsideRecord.Elsewhere, Reason: RequestTold.MovedAfterBilling)))
            .Where(one => known.TryGetValue(one.Id, out var record) && record.State != one.State).ToList();
        foreach (var some in lost.Chunk(Together)) await Again(() => Lose(session, pass, some, known, stop));
        DateTimeOffset? latest = found.Tickets.Count == 0 ? mark : found.Tickets.Max(ticket => ticket.Changed.Instant);
        return new PassSum(found.Pages, found.Rows, stored, found.Elsewhere.Count, found.Gone.Count, latest > mark || mark is null ? latest : mark);
    }

    private static async Task Take(Session session, OpenPass pass, SourceConnection connection, List<(FluentTicket Ticket, RequestTold Told)> some, Dictionary<string, OutsideRecord> known, CancellationToken stop)
    {
        var work = session.Begin(SourceSync.Correlation(pass.Id));
        var fresh = some.Where(one => one.Told.Told is not null && !known.ContainsKey(Text(one.Ticket.Id))).Select(one => Text(one.Ticket.Id)).ToArray();
        var same = await Same(session, fresh, stop);
        await work.LoadMany<SupportRequest>([.. some.Select(one => known.GetValueOrDefault(Text(one.Ticket.Id))?.Target).OfType<Guid>(), .. same.Values.Where(one => !one.IsTaken).Select(one => one.Id)], stop);
        var (lines, keep, counts) = (new List<PassLine>(), new List<OutsideRecord>(), new PassCounts());
        foreach (var (ticket, told) in some)
        {
            var id = Text(ticket.Id);
            if (told.Against is { } against)
            {
                lines.Add(new(PassDid.Rejected, OutsideKind.Request, id, known.GetValueOrDefault(id)?.Target, Said: $"{against.Code}: {against.Reason}"));
                continue;
            }
            var (target, isNew, wasLost) = known.TryGetValue(id, out var record) ? (record.Target, false, record.State != OutsideRecord.Here) : same.TryGetValue(id, out var other) && !other.IsTaken ? (other.Id, false, true) : (session.NewId(), true, false);
            if (isNew) work.New<SupportRequest>(target);
            if (record is not { State: OutsideRecord.Here }) keep.Add(new(id, target, OutsideRecord.Here));
            var before = (await work.Load<SupportRequest>(target, stop)).State;
            var happened = new List<SupportRequestEvent>();
            work.Decide<SupportRequest, SupportRequestEvent>(target, now =>
            {
                happened = isNew ? [.. told.Begin(RequestSource.Fluent, same.ContainsKey(id) ? $"{new Uri(connection.Address).Host}/{id}" : id)] : [.. told.Again(now, wasLost).Events];
                return happened;
            });
            lines.AddRange(happened.Select(one => RequestDiary.Line(one, before, id, target)));
            if (told.Warning is { } warning && (isNew || happened.Count > 0)) lines.Add(new(PassDid.Warned, OutsideKind.Request, id, target, Said: warning));
            if (!isNew) lines.AddRange(RequestDiary.LeftAlone(told.Told!, before, id, target));
            counts = counts with { Added = counts.Added + (isNew ? 1 : 0), Changed = counts.Changed + (!isNew && happened.Count > 0 ? 1 : 0) };
        }
        await Commit(session, work, pass, lines, keep, counts);
        foreach (var record in keep) known[record.OutsideId] = record;
    }

    private static async Task Lose(Session session, OpenPass pass, (string Id, string State, string Reason)[] some, Dictionary<string, OutsideRecord> known, CancellationToken stop)
    {
        var work = session.Begin(SourceSync.Correlation(pass.Id));
        await work.LoadMany<SupportRequest>([.. some.Select(one => known[one.Id].Target)], stop);
        var (lines, changed) = (new List<PassLine>(), 0);
        foreach (var (id, state, reason) in some)
        {
            var target = known[id].Target;
            var before = (await work.Load<SupportRequest>(target, stop)).State;
            var happened = RequestTold.Lost(before, reason).Events.ToList();
            work.Decide<SupportRequest, SupportRequestEvent>(target, _ => happened);
            lines.AddRange(happened.Select(one => RequestDiary.Line(one, before, id, target) with { Said = one is RequestFlagged flagged ? flagged.Reason : state }));
            if (happened.Count > 0) changed++;
        }
        var keep = some.Select(one => known[one.Id] with { State = one.State }).ToList();
        await Commit(session, work, pass, lines, keep, new PassCounts(Changed: changed));
        foreach (var record in keep) known[record.OutsideId] = record;
    }

    private static async Task Commit(Session session, Work work, OpenPass pass, List<PassLine> lines, List<OutsideRecord> keep, PassCounts counts)
    {
        List<Statement> also = [];
        if (lines.Count > 0) also.Add(PassDiary.Write(pass.Id, lines));
        if (keep.Count > 0) also.Add(PassDiary.Keep(pass.Connection, OutsideKind.Request, keep));
        if (lines.Count > 0) also.Add(SourcePasses.Count(pass.Id, SourceSync.Counts(lines, counts)));
        await SourceSync.Commit(session, work, also);
    }

    private static Task Write(Session session, OpenPass pass, List<PassLine> lines) =>
        lines.Count == 0 ? Task.CompletedTask : session.Write(PassDiary.Write(pass.Id, lines), SourcePasses.Count(pass.Id, SourceSync.Counts(lines, new PassCounts())));

    /// <summary>Somebody may change one of these requests at the same moment: then they are looked at again.</summary>
    internal static async Task Again(Func<Task> take)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await take();
                return;
            }
            catch (ConcurrencyException) when (attempt < MostTries)
            {
                // decided anew on what is there now
            }
        }
    }

    private static Task<Dictionary<string, (Guid Id, bool IsTaken)>> Same(Session session, string[] ids, CancellationToken stop) => ids.Length == 0 ? Task.FromResult(new Dictionary<string, (Guid, bool)>())
        : session.Read(SameSql, [SourcePasses.Text(Words.Of(RequestSource.Fluent)), new NpgsqlParameter<string[]> { TypedValue = ids }], async row =>
        {
            var same = new Dictionary<string, (Guid, bool)>();
            while (await row.ReadAsync(stop)) same[row.GetString(0)] = (row.GetGuid(1), row.GetBoolean(2));
            return same;
        }, stop);

    private static string? Domain(string email) => email.LastIndexOf('@') is > 0 and var at ? email[at..] : null;

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
