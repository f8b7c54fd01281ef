using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Billing.Host;

/// <summary>
/// Gives somebody who tries the product something to look at: an owner registers, and a file goes through the import, as people would do both.
/// </summary>
internal static class Demo
{
    private const string Owner = "owner@example.test";
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static async Task Fill(string address, string file, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        if (await Register(http, stop) is { } token) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
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
