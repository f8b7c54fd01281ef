using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Billing.Web;

/// <summary>The bytes of a JSON request, as they came: an idempotency key is bound to them.</summary>
/// <param name="Bytes">UTF-8; checked by <see cref="JsonScan"/>.</param>
public sealed record JsonBody(ReadOnlyMemory<byte> Bytes);

/// <summary>Endpoint metadata: it reads its body itself, as it comes, and says of each part what is wrong with it.</summary>
public sealed record ReadsItsBody;

/// <summary>Reads every JSON body whole (the server's limit holds), refuses what no endpoint may see, and leaves the bytes as <see cref="JsonBody"/>.</summary>
internal sealed class JsonBodies(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<ReadsItsBody>() is null && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is not false && request.HasJsonContentType())
        {
            if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                await Problems.UnsupportedMediaType.ExecuteAsync(context).ConfigureAwait(false);
                return;
            }
            using var buffer = new MemoryStream((int)Math.Min(request.ContentLength ?? 1024, 64 * 1024));
            await request.Body.CopyToAsync(buffer, context.RequestAborted).ConfigureAwait(false);
            var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
            if (JsonScan.FirstFault(bytes.Span) is { } fault)
            {
                await Problems.BadRequest(fault).ExecuteAsync(context).ConfigureAwait(false);
                return;
            }
            context.Features.Set(new JsonBody(bytes));
            request.Body = new MemoryStream(buffer.GetBuffer(), 0, (int)buffer.Length, writable: false);
        }
        await next(context).ConfigureAwait(false);
    }
}

/// <summary>Finds what a JSON reader would let through and the database would not take, or what two readers would read differently.</summary>
public static class JsonScan
{
    /// <summary>The first thing wrong with the text, or null: not UTF-8, not JSON, too deep, half a surrogate pair, the character U+0000, or null as an element of a list.</summary>
    public static Fault? FirstFault(ReadOnlySpan<byte> utf8)
    {
        if (!System.Text.Unicode.Utf8.IsValid(utf8)) return new("", "The body is not UTF-8.");
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Json.MaxDepth });
        try
        {
            var inList = new System.Collections.BitArray(Json.MaxDepth + 1);
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) inList[reader.CurrentDepth + 1] = reader.TokenType == JsonTokenType.StartArray;
                if (reader.TokenType == JsonTokenType.Null && inList[reader.CurrentDepth]) return At(utf8, reader.TokenStartIndex, "This must not be null.");
                if (!reader.ValueIsEscaped || reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName)) continue;
                if (reader.GetString()!.Contains('\0', StringComparison.Ordinal)) return At(utf8, reader.TokenStartIndex, "Text may not contain the character U+0000.");
            }
            return null;
        }
        catch (JsonException e)
        {
            return new("", reader.CurrentDepth >= Json.MaxDepth ? $"The body is nested deeper than {Json.MaxDepth} levels." : $"The body is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException)
        {
            return At(utf8, reader.TokenStartIndex, "Text contains half a surrogate pair.");
        }
    }

    private static Fault At(ReadOnlySpan<byte> utf8, long position, string detail) => new(JsonPointer.Of(utf8, position), detail);
}
