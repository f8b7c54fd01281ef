using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;

namespace Billing.Host.Tests.Identity;

/// <summary>Somebody with a browser or a program, at an address.</summary>
internal sealed class Visitor(Running product, string address)
{
    public string? Access { get; set; }

    public string? Refresh { get; private set; }

    public Running Product => product;

    /// <summary>Keeps the tokens of an answer.</summary>
    public JsonNode Keep(JsonNode tokens)
    {
        (Access, Refresh) = (tokens["accessToken"]!.GetValue<string>(), tokens["refreshToken"]?.GetValue<string>());
        return tokens;
    }

    public Task<Reply> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Reply> Post(string path, object? body = null, params (string, string)[] headers) => Send(HttpMethod.Post, path, body, headers);

    public Task<Reply> Patch(string path, object? body = null) => Send(HttpMethod.Patch, path, body);

    public Task<Reply> Delete(string path, object? body = null) => Send(HttpMethod.Delete, path, body);

    public async Task<Reply> Send(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var answer = await Raw(method, path, body, headers);
        return new Reply(answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), answer.Headers.ETag?.Tag, answer.Content.Headers.ContentType?.MediaType);
    }

    public async Task<HttpResponseMessage> Raw(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is byte[] file) request.Content = new ByteArrayContent(file);
        else if (body is not null) request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        if (Access is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Access);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", address);
        foreach (var (name, value) in headers)
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content?.Headers.TryAddWithoutValidation(name, value);
        return await product.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
