using System.Text.Json;
using Billing.EventStore;
using NpgsqlTypes;

namespace Billing.Usage;

/// <summary>The limits that were set for subjects by themselves.</summary>
internal static class OwnLimits
{
    /// <summary>Of all subjects, or of one.</summary>
    public static Task<List<SubjectLimitRow>> Of(Session session, string? only, CancellationToken stop) => session.Read(
        "select id, subject, limits, version from usage_subject_limits where tenant_id = $1 and ($2::uuid is null or id = $2) order by subject",
        [new Npgsql.NpgsqlParameter { Value = only is null ? DBNull.Value : SubjectLimits.Id(only), NpgsqlDbType = NpgsqlDbType.Uuid }], async row =>
        {
            var rows = new List<SubjectLimitRow>();
            while (await row.ReadAsync(stop)) rows.Add(new SubjectLimitRow(row.GetGuid(0), row.GetString(1), JsonSerializer.Deserialize<List<OwnLimit>>(row.GetFieldValue<byte[]>(2), JsonSerializerOptions.Web)!, row.GetInt64(3)));
            return rows;
        }, stop);
}
