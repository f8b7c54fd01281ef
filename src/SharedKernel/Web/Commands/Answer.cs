using System.Globalization;
using System.Text.Json;
using Billing.EventStore;
using Microsoft.AspNetCore.Http;

namespace Billing.Web;

/// <summary>A success, ready to be sent now and to be repeated for the same idempotency key.</summary>
/// <param name="Status">200, 201, 202 or 204.</param>
/// <param name="Body">JSON in UTF-8; empty for 204.</param>
/// <param name="Version">The stream's version, sent as <c>ETag</c>; null for none.</param>
/// <param name="Location">Where the new thing is; null for none.</param>
public sealed record Answer(int Status, byte[] Body, long? Version = null, string? Location = null) : IResult
{
    /// <summary>Serialises a body with the API's rules.</summary>
    public static Answer Of(object? body, long? version = null, int status = 200, string? location = null) =>
        new(body is null ? 204 : status, body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Json.Options), version, location);

    /// <summary>Sends it.</summary>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (Version is { } version) response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
        if (Location is { } location) response.Headers.Location = location;
        if (Body.Length == 0) return Task.CompletedTask;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = Body.Length;
        return response.Body.WriteAsync(Body, 0, Body.Length);
    }

    internal RememberedAnswer Remembered(IdempotencyKey key) => new(key.Key, key.Fingerprint, Status, JsonSerializer.Serialize(new Headers(Version, Location)), Body);

    internal static Answer From(RememberedAnswer remembered)
    {
        var headers = JsonSerializer.Deserialize<Headers>(remembered.Headers)!;
        return new Answer(remembered.Status, remembered.Body, headers.Version, headers.Location);
    }

    private sealed record Headers(long? Version, string? Location);
}
