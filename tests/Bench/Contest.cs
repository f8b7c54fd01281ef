using System.Diagnostics;

namespace Billing.Bench;

/// <summary>One way to do a piece of work, and how it is measured: a turn answers operations per second (or, for starts, milliseconds).</summary>
internal sealed record Contender(string Name, Func<Task<double>> Turn);

/// <summary>Lets contenders take turns.</summary>
/// <param name="late">Whether the bench has used up its time: each contender then gets one turn and no more.</param>
/// <param name="processor">Processor time used so far, where that is to be told.</param>
internal sealed class Contest(Func<bool> late, Func<TimeSpan>? processor = null)
{
    /// <summary>Lets all take turns, forwards and backwards (A B, B A, …), after <paramref name="before"/> has levelled the ground for each.</summary>
    public async Task<Score[]> Run(int turns, Contender[] contenders, Func<Task>? before = null)
    {
        var scores = contenders.Select(c => new Score(c.Name, [], [])).ToArray();
        for (var turn = 0; turn < turns && (turn == 0 || !late()); turn++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                var at = turn % 2 == 0 ? i : contenders.Length - 1 - i;
                if (before is not null) await before();
                var (used, begun) = (processor?.Invoke() ?? default, Stopwatch.GetTimestamp());
                var rate = await contenders[at].Turn();
                scores[at].Turns.Add(rate);
                if (processor is not null) scores[at].Processor.Add((processor() - used).TotalMicroseconds / (rate * Stopwatch.GetElapsedTime(begun).TotalSeconds));
            }
        }
        return scores;
    }

    /// <summary>Runs an operation over and over on so many writers at once, for so long; answers operations per second.</summary>
    /// <param name="writers">How many at once.</param>
    /// <param name="time">How long.</param>
    /// <param name="once">Gets the writer's number and its count so far.</param>
    public static async Task<double> Drive(int writers, TimeSpan time, Func<int, int, Task> once)
    {
        var begun = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(begun) < time; count++) await once(writer, count);
            return count;
        })));
        return done.Sum() / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}

/// <summary>What a contender reached.</summary>
/// <param name="Name">Whose.</param>
/// <param name="Turns">One value a turn, in order.</param>
/// <param name="Processor">Processor time an operation in microseconds, client and server together, one a turn; empty when not measured.</param>
internal sealed record Score(string Name, List<double> Turns, List<double> Processor)
{
    public double Median => MedianOf(Turns);

    public double? MedianProcessor => Processor.Count == 0 ? null : MedianOf(Processor);

    /// <summary>Measured without a contest.</summary>
    public static Score Of(string name, params IEnumerable<double> values) => new(name, [.. values], []);

    /// <summary>The median of the ratios turn by turn: neighbours in time, so that a busy machine slows both.</summary>
    public double RatioTo(Score other) => MedianOf([.. Turns.Zip(other.Turns, (mine, theirs) => mine / theirs)]);

    private static double MedianOf(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
