using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Billing.Host;

/// <summary>
/// Gives somebody who tries the product something to look at: an owner registers, a file goes through the import, and clients subscribe to plans, as people would do it.
/// </summary>
internal static class Demo
{
    private const string Owner = "owner@example.test";
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    // Days back that each began, within its period: nobody is billed for years at once.
    private static readonly (string Client, string Plan, int DaysBack, int TrialDays)[] Subscribers =
    [
        ("Sample client A", "pro-yearly", 320, 0), ("Sample client B", "pro-yearly", 200, 0), ("Sample client C", "pro", 26, 0), ("Sample client D", "pro", 24, 0), ("Sample client E", "enterprise", 20, 0),
        ("Sample client F", "pro", 5, 14), ("Sample client G", "enterprise", 12, 0), ("Sample client H", "free", 15, 0),
    ];

    public static async Task Fill(string address, string file, TimeProvider time, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        var token = await Register(http, stop);
        if (token is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        await using var rows = File.OpenRead(file);
        using var body = new StreamContent(rows);
        body.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var answer = await http.PostAsync(new Uri("/api/facilities/import", UriKind.Relative), body, stop);
        using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(stop));
        Console.Out.WriteLine((int)answer.StatusCode switch
        {
            < 300 => $"Sample data: {said.RootElement.GetProperty("accepted")} records new, {said.RootElement.GetProperty("unchanged")} there already.",
            401 => $"There is an organisation already, so no sample data were added. If it is the sample's, sign in as {Owner} with the password that was printed then.",
            _ => $"The sample data were refused: {said.RootElement.GetProperty("detail")}",
        });
        if (token is not null) await Subscribe(http, time.GetUtcNow(), stop);
    }

    /// <summary>Plans, and clients who subscribe to them; then one changes to a larger plan, one pauses, one cancels.</summary>
    private static async Task Subscribe(HttpClient http, DateTimeOffset now, CancellationToken stop)
    {
        await Ask(http, HttpMethod.Post, "/api/plans/seed", null, stop);
        var begun = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (number, (client, plan, daysBack, trialDays)) in Subscribers.Index())
        {
            var added = await Ask(http, HttpMethod.Post, "/api/clients", new { name = client, emails = new[] { $"client-{(char)('a' + number)}@example.test" } }, stop);
            var subscription = await Ask(http, HttpMethod.Post, "/api/subscriptions", new { clientId = added.GetProperty("id").GetString(), planCode = plan, startAt = now.AddDays(-daysBack), trialDays }, stop);
            begun[client] = $"/api/subscriptions/{subscription.GetProperty("id").GetString()}";
        }
        await Ask(http, HttpMethod.Patch, begun["Sample client C"], new { planCode = "enterprise" }, stop);
        await Ask(http, HttpMethod.Post, begun["Sample client D"] + "/pause", new { keepAccess = false }, stop);
        await Ask(http, HttpMethod.Delete, begun["Sample client G"] + "?immediately=true", null, stop);
        Console.Out.WriteLine($"Sample subscriptions: {begun.Count} begun.");
    }

    private static async Task<JsonElement> Ask(HttpClient http, HttpMethod method, string path, object? body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await http.SendAsync(request, stop);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        return answer.IsSuccessStatusCode ? said : throw new InvalidOperationException($"The sample's {method} {path} was refused: {said.GetProperty("detail")}");
    }

    /// <summary>The token of the sample's owner; null when there is an organisation already.</summary>
    private static async Task<string?> Register(HttpClient http, CancellationToken stop)
    {
        var setup = await http.GetFromJsonAsync<JsonElement>(new Uri("/api/auth/setup", UriKind.Relative), stop);
        if (setup.GetProperty("state").GetString() != "first") return null;
        var password = string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
        using var answer = await http.PostAsJsonAsync(new Uri("/api/auth/register", UriKind.Relative), new { organisation = "Sample organisation", slug = "sample", email = Owner, password, firstName = "Sample", lastName = "Owner" }, stop);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"The sample's owner could not register: {said.GetProperty("detail")}");
        Console.Out.WriteLine($"Sign in as {Owner} with the password {password}");
        return said.GetProperty("accessToken").GetString();
    }
}
