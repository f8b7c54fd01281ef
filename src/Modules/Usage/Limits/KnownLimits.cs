using System.Collections.Concurrent;
using System.Text.Json;
using Billing.EventStore;
using Npgsql;

namespace Billing.Usage;

/// <summary>The rows that say which limits hold for a subject.</summary>
/// <param name="Plans">The plans it has; null without any.</param>
/// <param name="Own">The limits that were set for it by itself; null without any.</param>
internal sealed record LimitedSubject(SubjectRow? Plans, SubjectLimitRow? Own)
{
    public static readonly LimitedSubject None = new(null, null);
}

/// <summary>The limits of each organisation in this process, read again after a moment: a limit that is set holds for the intake of every node within two seconds.</summary>
internal sealed class KnownLimits(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);

    private const string Rows = """
        select 'plans', id, subject, plans, version from usage_subject_plans where tenant_id = $1 and id = any ($2)
        union all select 'own', id, subject, limits, version from usage_subject_limits where tenant_id = $1 and id = any ($2)
        """;

    private const string Some = "select exists (select from usage_subject_limits where tenant_id = $1)";

    private readonly ConcurrentDictionary<TenantId, KnownPlans> _plans = new();
    private readonly ConcurrentDictionary<(TenantId, string), (LimitedSubject Subject, long Read)> _subjects = new();

    /// <summary>The limits that hold for a subject on a day, as they are now.</summary>
    public async Task<IReadOnlyList<HeldLimit>> Now(Session session, string subject, DateOnly day, CancellationToken stop)
    {
        var limited = (await Read(session, [subject], stop)).GetValueOrDefault(subject, LimitedSubject.None);
        return [.. HeldLimit.Of(limited.Plans, limited.Own, await For(session, [limited], stop), day)];
    }

    /// <summary>What limits each of these subjects, as it was a moment ago; empty where the organisation limits nothing.</summary>
    public async Task<(IReadOnlyDictionary<string, LimitedSubject> Subjects, IReadOnlyDictionary<Guid, PlanRow> Plans)> AMomentAgo(Session session, IReadOnlyCollection<string> subjects, CancellationToken stop)
    {
        var known = await Known(session, stop);
        if (!known.Limits) return (new Dictionary<string, LimitedSubject>(), known.Plans);
        var found = new Dictionary<string, LimitedSubject>(StringComparer.Ordinal);
        List<string> unread = [];
        foreach (var subject in subjects)
            if (_subjects.TryGetValue((session.Tenant, subject), out var one) && time.GetElapsedTime(one.Read) < Kept) found[subject] = one.Subject;
            else unread.Add(subject);
        if (unread.Count > 0)
        {
            var read = time.GetTimestamp();
            var rows = await Read(session, unread, stop);
            if (_subjects.Count > 200_000) _subjects.Clear(); // they are asked for again
            foreach (var subject in unread) _subjects[(session.Tenant, subject)] = (found[subject] = rows.GetValueOrDefault(subject, LimitedSubject.None), read);
        }
        return (found, await For(session, found.Values, stop));
    }

    /// <summary>The plans, read again when a subject has one that is not among them.</summary>
    private async Task<IReadOnlyDictionary<Guid, PlanRow>> For(Session session, IEnumerable<LimitedSubject> subjects, CancellationToken stop)
    {
        var known = (await Known(session, stop)).Plans;
        return subjects.All(one => one.Plans is null || one.Plans.Plans.All(plan => known.ContainsKey(plan.PlanId))) ? known : (await Learn(session, stop)).Plans;
    }

    private async Task<KnownPlans> Known(Session session, CancellationToken stop) =>
        _plans.TryGetValue(session.Tenant, out var known) && time.GetElapsedTime(known.Read) < Kept ? known : await Learn(session, stop);

    private async Task<KnownPlans> Learn(Session session, CancellationToken stop)
    {
        var read = time.GetTimestamp();
        var plans = (await ListPlans.All(session, stop)).ToDictionary(plan => plan.Id);
        var limits = plans.Values.Any(plan => plan.Versions.Any(version => version.Terms.Limits.Count > 0)) || await session.Read(Some, [], async row => await row.ReadAsync(stop) && row.GetBoolean(0), stop);
        return _plans[session.Tenant] = new KnownPlans(plans, limits, read);
    }

    private static Task<Dictionary<string, LimitedSubject>> Read(Session session, IReadOnlyCollection<string> subjects, CancellationToken stop) => session.Read(
        Rows, [new NpgsqlParameter<Guid[]> { TypedValue = [.. subjects.SelectMany(subject => new[] { Subject.Id(subject), SubjectLimits.Id(subject) })] }], async row =>
        {
            var found = new Dictionary<string, LimitedSubject>(StringComparer.Ordinal);
            while (await row.ReadAsync(stop))
            {
                var (name, body) = (row.GetString(2), row.GetFieldValue<byte[]>(3));
                var before = found.GetValueOrDefault(name, LimitedSubject.None);
                found[name] = row.GetString(0) == "plans"
                    ? before with { Plans = new SubjectRow(row.GetGuid(1), name, JsonSerializer.Deserialize<List<PlanAssignment>>(body, JsonSerializerOptions.Web)!, row.GetInt64(4)) }
                    : before with { Own = new SubjectLimitRow(row.GetGuid(1), name, JsonSerializer.Deserialize<List<OwnLimit>>(body, JsonSerializerOptions.Web)!, row.GetInt64(4)) };
            }
            return found;
        }, stop);

    private sealed record KnownPlans(IReadOnlyDictionary<Guid, PlanRow> Plans, bool Limits, long Read);
}
