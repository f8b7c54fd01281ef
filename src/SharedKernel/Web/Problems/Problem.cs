using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Billing.Web;

/// <summary>An answer that is not a success: application/problem+json with a stable code, a sentence for people and, for bad shapes, a pointer to each field.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Kebab-case, part of the API.</param>
/// <param name="Detail">One sentence that says what to do.</param>
[JsonConverter(typeof(ProblemConverter))]
public sealed record Problem(int Status, string Code, string Detail) : IResult
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The module whose code it is; null for the codes of the edge, such as <c>not-found</c>.</summary>
    public string? Module { get; init; }

    /// <summary>What is wrong with which part of the body.</summary>
    public IReadOnlyList<Fault> Errors { get; init; } = [];

    /// <summary>Further members, by name, such as <c>current</c> of a conflict.</summary>
    public IReadOnlyDictionary<string, object?>? Details { get; init; }

    /// <summary>Seconds after which trying again makes sense; null says nothing about it.</summary>
    public int? RetryAfter { get; init; }

    /// <summary><c>urn:billing:&lt;module&gt;:&lt;code&gt;</c>, or <c>urn:billing:&lt;code&gt;</c> at the edge.</summary>
    public string Type => Module is null ? $"urn:billing:{Code}" : $"urn:billing:{Module}:{Code}";

    /// <summary>A business refusal: 422.</summary>
    public static Problem From(Refusal refusal, string module) => new(422, refusal.Code, refusal.Sentence) { Module = module, Details = refusal.Details };

    /// <summary>Writes status, headers and body.</summary>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = MediaType;
        if (RetryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (HttpMethods.IsHead(httpContext.Request.Method)) return;
        var writer = new Utf8JsonWriter(response.BodyWriter, new JsonWriterOptions { Encoder = Json.Options.Encoder });
        await using (writer.ConfigureAwait(false))
        {
            Write(writer, httpContext.TraceIdentifier);
        }
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Writes the problem as one JSON object; in bulk answers each refused item carries one.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="requestId">Named for the people who read the logs; null leaves it out.</param>
    public void Write(Utf8JsonWriter writer, string? requestId = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("type", Type);
        writer.WriteString("title", Problems.Title(Status));
        writer.WriteNumber("status", Status);
        writer.WriteString("detail", Detail);
        writer.WriteString("code", Code);
        if (requestId is not null) writer.WriteString("requestId", requestId);
        if (Errors.Count > 0)
        {
            writer.WriteStartArray("errors");
            foreach (var fault in Errors)
            {
                writer.WriteStartObject();
                writer.WriteString("pointer", fault.Pointer);
                writer.WriteString("detail", fault.Detail);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        foreach (var (name, value) in Details ?? new Dictionary<string, object?>())
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value, value?.GetType() ?? typeof(object), Json.Options);
        }
        writer.WriteEndObject();
    }
}

/// <summary>Writes problems into bulk answers; nobody reads one.</summary>
internal sealed class ProblemConverter : JsonConverter<Problem>
{
    public override Problem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("A problem is an answer, not a question.");

    public override void Write(Utf8JsonWriter writer, Problem value, JsonSerializerOptions options) => value.Write(writer);
}

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Pointer">JSON pointer into the body, such as <c>/items/0/billed</c>; <c>?name</c> for a query parameter; empty for the whole.</param>
/// <param name="Detail">One sentence.</param>
public sealed record Fault(string Pointer, string Detail);
