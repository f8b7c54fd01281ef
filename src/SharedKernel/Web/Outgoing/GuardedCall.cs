using System.Buffers;

namespace Billing.Web;

/// <summary>Judges the address before a call, and reads no more of the answer, and for no longer, than the limits say.</summary>
internal sealed class GuardedCall(OutgoingRules rules, OutgoingLimits limits, TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (rules.Against(request.RequestUri!) is { } objection) throw new OutgoingRefusedException(objection);
        using var late = new CancellationTokenSource(limits.Time, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var answer = await base.SendAsync(request, either.Token).ConfigureAwait(false);
            try
            {
                await Measure(answer, either.Token).ConfigureAwait(false);
                return answer;
            }
            catch
            {
                answer.Dispose();
                throw;
            }
        }
        catch (HttpRequestException failed) when (failed.InnerException is OutgoingRefusedException refused)
        {
            throw refused;
        }
        catch (OperationCanceledException) when (!late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new OutgoingRefusedException("Nobody answers at this address."); // the line was waited for, and did not come up
        }
        catch (Exception ended) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested && ended is OperationCanceledException or HttpRequestException or IOException)
        {
            throw new OutgoingRefusedException($"No complete answer came within {limits.Time.TotalSeconds:0.#} seconds.");
        }
    }

    private async Task Measure(HttpResponseMessage answer, CancellationToken stop)
    {
        using var body = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            var source = await answer.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
            await using (source.ConfigureAwait(false))
            {
                for (int read; (read = await source.ReadAsync(buffer, stop).ConfigureAwait(false)) > 0;)
                {
                    var room = limits.Bytes - (int)body.Length;
                    body.Write(buffer, 0, Math.Min(read, room));
                    if (read <= room) continue;
                    if (limits.Cuts) break;
                    throw new OutgoingRefusedException($"The answer is longer than {limits.Bytes} bytes.");
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        var kept = new ByteArrayContent(body.ToArray());
        foreach (var (name, values) in answer.Content.Headers)
            if (name is not "Content-Length") kept.Headers.TryAddWithoutValidation(name, values);
        answer.Content = kept;
    }
}
