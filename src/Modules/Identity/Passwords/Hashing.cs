using Billing.Web;

namespace Billing.Identity;

/// <summary>
/// Lets few passwords be hashed at a time, so that a storm of sign-ins leaves processors to everybody else. The others wait; when too many do,
/// the next is told to come again.
/// </summary>
internal sealed class Hashing(HashingCost cost) : IDisposable
{
    /// <summary>How many may wait.</summary>
    public const int MostWaiting = 200;

    private readonly SemaphoreSlim _slots = new(Math.Max(1, Environment.ProcessorCount / 2));
    private int _waiting;
    private long _done;

    /// <summary>The answer when too many wait.</summary>
    public static Problem Busy { get; } = new(429, "busy", "Very many people sign in just now. Try again in a few seconds.") { Module = "identity", RetryAfter = 3 };

    /// <summary>How many were hashed since the start: known and unknown people must cost the same.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Costs as much as any other and fits no password: what unknown people are compared with.</summary>
    public string OfNobody { get; } = PasswordHash.OfNobody(cost.Rounds);

    /// <summary>Whether it was made with fewer rounds than we make today: it is made anew when its owner next signs in.</summary>
    public bool IsWeak(string kept) => PasswordHash.RoundsOf(kept) < cost.Rounds;

    public Task<string?> Make(string password, CancellationToken stop) => Run<string?>(() => PasswordHash.Make(password, cost.Rounds), stop);

    public Task<bool?> Fits(string kept, string password, CancellationToken stop) => Run<bool?>(() => PasswordHash.Fits(kept, password), stop);

    public void Dispose() => _slots.Dispose();

    /// <summary>Null when too many wait.</summary>
    private async Task<T?> Run<T>(Func<T> hash, CancellationToken stop)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > MostWaiting) return default;
            await _slots.WaitAsync(stop);
            try
            {
                Interlocked.Increment(ref _done);
                return await Task.Run(hash, CancellationToken.None);
            }
            finally
            {
                _slots.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}

/// <summary>How much work a guess at a password costs.</summary>
/// <param name="Rounds">Of PBKDF2, for a new hash.</param>
internal sealed record HashingCost(int Rounds)
{
    /// <summary>OWASP's number for SHA-512.</summary>
    public static HashingCost OfToday { get; } = new(210_000);
}
