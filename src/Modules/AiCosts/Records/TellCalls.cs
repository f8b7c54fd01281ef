using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.AiCosts;

/// <summary>What the provider said in the answer to a call about how often it may be asked.</summary>
/// <param name="Limit">So many in its window.</param>
/// <param name="Remaining">So many are left.</param>
internal sealed record ToldRate(long Limit, long Remaining);

/// <summary>A call of an AI service, told of by the program that made it.</summary>
/// <param name="RequestId">Unique within the account: telling of it twice is telling of it once.</param>
/// <param name="Account">At which account.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Model">As the provider calls it.</param>
/// <param name="Tokens">In kinds that do not overlap: input holds nothing that came from the cache or was written to it; output holds the reasoning.</param>
/// <param name="Requests">Left out: 1.</param>
/// <param name="Searches">Web searches that it made.</param>
/// <param name="Tier">standard, batch, flex, priority; left out: standard.</param>
/// <param name="Project">What the costs are to be told apart by.</param>
/// <param name="User">Who made it.</param>
/// <param name="LatencyMs">How long it took.</param>
/// <param name="Rate">What is left of its allowance.</param>
internal sealed record ToldCall(
    string RequestId, AiAccountId Account, DateTimeOffset At, string Model, TokenKinds Tokens, long Requests = 1, long Searches = 0, string? Tier = null, string? Project = null, string? User = null, long? LatencyMs = null, ToldRate? Rate = null);

/// <summary>A call that was not taken.</summary>
/// <param name="Index">Its place among those told, from 0.</param>
/// <param name="RequestId">Its own.</param>
/// <param name="Code">Why.</param>
/// <param name="Reason">The same as a sentence.</param>
internal sealed record RejectedCall(int Index, string RequestId, string Code, string Reason);

/// <summary>What became of calls.</summary>
/// <param name="Accepted">New ones.</param>
/// <param name="Known">Those that were told of before.</param>
/// <param name="Unpriced">Of the new ones, those that the price book says nothing of, by request id.</param>
/// <param name="Rejected">Those that make no sense; the others are taken.</param>
/// <param name="Warnings">Accounts of whose allowance less than 20 % is left, as sentences.</param>
internal sealed record CallsTaken(int Accepted, int Known, IReadOnlyList<string> Unpriced, IReadOnlyList<RejectedCall> Rejected, IReadOnlyList<string> Warnings);

/// <summary>Programs of the organisation's own tell of their calls: for services that tell nothing themselves. Durable and priced before the answer.</summary>
internal static class TellCalls
{
    /// <summary>As the report of such records is called.</summary>
    public const string Report = "calls";

    private const int Most = 1_000;
    private const int LongestId = 200;
    private const decimal LowShare = 0.2m;

    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/ai/usage/calls", async (IReadOnlyList<ToldCall> calls, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            if (calls.Count is 0 or > Most) return (IResult)edge.Refused(No.HowMany);
            var accounts = (await ListAccounts.Followed(session, stop)).ToDictionary(one => one.Id, one => one.Account);
            var forgotten = await AiForgotten.Of(session, stop);
            var rejected = new List<RejectedCall>();
            var rows = new Dictionary<Guid, (AiUsageRow Row, string RequestId)>();
            for (var index = 0; index < calls.Count; index++)
                if (Against(calls[index], accounts, session.Now) is { } refusal) rejected.Add(new RejectedCall(index, PlainText.Line(calls[index].RequestId, LongestId), refusal.Code, refusal.Sentence));
                else if (Row(calls[index], forgotten) is var row) rows.TryAdd(row.Id, (row, calls[index].RequestId));
            var books = new Dictionary<string, PriceBook>();
            foreach (var provider in rows.Values.Select(one => accounts[one.Row.Account].Provider).Distinct()) books[provider] = await AiPriceRows.Book(session, provider, stop);
            var priced = rows.Values.Select(one => (Row: one.Row.Priced(accounts[one.Row.Account].Provider, books[accounts[one.Row.Account].Provider]), one.RequestId)).ToList();
            var taken = await AiUsageStatements.Take(session, priced.Select(one => one.Row));
            return TypedResults.Ok(new CallsTaken(
                taken.Count, calls.Count - rejected.Count - taken.Count, [.. priced.Where(one => taken.Contains(one.Row.Id) && one.Row.Unpriced is not null).Select(one => one.RequestId)], rejected, [.. Low(calls, accounts)]));
        })
        .Produces<CallsTaken>().Requires(Permission.RecordAiCosts).WithSummary("Tell of calls of AI services that one's own programs made");

    private static AiUsageRow Row(ToldCall call, AiForgotten forgotten)
    {
        var bucket = new AiBucket(call.At.ToUniversalTime(), TimeSpan.Zero, []);
        var record = AiRecord.Usage(new(PlainText.Line(call.Model), call.Project is { } project ? PlainText.Line(project) : null, null, call.User is { } user ? forgotten.Shown(PlainText.Line(user)) : null, call.Tier is { } tier ? PlainText.Line(tier, 50) : "standard"), call.Tokens, call.Requests, call.Searches, call.LatencyMs, call.LatencyMs is null ? null : "ms");
        // A call is known by its id alone, whenever it is said to have been made.
        return new AiUsageRow(AiHash.Id(call.Account.Value, Report, new AiBucket(DateTimeOffset.UnixEpoch, TimeSpan.Zero, []), new AiDimensions(Detail: call.RequestId), 1), call.Account.Value, Report, bucket.Start, 0, record, AiHash.Content(record), AiSource.Call);
    }

    private static Refusal? Against(ToldCall call, Dictionary<Guid, AiAccount> accounts, DateTimeOffset now)
    {
        if (call.RequestId.Length is 0 or > LongestId || call.RequestId.Any(char.IsControl)) return No.Id;
        if (!accounts.ContainsKey(call.Account.Value)) return No.Account;
        if (call.At > now + Ahead || call.At < now.AddYears(-3)) return No.Time;
        if (PlainText.Line(call.Model).Length == 0) return No.Model;
        if (call.Requests < 0 || call.Searches < 0 || call.LatencyMs < 0) return No.BelowNothing;
        return call.Tokens.Checked().Refusal;
    }

    private static IEnumerable<string> Low(IReadOnlyList<ToldCall> calls, Dictionary<Guid, AiAccount> accounts) =>
        from call in calls
        where call.Rate is { Limit: > 0 } rate && rate.Remaining < rate.Limit * LowShare && accounts.ContainsKey(call.Account.Value)
        group call by call.Account into told
        let last = told.MaxBy(call => call.At)!
        select $"Of what {accounts[told.Key.Value].Name} may ask for, {last.Rate!.Remaining} of {last.Rate.Limit} are left.";

    private static class No
    {
        public static readonly Refusal HowMany = new("ai-calls-how-many", "Tell of 1 to 1000 calls at a time.");
        public static readonly Refusal Id = new("ai-call-id-wrong", "A request id has 1 to 200 characters that can be seen.");
        public static readonly Refusal Account = new("ai-call-account-unknown", "There is no such account, or it is archived. Name one that is followed.");
        public static readonly Refusal Time = new("ai-call-time-wrong", "A call was made within the last three years, and not in the future.");
        public static readonly Refusal Model = new("ai-call-model-missing", "Say which model was called.");
        public static readonly Refusal BelowNothing = new("ai-call-below-nothing", "Requests, searches and milliseconds are 0 or more.");
    }
}
