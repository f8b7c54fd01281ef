using System.Collections.Concurrent;
using System.Globalization;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Identity;

/// <summary>
/// Slows down those who guess, and nobody else. Five failures in fifteen minutes end the tries of one address at one account; twenty, those of an address at
/// all accounts. Twenty at one account from wherever leave one try to each address that its owner never came from: so whoever guesses from many addresses is
/// slow, and the owner gets in from everywhere. Counted in a table, so it holds over nodes and restarts.
/// </summary>
internal sealed class Throttle(EventStore.EventStore store, TimeProvider time)
{
    private const string Counts = """
        select coalesce(max(failures) filter (where bucket = $2), 0), coalesce(max(failures) filter (where bucket = $3), 0), coalesce(max(failures) filter (where bucket = $4), 0),
               min(since) filter (where bucket = $2), min(since) filter (where bucket = $3),
               exists (select from identity_sessions s where s.tenant_id = $1 and s.person_id = $6 and s.address = $7)
        from identity_throttle where tenant_id = $1 and bucket in ($2, $3, $4) and since > $5
        """;

    private const string Count = """
        insert into identity_throttle as t (tenant_id, bucket, failures, since) select $1, bucket, 1, $5 from unnest(array[$2, $3, $4]) as bucket order by bucket
        on conflict (tenant_id, bucket) do update set failures = case when t.since > $6 then t.failures + 1 else 1 end, since = case when t.since > $6 then t.since else $5 end
        """;

    private const string Clear = "delete from identity_throttle where tenant_id = $1 and bucket = $2";
    private const int PerPair = 5;
    private const int PerAddress = 20;
    private const int PerAccount = 20;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, Turn> _turns = new();

    private Session People => store.Open(Tenants.People, Actor.System);

    /// <summary>One try after the other for an address at an account: twenty at once count as twenty.</summary>
    public async Task<IDisposable> Take(Attempt attempt, CancellationToken stop)
    {
        while (true)
        {
            var turn = _turns.GetOrAdd(attempt.Pair, _ => new Turn());
            lock (turn)
            {
                if (turn.Gone) continue;
                turn.Wanted++;
            }
            try
            {
                await turn.Gate.WaitAsync(stop);
            }
            catch
            {
                Leave(attempt.Pair, turn);
                throw;
            }
            return new Taken(() =>
            {
                turn.Gate.Release();
                Leave(attempt.Pair, turn);
            });
        }
    }

    /// <summary>The refusal of a try that comes too soon; null when it may be made.</summary>
    public async Task<Problem?> Check(Attempt attempt, PersonId person, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var (pair, address, account, pairSince, addressSince, known) = await People.One(Counts,
            row => (row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.MomentOrNull(3), row.MomentOrNull(4), row.GetBoolean(5)), stop,
            Value.Text(attempt.Pair), Value.Text(attempt.Source), Value.Text(attempt.Account), Value.Moment(now - Window), Value.Id(person.Value), Value.Text(attempt.Address));
        if (pair >= (account >= PerAccount && !known ? 1 : PerPair)) return TooMany(pairSince, now);
        return address >= PerAddress ? TooMany(addressSince, now) : null;
    }

    /// <summary>Counts a failure.</summary>
    public Task Failed(Attempt attempt)
    {
        var now = time.GetUtcNow();
        return People.Write(new Statement(Count, Value.Text(attempt.Pair), Value.Text(attempt.Source), Value.Text(attempt.Account), Value.Moment(now), Value.Moment(now - Window)));
    }

    /// <summary>Forgets the failures of an address at an account: its owner is in. Statement of the same commit.</summary>
    public static Statement Succeeded(Attempt attempt) => new(Clear, Value.Text(attempt.Pair));

    private static Problem TooMany(DateTimeOffset? since, DateTimeOffset now)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(((since ?? now) + Window - now).TotalSeconds));
        return new(429, "too-many-failures", string.Create(CultureInfo.InvariantCulture, $"Too many failed tries. Try again in {Math.Max(1, (seconds + 59) / 60)} minutes, or reset your password.")) { Module = "identity", RetryAfter = seconds };
    }

    private void Leave(string pair, Turn turn)
    {
        lock (turn)
        {
            if (--turn.Wanted > 0) return;
            turn.Gone = true;
            _turns.TryRemove(new(pair, turn));
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public int Wanted { get; set; }

        public bool Gone { get; set; }
    }

    private sealed class Taken(Action release) : IDisposable
    {
        public void Dispose() => release();
    }
}

/// <summary>Somebody at an address tries to come in as somebody. Names of buckets are hashed: a table of failures is no list of addresses.</summary>
internal sealed record Attempt(string Email, string Address)
{
    public string Pair { get; } = "pair " + Secret.Hash($"{Email.ToLowerInvariant()} {Address}");

    public string Source { get; } = "from " + Secret.Hash(Address);

    public string Account { get; } = "account " + Secret.Hash(Email.ToLowerInvariant());
}
