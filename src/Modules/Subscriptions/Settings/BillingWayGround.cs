using Billing.EventStore;
using Npgsql;

namespace Billing.Subscriptions;

/// <summary>What it depends on whether another one bills from now on.</summary>
/// <param name="Connected">Whether there is a key, with which Stripe is asked.</param>
/// <param name="Ours">How many subscriptions go on that we bill.</param>
/// <param name="Theirs">How many go on that Stripe bills.</param>
internal sealed record BillingWayGround(bool Connected, long Ours, long Theirs)
{
    private const string GoOn = """
        select (select count(*) from subscriptions_subscriptions s where s.tenant_id = $1 and s.canceled_at is null),
               (select count(*) from subscriptions_mirrored m where m.tenant_id = $1 and m.status <> 'canceled')
        """;

    // Behind the events of its commit each waits for whoever was before it, and the statement behind that sees what that one committed, on whichever node.
    private const string WithOthers = "select pg_advisory_xact_lock_shared(hashtextextended($1, 70))";
    private const string Alone = "select pg_advisory_xact_lock(hashtextextended($1, 70))";
    private const string Unchanged = "select version_conflict($1, $2, $3) where $3 <> coalesce((select m.version from mt_streams m where m.tenant_id = $1 and m.id = $2), 0)";
    private const string NoneOfOurs = "select version_conflict($1, $2, 0) where exists (select from subscriptions_subscriptions s where s.tenant_id = $1 and s.canceled_at is null)";
    private const string NoneOfTheirs = "select version_conflict($1, $2, 0) where exists (select from subscriptions_mirrored m where m.tenant_id = $1 and m.status <> 'canceled')";

    /// <summary>Has a subscription begin only while settings stay as they were seen: else the work loses its race, and is decided anew.</summary>
    /// <param name="work">That begins it.</param>
    /// <param name="version">Of the settings that were seen.</param>
    public static void Begins(Work work, long version)
    {
        work.Also(new Statement(WithOthers));
        work.Also(new Statement(Unchanged, new NpgsqlParameter<Guid> { TypedValue = SubscriptionSettings.Id }, new NpgsqlParameter<long> { TypedValue = version }));
    }

    /// <summary>Has another one bill only if nothing of the way before has begun meanwhile: else the work loses its race, and is decided anew.</summary>
    public static void Turns(Work work, BillingWay way)
    {
        work.Also(new Statement(Alone));
        work.Also(new Statement(way == BillingWay.StripeBills ? NoneOfOurs : NoneOfTheirs, new NpgsqlParameter<Guid> { TypedValue = SubscriptionSettings.Id }));
    }

    /// <summary>As it is now.</summary>
    public static Task<BillingWayGround> Of(Session session, StripeConnections connections, CancellationToken stop) => session.Read(GoOn, [], async reader =>
    {
        await reader.ReadAsync(stop);
        return new BillingWayGround(connections.AccountOf(session.Tenant) is not null, reader.GetInt64(0), reader.GetInt64(1));
    }, stop);

    /// <summary>Why that one does not bill from now on, or null.</summary>
    public Refusal? Refused(BillingWay way) => way switch
    {
        BillingWay.StripeBills when !Connected => No.NotConnected,
        BillingWay.StripeBills when Ours > 0 => No.OursGoOn(Ours),
        BillingWay.WeBill when Theirs > 0 => No.TheirsGoOn(Theirs),
        _ => null,
    };

    private static class No
    {
        public static readonly Refusal NotConnected = new("stripe-not-asked", "There is no key by which Stripe is asked. Its operator sets Stripe__SecretKey.");
        public static Refusal OursGoOn(long count) => new Refusal("our-subscriptions-go-on", $"{count} {(count == 1 ? "subscription goes" : "subscriptions go")} on that we bill. Cancel them first, or nobody would bill them.").With("count", count);
        public static Refusal TheirsGoOn(long count) => new Refusal("stripe-subscriptions-go-on", $"{count} {(count == 1 ? "subscription goes" : "subscriptions go")} on that Stripe bills. Cancel them there first, or they would be billed and not shown.").With("count", count);
    }
}
