using Billing.EventStore;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>Since when providers do not answer, account by account. What lies between two tries nobody knows: an outage is as long as from the first try that failed to the last.</summary>
internal static class AiOutages
{
    private const string FailedSql = "insert into ai_outages (tenant_id, account_id, since, asked_at) values ($1, $2, $3, $3) on conflict (tenant_id, account_id) do update set asked_at = excluded.asked_at";

    private const string OverSql = "delete from ai_outages where tenant_id = $1 and account_id = $2";

    /// <summary>It was asked in vain.</summary>
    public static Statement Failed(Guid account, DateTimeOffset at) => new(FailedSql, new NpgsqlParameter<Guid> { TypedValue = account }, AiUsageStatements.Moment(at));

    /// <summary>It has answered, whatever it said.</summary>
    public static Statement Over(Guid account) => new(OverSql, new NpgsqlParameter<Guid> { TypedValue = account });

    /// <summary>What one try brought.</summary>
    public static Statement After(Guid account, AiReadStopped stopped, DateTimeOffset at) => stopped.Code == AiTrouble.ProviderDown ? Failed(account, at) : Over(account);
}
