using Billing.EventStore;

namespace Billing.Bench;

/// <summary>One event to a new stream, and what a row beside it costs.</summary>
internal sealed class Appending(Bed bed, Contest contest, PgBench pgbench, Options options)
{
    public async IAsyncEnumerable<Figure> ToNewStreams()
    {
        foreach (var writers in new[] { 1, 8, 32 })
        {
            var scores = await contest.Run(options.Turns,
            [
                new("ours", () => Contest.Drive(writers, options.Time, Append<Account>)),
                new("pgbench, same SQL", () => pgbench.Run(SameSql.Append, writers, options.Seconds, SameSql.Variables())),
                new("pgbench, by hand", () => pgbench.Run(SameSql.AppendByHand, writers, options.Seconds, SameSql.Variables(), PgBench.Owner)),
            ]);
            yield return new Figure("append", $"append 1 event to a new stream, {Words.Writers(writers)}", "appends/s", scores[0]) { Beside = scores[1..], RatioBar = 0.8 };
        }
    }

    public async IAsyncEnumerable<Figure> WithARow()
    {
        foreach (var writers in new[] { 1, 8 })
        {
            var scores = await contest.Run(options.Turns,
            [
                new("with an inline row", () => Contest.Drive(writers, options.Time, Append<TrackedAccount>)),
                new("without", () => Contest.Drive(writers, options.Time, Append<Account>)),
            ]);
            yield return new Figure("inline", $"the same with a row of an inline projection, {Words.Writers(writers)}", "appends/s", scores[0]) { Beside = scores[1..] };
        }
    }

    private async Task Append<T>(int writer, int count) where T : class, IAggregate<T>
    {
        var session = bed.Session(writer);
        var outcome = await session.Streams<T>().Decide<AccountEvent>(session.NewId(), _ => Samples.Opened, CancellationToken.None, opens: true);
        if (outcome.Kind != OutcomeKind.Accepted) throw new InvalidOperationException("An append was not accepted.");
    }
}
