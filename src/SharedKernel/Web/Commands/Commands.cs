using Billing.EventStore;
using Microsoft.AspNetCore.Http;

namespace Billing.Web;

/// <summary>What a unique key that is taken means to people.</summary>
/// <param name="Constraint">The unique index of a read model.</param>
/// <param name="Refusal">What to say.</param>
public sealed record TakenRow(string Constraint, Refusal Refusal);

/// <summary>The edge that every slice shares: load, decide, append, answer. One translator from <see cref="Outcome{T}"/> to HTTP.</summary>
/// <typeparam name="T">The aggregate commanded.</typeparam>
public sealed class Commands<T>(Streams<T> streams, CommandEdge edge) where T : class, IAggregate<T>
{
    /// <summary>The streams behind it.</summary>
    public Streams<T> Streams { get; } = streams;

    /// <summary>Decides on an existing stream; answers 200 with the view and its version, 404, 409 with the view as it stands, or 422.</summary>
    /// <param name="id">The stream.</param>
    /// <param name="decide">Pure.</param>
    /// <param name="view">What the answer shows of the state after it.</param>
    /// <param name="stop">Ends the wait before the commit is sent.</param>
    /// <param name="expected">The version seen, where the body names it; otherwise <c>If-Match</c> does.</param>
    public Task<IResult> Decide<TEvent>(Guid id, Func<T, Decision<TEvent>> decide, Func<Versioned<T>, object> view, CancellationToken stop, long? expected = null) =>
        Run(id, decide, view, null, opens: false, stop, expected: expected);

    /// <summary>Decides on a stream that begins with its first command, such as settings; answers 200, 409 or 422.</summary>
    public Task<IResult> DecideOrStart<TEvent>(Guid id, Func<T, Decision<TEvent>> decide, Func<Versioned<T>, object> view, CancellationToken stop) =>
        Run(id, decide, view, null, opens: true, stop);

    /// <summary>Starts a stream; answers 201 with the view, its version and where it is.</summary>
    /// <param name="location">The new thing's address.</param>
    /// <param name="race">A unique key whose taking is a lost race that the caller decides anew.</param>
    /// <exception cref="RowTakenException">The key named by <paramref name="race"/> is taken.</exception>
    public Task<IResult> Start<TEvent>(Guid id, Func<T, Decision<TEvent>> decide, Func<Versioned<T>, object> view, string location, CancellationToken stop, string? race = null) =>
        Run(id, decide, view, location, opens: true, stop, race);

    private async Task<IResult> Run<TEvent>(Guid id, Func<T, Decision<TEvent>> decide, Func<Versioned<T>, object> view, string? location, bool opens, CancellationToken stop, string? race = null, long? expected = null)
    {
        Answer? answer = null;
        try
        {
            var outcome = await Streams.Decide(id, decide, stop, location is null ? expected ?? edge.Expected : null, opens, now =>
            {
                answer = Answer.Of(view(now), now.Version, location is null ? 200 : 201, location);
                return edge.Remember(answer);
            });
            return outcome.Kind switch
            {
                OutcomeKind.Accepted => edge.Kept(answer!),
                OutcomeKind.Refused => edge.Refused(outcome.Refusal!),
                OutcomeKind.Stale => Problems.Conflict(view(outcome.Now)),
                _ => Problems.NotFound,
            };
        }
        catch (RowTakenException taken) when (taken.Constraint != race)
        {
            return await edge.Taken(taken, stop);
        }
    }
}

/// <summary>What of the request concerns every command: the version seen, the idempotency key, the module that answers.</summary>
public sealed class CommandEdge(IHttpContextAccessor http, Session session, IEnumerable<TakenRow> takenRows)
{
    private HttpContext Context => http.HttpContext!;

    /// <summary>The version the caller has seen (<c>If-Match</c>); null when not named.</summary>
    public long? Expected => IfMatch.Of(Context.Request);

    /// <summary>What to store with the effect so that the same key gets the same answer; null without a key.</summary>
    public RememberedAnswer? Remember(Answer answer) => Context.Features.Get<IdempotencyKey>() is { } key ? answer.Remembered(key) : null;

    /// <summary>Commits work on several streams and answers; a lost race is a 409, a taken key its refusal.</summary>
    public async Task<IResult> Commit(Work work, Answer answer, CancellationToken stop)
    {
        try
        {
            await work.Commit(Remember(answer));
            return Kept(answer);
        }
        catch (ConcurrencyException)
        {
            return Problems.Conflict();
        }
        catch (RowTakenException taken)
        {
            return await Taken(taken, stop);
        }
    }

    /// <summary>Commits what was decided about many things that others may be at, such as the lines of a file, and answers.</summary>
    /// <param name="work">What was decided.</param>
    /// <param name="answer">What is answered when it stands.</param>
    /// <param name="attempt">Counted from 1; the fifth is the last.</param>
    /// <param name="stop">Ends the wait before the commit is sent.</param>
    /// <returns>Null when somebody else was faster: look again at what is there now, and decide anew.</returns>
    public async Task<IResult?> CommitUnlessLost(Work work, Answer answer, int attempt, CancellationToken stop)
    {
        try
        {
            await work.Commit(Remember(answer));
            return Kept(answer);
        }
        catch (Exception lost) when (attempt < 5 && lost is ConcurrencyException or RowTakenException { Constraint: not "pk_idempotency_keys" })
        {
            return null;
        }
        catch (RowTakenException taken)
        {
            return await Taken(taken, stop);
        }
    }

    /// <summary>A refusal in the name of the endpoint's module.</summary>
    public Problem Refused(Refusal refusal) => Problem.From(refusal, Context.GetEndpoint()?.Metadata.GetMetadata<ModuleName>()?.Name ?? "kernel");

    /// <summary>The answer, noted as stored with its effect.</summary>
    public Answer Kept(Answer answer)
    {
        if (Context.Features.Get<IdempotencyKey>() is { } key) key.Remembered = true;
        return answer;
    }

    /// <summary>What a taken key means: the twin's answer for an idempotency key, a refusal for a known one.</summary>
    public async Task<IResult> Taken(RowTakenException taken, CancellationToken stop)
    {
        if (taken.Constraint == "pk_idempotency_keys" && Context.Features.Get<IdempotencyKey>() is { } key)
        {
            key.Remembered = true; // by the twin that won
            return await Idempotency.Earlier(session, key, stop) ?? throw taken;
        }
        return takenRows.FirstOrDefault(t => t.Constraint == taken.Constraint) is { } known ? Refused(known.Refusal) : throw taken;
    }
}
