using System.Globalization;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
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
        foreach (var id in await Ids(work.Session, Due, [new NpgsqlParameter<DateTimeOffset> { TypedValue = work.At }], stop)) work.Send(RetryDue.Message, new RetryDue(id, false), key: string.Create(CultureInfo.InvariantCulture, $"{id}/{work.At.UtcDateTime:yyyy-MM-dd HH}"));
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

/// <summary>An invoice of a subscription asks for money, and its client has a card by now.</summary>
internal sealed record InvoiceAsks(Guid Invoice, Guid Subscription)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "subscriptions.invoice_asks";
}

/// <summary>What could not be collected from a client is tried at once with the new card; and what was issued while there was none is collected from now on.</summary>
internal sealed class When_a_card_is_there(IInvoicing invoicing) : MessageHandler<CardIsThere>(CardIsThere.Message)
{
    private const string Failed = "select id from subscriptions_collections where tenant_id = $1 and client_id = any ($2) and state in ('underWay', 'retrying', 'needsAction', 'exhausted') order by begun_at, id";

    public override async Task Handle(Message<CardIsThere> message, Work work, CancellationToken stop)
    {
        var client = message.Body.Client;
        Guid[] clients = [client, .. (await invoicing.Merged(work.Session, stop)).Where(one => one.Value == client).Select(one => one.Key)];
        foreach (var id in await CollectionDays.Ids(work.Session, Failed, [new NpgsqlParameter<Guid[]> { TypedValue = clients }], stop)) work.Send(RetryDue.Message, new RetryDue(id, true));
        foreach (var asking in await invoicing.Asking(work.Session, SubscriptionFact.Module, client, stop))
            if (Guid.TryParse(asking.Series, out var subscription)) work.Send(InvoiceAsks.Message, new InvoiceAsks(asking.InvoiceId, subscription));
    }
}

/// <summary>Collects an invoice that was issued before its client had a card, apart from all others; one that was begun goes its own way.</summary>
internal sealed class When_an_invoice_asks(CollectionWork collections) : MessageHandler<InvoiceAsks>(InvoiceAsks.Message)
{
    public override async Task Handle(Message<InvoiceAsks> message, Work work, CancellationToken stop)
    {
        var id = Collection.Of(message.Body.Invoice);
        if ((await work.Load<Collection>(id, stop, fresh: true)).Exists || await collections.Ground(work, message.Body.Invoice, new(message.Body.Subscription), stop) is not { } ground) return;
        await collections.Decide(work, id, ground, collection => Collecting.BeginLate(collection, ground), stop);
    }
}
