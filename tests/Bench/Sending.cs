using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Billing.Bench;

/// <summary>Commands to a product.</summary>
internal static class Sending
{
    /// <summary>Sends a command; answers what came of it.</summary>
    public static async Task<JsonNode> Send(this HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {text}");
    }

    /// <summary>Sends a command; answers the id of what came of it.</summary>
    public static async Task<string> Make(this HttpClient http, string path, object body) => (await http.Send(path, body))["id"]!.GetValue<string>();
}
