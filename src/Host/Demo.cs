using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Billing.Host.Sample;

namespace Billing.Host;

/// <summary>
/// Gives somebody who tries the product something to look at: an owner registers, founds a made-up company beside the own organisation, a file goes through its
/// import, and two years of it are played while they look.
/// </summary>
internal static class Demo
{
    private const string Owner = "owner@example.test";
    private const string Company = "sample";
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    public static async Task Fill(string address, string file, CancellationToken stop)
    {
        var http = new HttpClient { BaseAddress = new Uri(address) };
        if (!await Register(http, stop))
        {
            http.Dispose();
            Console.Out.WriteLine($"There is an organisation already, so no sample company was made. If one was begun, sign in as {Owner} with the password that was printed then: its page lets it go on.");
            return;
        }
        await Ask(http, HttpMethod.Post, "/api/tenants/sample", new { slug = Company }, stop);
        SignIn(http, await Ask(http, HttpMethod.Post, "/api/auth/switch", new { organisation = Company }, stop));
        await Import(http, file, stop);
        await Ask(http, HttpMethod.Post, "/api/sample/play", new { }, stop);
        _ = Task.Run(() => Tell(http, stop), CancellationToken.None);
    }

    private static async Task Import(HttpClient http, string file, CancellationToken stop)
    {
        await using var rows = File.OpenRead(file);
        using var body = new StreamContent(rows);
        body.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var answer = await http.PostAsync(new Uri("/api/facilities/import", UriKind.Relative), body, stop);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        Console.Out.WriteLine(answer.IsSuccessStatusCode ? $"Sample data: {said.GetProperty("accepted")} billing records." : $"The sample data were refused: {said.GetProperty("detail")}");
    }

    /// <summary>Says half-yearly how far the story is.</summary>
    private static async Task Tell(HttpClient http, CancellationToken stop)
    {
        using (http)
        {
            Console.Out.WriteLine("Two years of the sample company are played while you look.");
            try
            {
                var told = "";
                for (JsonElement page; (page = await Ask(http, HttpMethod.Get, "/api/sample", null, stop)).Text("playing") == "True"; await Task.Delay(Glance, stop))
                {
                    if (page.Text("reached") is not { Length: 10 } day || day[5..7] is not ("01" or "07") || day[..7] == told) continue;
                    told = day[..7];
                    Console.Out.WriteLine($"Sample company: {told}");
                }
                var last = await Ask(http, HttpMethod.Get, "/api/sample", null, stop);
                Console.Out.WriteLine(last.Text("trouble") is { Length: > 0 } trouble ? $"Sample company: {trouble}" : "The sample company has come to today.");
            }
            catch (Exception away) when (away is HttpRequestException or OperationCanceledException or InvalidOperationException)
            {
                // the product stops, or they signed out: the page says how far it is
            }
        }
    }

    private static async Task<JsonElement> Ask(HttpClient http, HttpMethod method, string path, object? body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await http.SendAsync(request, stop);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        return answer.IsSuccessStatusCode ? said : throw new InvalidOperationException($"The sample's {method} {path} was refused: {said.Text("detail")}");
    }

    private static void SignIn(HttpClient http, JsonElement tokens) => http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Text("accessToken"));

    /// <returns>Whether the sample's owner is the first; false when there is an organisation already.</returns>
    private static async Task<bool> Register(HttpClient http, CancellationToken stop)
    {
        if ((await Ask(http, HttpMethod.Get, "/api/auth/setup", null, stop)).Text("state") != "first") return false;
        var password = string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
        SignIn(http, await Ask(http, HttpMethod.Post, "/api/auth/register", new { organisation = "My organisation", slug = "home", email = Owner, password, firstName = "Sample", lastName = "Owner" }, stop));
        Console.Out.WriteLine($"Sign in as {Owner} with the password {password}");
        return true;
    }
}
