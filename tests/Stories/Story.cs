using System.Text.RegularExpressions;
using Billing.EventStore;

namespace Billing.Stories;

/// <summary>Given what happened, when somebody does something, then this happens. A story is its specification; its file says <c>using static</c> of the stream it is about.</summary>
internal static partial class Story<T, TEvent> where T : class, IAggregate<T> where TEvent : notnull
{
    public static Past Given(params TEvent[] history) => new(history.Aggregate(T.Initial, (state, happened) => state.Apply(happened)));

    /// <summary>The state after a history.</summary>
    internal sealed record Past(T State)
    {
        public Came When(Func<T, Decision<TEvent>> command) => new(State, command(State));
    }

    /// <summary>What came of a command.</summary>
    internal sealed record Came(T Before, Decision<TEvent> Decision)
    {
        public T Then(params TEvent[] expected)
        {
            Assert.Null(Decision.Refusal);
            Assert.NotEmpty(expected);
            Assert.Equal(expected, Decision.Events);
            return Decision.Events.Aggregate(Before, (state, happened) => state.Apply(happened));
        }

        public void ThenNothing()
        {
            Assert.Null(Decision.Refusal);
            Assert.Empty(Decision.Events);
        }

        public Refusal ThenRefused(string code)
        {
            Assert.NotNull(Decision.Refusal);
            Assert.Empty(Decision.Events);
            Assert.Equal(code, Decision.Refusal.Code);
            Assert.Matches(Kebab(), Decision.Refusal.Code);
            Assert.EndsWith(".", Decision.Refusal.Sentence, StringComparison.Ordinal);
            return Decision.Refusal;
        }
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Kebab();
}
