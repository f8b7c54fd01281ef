using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Billing.Host.Sample;

/// <summary>The sign-in under which a company is played holds no more.</summary>
internal sealed class SignedOutException() : Exception("Whoever plays it signed out. Sign in and let it go on.");

/// <summary>
/// The product as a person's browser calls it. The same act on the same day has the same key, so that doing it again, after whatever broke, does it once.
/// What is refused is noted, and the play goes on.
/// </summary>
internal sealed class SampleApi(HttpClient http, AuthenticationHeaderValue? signIn)
{
    private const int Most = 200;

    private static readonly JsonSerializerOptions Written = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement;

    /// <summary>The day it is in the company.</summary>
    public DateOnly Today { get; set; }

    /// <summary>What was refused, each with its reason.</summary>
    public List<string> Refused { get; } = [];

    public async Task<JsonElement> Get(string path, CancellationToken stop) => await Ask(HttpMethod.Get, path, null, stop) ?? Nothing;

    /// <summary>All there is in a list.</summary>
    public async Task<List<JsonElement>> All(string path, CancellationToken stop)
    {
        var (all, cursor, separator) = (new List<JsonElement>(), "", path.Contains('?', StringComparison.Ordinal) ? '&' : '?');
        do
        {
            var page = await Get($"{path}{separator}limit={Most}{(cursor.Length > 0 ? "&cursor=" + Uri.EscapeDataString(cursor) : "")}", stop);
            if (!page.TryGetProperty("items", out var items)) break;
            all.AddRange(items.EnumerateArray());
            cursor = page.Text("nextCursor");
        }
        while (cursor.Length > 0);
        return all;
    }

    /// <summary>Does something; null when it was refused.</summary>
    public Task<JsonElement?> Post(string path, object? body, CancellationToken stop) => Ask(HttpMethod.Post, path, body ?? new { }, stop);

    public Task<JsonElement?> Put(string path, object body, CancellationToken stop) => Ask(HttpMethod.Put, path, body, stop);

    public Task<JsonElement?> Patch(string path, object body, CancellationToken stop) => Ask(HttpMethod.Patch, path, body, stop);

    public Task<JsonElement?> Delete(string path, CancellationToken stop) => Ask(HttpMethod.Delete, path, null, stop);

    /// <summary>Waits until the company's clock stands and nothing that is due by it is left to do.</summary>
    public async Task<JsonElement> Settle(CancellationToken stop)
    {
        for (var pause = 5; ; pause = Math.Min(pause * 2, 250))
        {
            var clock = await Get("/api/clock", stop);
            if (clock.Text("movingTo").Length == 0 && clock.Text("open") is "0" or "") return clock;
            await Task.Delay(pause, stop);
        }
    }

    private async Task<JsonElement?> Ask(HttpMethod method, string path, object? body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = signIn;
        if (body is not null)
        {
            var written = JsonSerializer.Serialize(body, Written);
            request.Content = new StringContent(written, Encoding.UTF8, "application/json");
            if (method == HttpMethod.Post) request.Headers.Add("Idempotency-Key", "sample-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Today:O} {path} {written}")))));
        }
        using var answer = await http.SendAsync(request, stop);
        if (answer.StatusCode == HttpStatusCode.Unauthorized) throw new SignedOutException();
        var said = await answer.Content.ReadAsByteArrayAsync(stop);
        if (answer.IsSuccessStatusCode) return said.Length == 0 ? Nothing : JsonDocument.Parse(said).RootElement;
        Refused.Add($"{Today:O} {method} {path}: {(int)answer.StatusCode} {Encoding.UTF8.GetString(said)}");
        return null;
    }
}

/// <summary>Reads answers.</summary>
internal static class Answered
{
    /// <summary>What stands under a name, such as <c>outstanding.amount</c>, as text; empty when there is none.</summary>
    public static string Text(this JsonElement said, string name)
    {
        foreach (var part in name.Split('.'))
        {
            if (said.ValueKind == JsonValueKind.Array && int.TryParse(part, CultureInfo.InvariantCulture, out var at) && at < said.GetArrayLength()) said = said[at];
            else if (said.ValueKind != JsonValueKind.Object || !said.TryGetProperty(part, out said)) return "";
        }
        return said.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? "" : said.ToString();
    }

    /// <summary>The day that stands under a name; null when there is none.</summary>
    public static DateOnly? Day(this JsonElement said, string name) => DateOnly.TryParse(said.Text(name), CultureInfo.InvariantCulture, out var day) ? day : null;

    /// <summary>What stands in a list under a name.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement said, string name = "items") =>
        said.ValueKind == JsonValueKind.Object && said.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : [];
}
