using Billing.EventStore;
using Npgsql;

namespace Billing.Subscriptions;

/// <summary>A collection's time for a retry has come; or the client has another card.</summary>
/// <param name="NewCard">Whether it is for the card's sake.</param>
internal sealed record RetryDue(Guid Collection, bool NewCard)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "subscriptions.retry_due";
}

/// <summary>Tries one collection again, apart from all others.</summary>
internal sealed class When_a_retry_is_due(CollectionWork collections) : MessageHandler<RetryDue>(RetryDue.Message)
{
    public override async Task Handle(Message<RetryDue> message, Work work, CancellationToken stop)
    {
        var id = message.Body.Collection;
        var collection = (await work.Load<Collection>(id, stop, fresh: true)).State;
        if (!collection.IsBegun || await collections.Ground(work, collection.InvoiceId, collection.SubscriptionId, stop) is not { } ground) return;
        await collections.Decide(work, id, ground, state => message.Body.NewCard ? Collecting.TryNewCard(state, ground) : Collecting.Retry(state, ground), stop);
    }
}

/// <summary>Sees to it, every quarter of an hour, that collections whose morning has come are tried again.</summary>
internal sealed class CollectionDays() : Job("subscriptions.retries", Recurrence.Every(TimeSpan.FromMinutes(15)), perTenant: true)
{
    private const string Due = "select id from subscriptions_collections where tenant_id = $1 and next_at <= $2 order by next_at, id";

    protected override async Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        foreach (var id in await Ids(work.Session, Due, [new NpgsqlParameter<DateTimeOffset> { TypedValue = work.At }], stop)) work.Send(RetryDue.Message, new RetryDue(id, false));
    }

    internal static Task<List<Guid>> Ids(Session session, string sql, IReadOnlyList<NpgsqlParameter> values, CancellationToken stop) => session.Read(sql, values, async row =>
    {
        var found = new List<Guid>();
        while (await row.ReadAsync(stop)) found.Add(row.GetGuid(0));
        return found;
    }, stop);
}

/// <summary>A client has another card that is charged.</summary>
internal sealed record CardIsThere(Guid Client)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "subscriptions.card_is_there";
}

/// <summary>What could not be collected from a client is tried at once with the new card.</summary>
internal sealed class When_a_card_is_there() : MessageHandler<CardIsThere>(CardIsThere.Message)
{
    private const string Failed = "select id from subscriptions_collections where tenant_id = $1 and client_id = $2 and state in ('retrying', 'needsAction', 'exhausted') order by begun_at, id";

    public override async Task Handle(Message<CardIsThere> message, Work work, CancellationToken stop)
    {
        foreach (var id in await CollectionDays.Ids(work.Session, Failed, [new NpgsqlParameter<Guid> { TypedValue = message.Body.Client }], stop)) work.Send(RetryDue.Message, new RetryDue(id, true));
    }
}
