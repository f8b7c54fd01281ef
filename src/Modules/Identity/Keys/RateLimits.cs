using System.Collections.Concurrent;
using System.Globalization;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Identity;

/// <summary>
/// How much one may ask for per minute: each API key, all keys of an organisation together, and each sign-in. A bucket of tokens per node that fills
/// evenly. People get ten times as much as programs: a grid asks in bursts.
/// </summary>
internal sealed class RateLimits(IEnumerable<IEntitlements> entitlements, IdentityOptions options, TimeProvider time)
{
    /// <summary>Requests per minute of a program where neither plan nor settings say otherwise.</summary>
    public const int Usual = 600;

    /// <summary>More than this per minute is not limited any more but endured.</summary>
    public const int Most = 1_000_000;

    /// <summary>The name of the entitlement.</summary>
    public const string Entitlement = "api_requests_per_minute";

    private const int ForPeople = 10;
    private const int MostRemembered = 20_000;
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new();

    /// <summary>Counts one request and says in the headers how many are left.</summary>
    /// <returns>The refusal; null when there was one left.</returns>
    public Problem? Take(Caller caller, IHeaderDictionary headers)
    {
        var most = (int)Math.Clamp(Allowed.Of(entitlements, caller.Organisation.Tenant, Entitlement).Most ?? options.RequestsPerMinute, 1, Most);
        if (_buckets.Count >= MostRemembered) _buckets.Clear();
        var taken = caller.Role is null
            ? [Take($"key {caller.Actor.Id}", most), Take($"organisation {caller.Organisation.Tenant}", most)]
            : (ReadOnlySpan<Taken>)[Take($"session {caller.Session}", most * ForPeople)];
        var tightest = taken[0];
        foreach (var one in taken) if (one.Left < tightest.Left) tightest = one;
        headers["RateLimit-Limit"] = tightest.Most.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = Math.Max(0, (int)tightest.Left).ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = tightest.UntilFull.ToString(CultureInfo.InvariantCulture);
        return tightest.Left >= 0 ? null : new Problem(429, "too-many-requests", $"More than {tightest.Most} requests per minute. Try again a little later.") { RetryAfter = tightest.UntilNext };
    }

    private Taken Take(string whose, int most)
    {
        var bucket = _buckets.GetOrAdd(whose, _ => new Bucket(most, time.GetTimestamp()));
        lock (bucket) return bucket.Take(most, time);
    }

    /// <summary>What was left after a request; less than nothing: it was one too many.</summary>
    private readonly record struct Taken(double Left, int Most)
    {
        public int UntilNext => Math.Max(1, (int)Math.Ceiling(-Left * 60 / Most));

        public int UntilFull => (int)Math.Ceiling((Most - Math.Max(0, Left)) * 60 / Most);
    }

    private sealed class Bucket(double left, long at)
    {
        private double _left = left;
        private long _at = at;

        public Taken Take(int most, TimeProvider time)
        {
            var now = time.GetTimestamp();
            _left = Math.Min(most, _left + (time.GetElapsedTime(_at, now).TotalMinutes * most));
            _at = now;
            if (_left < 1) return new(_left - 1, most);
            return new(--_left, most);
        }
    }
}
