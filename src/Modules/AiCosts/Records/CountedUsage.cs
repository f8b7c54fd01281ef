namespace Billing.AiCosts;

/// <summary>
/// Which records count. Reported money wins: on a day of an account on which its provider tells money, what the price book makes of the tokens only stands beside it. What was written down by
/// hand counts besides. Money from a file counts as long as the provider itself tells none of that day; beside it, what was computed of other sources does not count. A guess never counts, and nothing of an account that only says who spent.
/// </summary>
internal static class CountedUsage
{
    /// <summary>Records from <c>$2</c> on and before <c>$3</c> with their account and day, and whether their money and their tokens count.</summary>
    public const string Sql = """
        with told as (
            select u.*, a.provider, a.name as account_name, a.role, a.tags, (u.start_at at time zone 'UTC')::date as day
            from ai_usage u join ai_accounts a on a.tenant_id = u.tenant_id and a.id = u.account_id
            where u.tenant_id = $1 and u.withdrawn_at is null and u.start_at >= $2 and u.start_at < $3),
        money_days as (
            select account_id, day, bool_or(source = 'api') as by_provider, bool_or(basis = 'reported') as is_reported
            from told where basis = 'reported' or (basis = 'manual' and source = 'file') group by account_id, day),
        counted as (
            select t.*, t.source = 'file' and coalesce(m.by_provider, false) as is_double,
                   t.role = 'money' and (
                       (t.basis in ('reported', 'manual') and not (t.source = 'file' and m.by_provider))
                       or (t.basis = 'computed' and (m.day is null or (t.source = 'file' and not m.is_reported)))) as is_money,
                   t.basis <> 'estimated' and t.role = 'money' as is_use
            from told t left join money_days m on m.account_id = t.account_id and m.day = t.day)
        """;

    /// <summary>All that was read, however.</summary>
    public const string InputTokens = "input + cache_read + cache_write5m + cache_write1h + cache_write + audio_input + cached_audio_input + image_input + cached_image_input";

    /// <summary>All that was made.</summary>
    public const string OutputTokens = "output + audio_output + image_output";
}
