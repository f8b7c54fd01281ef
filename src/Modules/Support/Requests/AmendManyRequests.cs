using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>Up to a hundred requests are to be like this: those named, or else those that the filter of the address finds. Each stands for itself.</summary>
/// <param name="Ids">Which; left out: those of the filter.</param>
/// <param name="Change">What changes of each; left out: nothing.</param>
/// <param name="Status">Whether each counts; left out: as it is.</param>
internal sealed record AmendManyRequests(IReadOnlyList<RequestId>? Ids = null, AmendRequest? Change = null, RequestStatus? Status = null)
{
    private const int Most = 100;

    private static readonly Refusal TooMany = new Refusal("too-many-requests-at-once", "The filter finds more than 100 requests. Narrow it, or name the requests.").With("most", Most);

    private Decision<SupportRequestEvent> Decide(SupportRequest now, SupportTerms terms)
    {
        var changed = Change?.Decide(now, terms) ?? Decision.Nothing;
        if (changed.Refusal is not null || Status is null) return changed;
        var counted = Status switch
        {
            RequestStatus.Archived => PutRequestAway.Archive(now),
            RequestStatus.Ignored => PutRequestAway.Ignore(now),
            _ => PutRequestAway.Restore(now),
        };
        return counted.Refusal is not null ? counted : new List<SupportRequestEvent>([.. changed.Events, .. counted.Events]);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/support/requests/bulk", async ([FromBody] AmendManyRequests command, [AsParameters] RequestFilter filter, Session session, IInvoicing invoicing, Streams<SupportTerms> terms, CommandEdge edge, CancellationToken stop) =>
        {
            if (command.Ids is { Count: 0 or > Most }) return Problems.BadRequest(new Fault("/ids", $"Name 1 to {Most} requests at once."));
            var agreed = (await terms.Peek(SupportTerms.Id, stop)).State;
            if (filter.Query(out var query, agreed) is { } unclear) return unclear;
            if (command.Change?.ClientId is { } named)
            {
                if (await invoicing.Client(session, named, stop) is not { } client) return edge.Refused(ClientNo.Unknown);
                command = command with { Change = command.Change with { ClientId = client.Id } };
            }
            List<Guid> ids = command.Ids is { } chosen ? [.. chosen.Select(id => id.Value).Distinct()] : await ListRequests.Ids(session, query, Most + 1, stop);
            if (ids.Count > Most) return edge.Refused(TooMany);
            for (var attempt = 1; ; attempt++)
            {
                var work = session.Begin();
                await work.LoadMany<SupportRequest>(ids, stop);
                var items = await command.Decide(work, session, invoicing, agreed, edge, ids, stop);
                var answer = Answer.Of(new AmendedMany(items.Count(one => one.Problem is null), items.Count(one => one.Problem is not null), items));
                try
                {
                    await work.Commit(edge.Remember(answer));
                    return edge.Kept(answer);
                }
                catch (ConcurrencyException) when (attempt < 10)
                {
                    // decided anew on what is there now
                }
                catch (RowTakenException taken)
                {
                    return await edge.Taken(taken, stop);
                }
            }
        })
        .Produces<AmendedMany>().Requires(Permission.KeepSupport).WithSummary("Amend up to 100 support requests, by ids or by the filter of the list; each stands for itself");

    private async Task<List<AmendedOne>> Decide(Work work, Session session, IInvoicing invoicing, SupportTerms terms, CommandEdge edge, List<Guid> ids, CancellationToken stop)
    {
        var items = new List<AmendedOne>();
        foreach (var id in ids)
        {
            var before = await work.Load<SupportRequest>(id, stop);
            if (!before.Exists) items.Add(new(new(id), null, Problems.NotFound));
            else if (work.Decide<SupportRequest, SupportRequestEvent>(id, now => Decide(now, terms)) is { } refused) items.Add(new(new(id), null, edge.Refused(refused)));
            else items.Add(new(new(id), RequestCard.Of(new(id), await work.Load<SupportRequest>(id, stop), terms, null), null));
        }
        var billed = await BilledClose.Of(session, invoicing, work.Opened<SupportRequest>().Select(one => one.State.Close), stop);
        var closes = work.Opened<SupportRequest>().ToDictionary(one => one.Id, one => one.State.Close);
        return [.. items.Select(one => one.Problem is { Code: RequestNo.LockedCode } locked ? one with { Problem = RequestDesk.Locked(locked, billed[closes[one.Id.Value]!]) } : one)];
    }
}

/// <summary>What came of many requests.</summary>
/// <param name="Amended">How many are as they were to be.</param>
/// <param name="Refused">How many are not; each says why.</param>
internal sealed record AmendedMany(int Amended, int Refused, IReadOnlyList<AmendedOne> Items);

/// <summary>What came of one: the request as it is now, or why it stayed.</summary>
internal sealed record AmendedOne(RequestId Id, RequestCard? Request, Problem? Problem);
