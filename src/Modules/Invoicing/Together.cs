using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Invoicing;

/// <summary>
/// Commands that are true on several streams at once, or on none: an invoice and its number, a payment and the invoices it pays. In this process they
/// take turns on one stream; a race that another node won is decided anew on what is there then.
/// </summary>
internal sealed class Together(Session session, CommandEdge edge)
{
    private const int Tries = 50;

    /// <summary>Decides and commits.</summary>
    /// <param name="turn">The stream that such commands take turns on.</param>
    /// <param name="decide">Decides on the streams of the attempt; gives the answer, or the problem or refusal that ends it.</param>
    /// <param name="stop">Ends the wait before the commit is sent.</param>
    public async Task<IResult> Decide(Guid turn, Func<Attempt, Task<Came>> decide, CancellationToken stop)
    {
        using var mine = await session.Turn(turn, stop);
        var fresh = false;
        for (var tries = 1; ; tries++)
        {
            var attempt = new Attempt(session.Begin(), fresh, stop);
            var came = await decide(attempt);
            if (came.Answer is not { } answer)
            {
                if (fresh) return came.Refusal is { } refusal ? edge.Refused(refusal) : came.Problem!;
                fresh = true; // a "no" must not rest on a remembered state: look again
                continue;
            }
            try
            {
                await attempt.Work.Commit(edge.Remember(answer));
                return edge.Kept(answer);
            }
            catch (ConcurrencyException) when (tries < Tries)
            {
                fresh = true;
            }
            catch (RowTakenException taken)
            {
                return await edge.Taken(taken, stop);
            }
        }
    }

    /// <summary>The problem of a caller who has seen another version than there is; null when all is well.</summary>
    public Problem? Stale<T>(Versioned<T> now, Func<Versioned<T>, object> view) => edge.Expected is { } seen && seen != now.Version ? Problems.Conflict(view(now)) : null;
}

/// <summary>One attempt at a command: what was loaded and decided so far.</summary>
internal sealed class Attempt(Work work, bool fresh, CancellationToken stop)
{
    public Work Work => work;

    public CancellationToken Stop => stop;

    /// <summary>A stream's state with what the attempt has decided so far.</summary>
    public Task<Versioned<T>> Load<T>(Guid id) where T : class, IAggregate<T> => work.Load<T>(id, stop, fresh);

    /// <summary>A stream's state as it is now: for what a decision reads and no version check guards, such as settings.</summary>
    public Task<Versioned<T>> LoadNow<T>(Guid id) where T : class, IAggregate<T> => work.Load<T>(id, stop, fresh: true);

    /// <summary>Decides on a stream, loading it first; the module that wanted an invoice is told when what it asks for has moved.</summary>
    /// <returns>The refusal, or null.</returns>
    public async Task<Refusal?> Decide<T, TEvent>(Guid id, Func<T, Decision<TEvent>> decide) where T : class, IAggregate<T>
    {
        var before = await Load<T>(id);
        if (work.Decide(id, decide) is { } refused) return refused;
        if (before.State is Invoice was && (await Load<T>(id)).State is Invoice now) await this.TellOf(was, now, new InvoiceId(id));
        return null;
    }
}

/// <summary>What came of an attempt: an answer, or why there is none.</summary>
internal readonly record struct Came(Answer? Answer, Problem? Problem, Refusal? Refusal)
{
    public static implicit operator Came(Answer answer) => new(answer, null, null);

    public static implicit operator Came(Problem problem) => new(null, problem, null);

    public static implicit operator Came(Refusal refusal) => new(null, null, refusal);
}
