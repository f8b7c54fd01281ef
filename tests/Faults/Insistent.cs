using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Billing.Faults;

/// <summary>Sends the same until it is answered, whatever is killed meanwhile.</summary>
internal static class Insistent
{
    /// <summary>Posts until there is an answer that is a success.</summary>
    /// <param name="site">To whom; it may be started anew meanwhile.</param>
    /// <param name="trial">Counts answers, and what came in their place.</param>
    /// <param name="once">Under one idempotency key; false where what is sent has ids of its own.</param>
    /// <exception cref="InvalidOperationException">It was refused, or not answered within a minute.</exception>
    public static async Task<JsonElement> Post(Site site, Trial trial, string address, object body, bool once = true)
    {
        var key = Guid.NewGuid().ToString();
        for (var since = TimeProvider.System.GetTimestamp(); ; await Task.Delay(20))
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
                if (once) request.Headers.Add("Idempotency-Key", key);
                using var answer = await site.Http.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.IsSuccessStatusCode)
                {
                    lock (trial) trial.Acknowledged++;
                    return JsonElement.Parse(text);
                }
                if ((int)answer.StatusCode != 503) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{address} answered {(int)answer.StatusCode}: {text}"));
                trial.Unavailable();
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException or System.Net.Sockets.SocketException or OperationCanceledException or ObjectDisposedException)
            {
                trial.NoAnswer();
            }
            if (TimeProvider.System.GetElapsedTime(since) > TimeSpan.FromMinutes(1)) throw new InvalidOperationException($"{address} was not answered within a minute.");
        }
    }
}
