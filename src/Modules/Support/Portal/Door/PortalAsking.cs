using System.Net;
using Billing.EventStore;
using Billing.Web;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Support;

/// <summary>
/// How often links may be asked for: five times in a quarter of an hour under a mail address, twenty times from one address of the network. Counted before
/// anybody looks whether the address is known, so that the answer says nothing of that, and in a table, so that it holds over nodes. Whoever is stopped under
/// their own address has five links in their mailbox.
/// </summary>
internal sealed class PortalAsking(EventStore.EventStore store, TimeProvider time)
{
    /// <summary>Links under one mail address.</summary>
    public const int PerAddress = 5;

    /// <summary>Links from one address of the network.</summary>
    public const int PerSource = 20;

    private const string Count = """
        insert into support_portal_asking as a (tenant_id, bucket, times, since) select $1, bucket, 1, $4 from unnest(array[$2, $3]) as bucket order by bucket
        on conflict (tenant_id, bucket) do update set times = case when a.since > $5 then a.times + 1 else 1 end, since = case when a.since > $5 then a.since else $4 end
        returning bucket, times, since
        """;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Counts one; answers what to say when it is one too many.</summary>
    /// <param name="email">Where the link is to go.</param>
    /// <param name="source">From where it is asked for.</param>
    public async Task<Problem?> Take(string email, IPAddress? source)
    {
        var (now, mine) = (time.GetUtcNow(), Bucket("mail " + email.ToLowerInvariant()));
        var wait = await store.Open(Tenants.People, Actor.System).WriteAndRead(Count, [Text(mine), Text(Bucket($"from {(source?.IsIPv4MappedToIPv6 == true ? source.MapToIPv4() : source)}")), Moment(now), Moment(now - Window)], async row =>
        {
            TimeSpan? longest = null;
            while (await row.ReadAsync())
                if (row.GetInt32(1) > (row.GetString(0) == mine ? PerAddress : PerSource) && row.GetFieldValue<DateTimeOffset>(2) + Window - now is var rest && rest > (longest ?? TimeSpan.Zero)) longest = rest;
            return longest;
        });
        return wait is not { } left ? null : new Problem(429, "too-many-links", "Links were asked for too often. Look into your mailbox, or ask again later.") { Module = "support", RetryAfter = Math.Max(1, (int)Math.Ceiling(left.TotalSeconds)) };
    }

    private static string Bucket(string of) => new LinkSecret(of).Proof;

    private static NpgsqlParameter<string> Text(string text) => new() { TypedValue = text };

    private static NpgsqlParameter<DateTime> Moment(DateTimeOffset moment) => new() { TypedValue = moment.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}

/// <summary>Removes what lets nobody in any more, and counts that count no longer.</summary>
internal sealed class PortalSwept() : Job("support.portal_sweep", Recurrence.DailyAt(new TimeOnly(3, 47), TimeZoneInfo.Utc), perTenant: false)
{
    private static readonly (string Table, string Age, TimeSpan Kept)[] Tables =
        [("support_portal_links", "expires_at", TimeSpan.FromDays(30)), ("support_portal_sessions", "expires_at", TimeSpan.FromDays(30)), ("support_portal_asking", "since", TimeSpan.FromDays(1))];

    protected override async Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        foreach (var (table, age, kept) in Tables)
        {
            await using var some = work.Session.Store.Database.Daemon.CreateCommand($"delete from {table} where ctid in (select ctid from {table} where {age} < $1 limit 5000)");
            some.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = (work.At - kept).UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });
            while (await some.ExecuteNonQueryAsync(stop) > 0)
            {
            }
        }
    }
}
