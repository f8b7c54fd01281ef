using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>Holds the audit trails against the log, and gives anchors of them.</summary>
public sealed class AuditTrail(EventStore store)
{
    private const int MostFindings = 1_000;

    private const string Both = $"""
        with entered as (select coalesce(max(last_seq_id), 0) as upto from mt_event_progression where name = '{AuditKeeper.ProgressionName}')
        select t.tenant_id, t.number, t.seq_id, t.event_id, t.hash, {AuditLink.Columns}
        from (select * from mt_events where seq_id <= (select upto from entered) and ($1::text is null or tenant_id = $1)) e
        full join (select tenant_id, number, seq_id, event_id, hash from audit_trail where $1::text is null or tenant_id = $1) t on t.seq_id = e.seq_id
        order by coalesce(t.seq_id, e.seq_id)
        """;

    private const string Head = "select number, hash from audit_trail where tenant_id = $1 order by number desc limit 1";

    private const string Entry = "select hash from audit_trail where tenant_id = $1 and number = $2";

    /// <summary>Reads every entry and every event, as far as they were entered, once and in the order of the log.</summary>
    /// <param name="tenant">Whose trail; null for all.</param>
    /// <param name="anchor">Is held against the trail as well.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<AuditVerification> Verify(TenantId? tenant, AuditAnchor? anchor, CancellationToken stop)
    {
        var seen = new Seen();
        await using (var connection = await store.Database.Daemon.OpenConnectionAsync(stop))
        await using (var command = Command(connection, null, Both, Text(tenant?.Value)))
        await using (var reader = await command.ExecuteReaderAsync(stop))
            while (await reader.ReadAsync(stop)) seen.Look(reader);
        List<AuditFinding> findings = [.. seen.Findings()];
        if (anchor is not null) findings.AddRange(await Hold(anchor, stop));
        return new AuditVerification(seen.Entries, [.. findings.Take(MostFindings)]);
    }

    /// <summary>The trail as it stands, for an auditor to keep; null while nothing was entered.</summary>
    public async Task<AuditAnchor?> Anchor(TenantId tenant, CancellationToken stop)
    {
        var head = await List(store.Database.Daemon, Head, reader => (Number: reader.GetInt64(0), Hash: Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(1))), stop, Text(tenant.Value));
        if (head is not [var (number, hash)]) return null;
        var anchor = new AuditAnchor(tenant.Value, number, hash, store.Now(), "");
        return anchor with { Signature = Sign(anchor) };
    }

    private async Task<IEnumerable<AuditFinding>> Hold(AuditAnchor anchor, CancellationToken stop)
    {
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(anchor)), Encoding.UTF8.GetBytes(anchor.Signature))) return [Fault(AuditFault.ForgedAnchor)];
        var hash = await Ask(store.Database.Daemon, Entry, stop, Text(anchor.Organisation), Number(anchor.Number)) as byte[];
        return hash is not null && Convert.ToHexStringLower(hash) == anchor.Hash ? [] : [Fault(AuditFault.NotAsAnchored)];

        AuditFinding Fault(AuditFault fault) => new(new TenantId(anchor.Organisation), fault, anchor.Number, 0, Guid.Empty);
    }

    private string Sign(AuditAnchor anchor) => Convert.ToHexStringLower(HMACSHA256.HashData(
        store.TenantKeys.Newest(new TenantId(anchor.Organisation)).Secret,
        Sealed.Place("audit anchor", anchor.Organisation, anchor.Number.ToString(CultureInfo.InvariantCulture), anchor.Hash, anchor.At.ToString("O", CultureInfo.InvariantCulture))));

    /// <summary>One pass over log and trails side by side.</summary>
    private sealed class Seen
    {
        private readonly AuditLink _link = new();
        private readonly Dictionary<TenantId, (long Number, byte[] Hash)> _heads = [];
        private readonly List<(AuditFinding Finding, Guid Entered)> _findings = [];

        public long Entries { get; private set; }

        public void Look(NpgsqlDataReader reader)
        {
            var (entered, there) = (!reader.IsDBNull(0), !reader.IsDBNull(5));
            if (!entered)
            {
                Found(new TenantId(reader.GetString(7)), AuditFault.Inserted, null, reader.GetInt64(5), reader.GetGuid(6), Guid.Empty);
                return;
            }
            var (tenant, number, sequence, id, hash) = (new TenantId(reader.GetString(0)), reader.GetInt64(1), reader.GetInt64(2), reader.GetGuid(3), reader.GetFieldValue<byte[]>(4));
            var before = _heads.TryGetValue(tenant, out var head) ? head : (Number: 0, Hash: AuditLink.Beginning(tenant));
            _heads[tenant] = (number, hash);
            Entries++;
            var follows = number == before.Number + 1;
            if (!follows) Found(tenant, AuditFault.EntryMissing, before.Number + 1, 0, Guid.Empty, Guid.Empty);
            if (!there) Found(tenant, AuditFault.Missing, number, sequence, id, id);
            else if (reader.GetGuid(6) != id) Found(tenant, AuditFault.Changed, number, sequence, reader.GetGuid(6), id);
            else if (follows && !_link.Hash(before.Hash, reader, 5).AsSpan().SequenceEqual(hash)) Found(tenant, AuditFault.Changed, number, sequence, id, id);
        }

        /// <summary>An event found where it was not entered, and entered where it was not found, has been moved.</summary>
        public IEnumerable<AuditFinding> Findings()
        {
            var entered = _findings.Select(f => f.Entered).Where(id => id != Guid.Empty).ToHashSet();
            return _findings.Select(f => f.Finding.Event != Guid.Empty && f.Finding.Event != f.Entered && entered.Contains(f.Finding.Event) ? f.Finding with { Fault = AuditFault.Reordered } : f.Finding);
        }

        private void Found(TenantId tenant, AuditFault fault, long? number, long sequence, Guid id, Guid entered)
        {
            if (_findings.Count < 2 * MostFindings) _findings.Add((new AuditFinding(tenant, fault, number, sequence, id), entered));
        }
    }
}
