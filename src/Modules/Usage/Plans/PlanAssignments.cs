using System.Text.Json;
using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Usage;

/// <summary>Who is billed by which plan.</summary>
internal static class PlanAssignments
{
    private const string Columns = "select s.id, s.subject, s.plans, s.version from usage_subject_plans s where s.tenant_id = $1";

    /// <summary>All subjects that have a plan, or had one.</summary>
    public static Task<List<SubjectRow>> All(Session session, CancellationToken stop) => session.Read($"{Columns} order by s.subject", [], reader => Rows(reader, stop), stop);

    /// <summary>The subjects that have this plan, or had it.</summary>
    public static Task<List<SubjectRow>> OfPlan(Session session, Guid plan, CancellationToken stop) =>
        session.Read($"{Columns} and s.plans @> $2 order by s.subject", [new NpgsqlParameter { Value = $"[{{\"planId\":\"{plan}\"}}]", NpgsqlDbType = NpgsqlDbType.Jsonb }], reader => Rows(reader, stop), stop);

    /// <summary>The plans of a subject; null when it never had one.</summary>
    public static async Task<SubjectRow?> Of(Session session, string subject, CancellationToken stop) =>
        (await session.Read($"{Columns} and s.id = $2", [new NpgsqlParameter<Guid> { TypedValue = Subject.Id(subject) }], reader => Rows(reader, stop), stop)).SingleOrDefault();

    /// <summary>How many have each plan on a day, or will.</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> Counts(Session session, DateOnly day, CancellationToken stop) => await session.Read(
        """
        select (plan ->> 'planId')::uuid, count(*)::int from usage_subject_plans s, jsonb_array_elements(s.plans) plan
        where s.tenant_id = $1 and coalesce((plan ->> 'through')::date, 'infinity') >= $2 group by 1
        """, [new NpgsqlParameter<DateOnly> { TypedValue = day }], async reader =>
        {
            var counts = new Dictionary<Guid, int>();
            while (await reader.ReadAsync(stop)) counts.Add(reader.GetGuid(0), reader.GetInt32(1));
            return counts;
        }, stop);

    private static async Task<List<SubjectRow>> Rows(NpgsqlDataReader reader, CancellationToken stop)
    {
        var rows = new List<SubjectRow>();
        while (await reader.ReadAsync(stop))
            rows.Add(new SubjectRow(reader.GetGuid(0), reader.GetString(1), JsonSerializer.Deserialize<List<PlanAssignment>>(reader.GetFieldValue<byte[]>(2), JsonSerializerOptions.Web)!, reader.GetInt64(3)));
        return rows;
    }
}
