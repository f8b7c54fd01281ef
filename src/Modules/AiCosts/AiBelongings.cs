using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>AI costs in a parcel: records, what was read, how far, the price book, what charges are made of, and who was forgotten. Accounts are in the log; their credentials and the diary of readings do not go along.</summary>
internal static class AiBelongings
{
    private const string Known = "(l ->> 'account_id')::uuid in (select id from ai_accounts where tenant_id = $1)";

    public static Belonging Usage { get; } = Table("aicosts.usage", "ai_usage", "account_id, report, start_at, id", Known);

    public static Belonging Buckets { get; } = Table("aicosts.buckets", "ai_buckets", "account_id, report, start_at, minutes", Known);

    public static Belonging Reports { get; } = Table("aicosts.reports", "ai_reports", "account_id, report", Known);

    public static Belonging Prices { get; } = Table("aicosts.prices", "ai_prices", "id", "true");

    public static Belonging Charged { get; } = Table("aicosts.charged_usage", "ai_charged_usage", "charge_id, place", "(l ->> 'charge_id')::uuid in (select id from ai_charges where tenant_id = $1)");

    public static Belonging Forgotten { get; } = Table("aicosts.forgotten", "ai_forgotten", "digest", "true");

    private static Belonging Table(string name, string table, string order, string makesSense) => new(
        name,
        $"select (to_jsonb(t) - 'tenant_id')::text from {table} t where tenant_id = $1 order by {order}",
        $"insert into {table} select (jsonb_populate_record(null::{table}, l || jsonb_build_object('tenant_id', $1::varchar))).* from unnest($2) l where {makesSense}");
}
