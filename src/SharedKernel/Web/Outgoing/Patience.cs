using System.Net;
using Polly;
using Polly.Retry;

namespace Billing.Web;

/// <summary>
/// Makes a call again that got no answer, or one that says "later": after a quarter of a second, then twice as long each time, a little more or less, or after as long as the answer says.
/// Only for calls that may be made twice: that read, or carry an idempotency key. A call that the rules refuse is made once.
/// </summary>
public sealed class Patience
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    /// <param name="time">The clock of the pauses.</param>
    /// <param name="tries">How often in all.</param>
    /// <param name="later">Whether an answer says "later"; null: 408, 409, 429 and 5xx do.</param>
    public Patience(TimeProvider time, int tries = 4, Func<HttpResponseMessage, bool>? later = null) =>
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = tries - 1,
            Delay = TimeSpan.FromMilliseconds(250),
            MaxDelay = TimeSpan.FromSeconds(5),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is HttpRequestException and not OutgoingRefusedException || attempt.Outcome.Result is { } answer && (later ?? SaysLater)(answer)),
            DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result?.Headers.RetryAfter?.Delta is { } wait && wait <= LongestWait ? (TimeSpan?)wait : null),
        }).Build();

    /// <summary>The last answer there was.</summary>
    /// <param name="call">Makes the call, with a request of its own each time.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="HttpRequestException">The last try got no answer.</exception>
    public ValueTask<HttpResponseMessage> Send(Func<CancellationToken, ValueTask<HttpResponseMessage>> call, CancellationToken stop) => _pipeline.ExecuteAsync(call, stop);

    /// <summary>Whether an answer says that the same call may be made again: 408, 409, 429 and 5xx.</summary>
    public static bool SaysLater(HttpResponseMessage answer) => (answer ?? throw new ArgumentNullException(nameof(answer))).StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500;
}
