using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Billing.Testing;

namespace Billing.Bench;

/// <summary>Whether the time of a sign-in tells that somebody is known, and what a storm of them leaves to everybody else.</summary>
internal sealed class SigningIn(Scratch scratch, Options options)
{
    private const int Port = 5293;
    private const int Storm = 50;
    private int _addresses;

    public async IAsyncEnumerable<Figure> Run()
    {
        await using var database = await scratch.Create("signins");
        await using var product = await scratch.Serve("signins", Port);
        await Owner.SignIn(product.Http);
        var tries = options.Turns > 2 ? 200 : 40;
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var n = -5; n < tries; n++)
        {
            var pair = new[] { await Try(product.Http, Owner.Email, "not the password"), await Try(product.Http, $"nobody{n + 5}@example.test", "not the password") };
            if (n < 0) continue; // the first five warm up
            known.Add(pair[0]);
            unknown.Add(pair[1]);
        }
        var (mine, nobodys) = (Score.Of("known", known), Score.Of("unknown", unknown));
        yield return new Figure("sign-in", $"a wrong password, somebody known and nobody, medians of {tries} apart", "ms", Score.Of("apart", Math.Abs(mine.Median - nobodys.Median))) { Beside = [mine, nobodys], Bar = 10 };

        var calm = await Asked(product.Http, Task.Delay(options.Time));
        var begun = Stopwatch.GetTimestamp();
        var storm = Task.WhenAll(Enumerable.Range(0, Storm).Select(_ => Try(product.Http, Owner.Email, Owner.Password, HttpStatusCode.OK)));
        var meanwhile = await Asked(product.Http, storm);
        var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        await storm;
        yield return new Figure("sign-in", $"other requests while {Storm} sign in at once ({took:F0} ms for all of them), p99", "ms", Score.Of("p99", At99(meanwhile))) { Beside = [Score.Of("when nobody signs in", At99(calm))], Bar = 300 };
    }

    /// <summary>How long a try takes, each from an address of its own.</summary>
    private async Task<double> Try(HttpClient http, string email, string password, HttpStatusCode expected = HttpStatusCode.Unauthorized)
    {
        var address = Interlocked.Increment(ref _addresses);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/login") { Content = JsonContent.Create(new { email, password }) };
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{address >> 16}.{(address >> 8) & 255}.{address & 255}"));
        var begun = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        return answer.StatusCode == expected ? took : throw new InvalidOperationException($"A sign-in answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>How long each request of four who ask takes, for as long as something goes on.</summary>
    private static async Task<List<double>> Asked(HttpClient http, Task goesOn)
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var took = new List<double>();
            while (!goesOn.IsCompleted)
            {
                var begun = Stopwatch.GetTimestamp();
                using var answer = await http.GetAsync(new Uri("/api/facility-groups", UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                await Task.Delay(10);
            }
            return took;
        }));
        return [.. all.SelectMany(one => one)];
    }

    private static double At99(List<double> took) => took.Order().ElementAt((int)(took.Count * 0.99));
}
