using System.Security.Cryptography;
using System.Text;
using Billing.EventStore;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Billing.Web;

/// <summary>The caller's key of this request and what it is bound to.</summary>
/// <param name="Key">As sent.</param>
/// <param name="Fingerprint">SHA-256 over method, address and body.</param>
internal sealed record IdempotencyKey(string Key, byte[] Fingerprint)
{
    /// <summary>Whether the answer was written with the effect; if not, it is written behind it.</summary>
    public bool Remembered { get; set; }
}

/// <summary>Endpoint metadata: its answer holds a secret that is shown once, so it is never stored, and an <c>Idempotency-Key</c> has no meaning for it.</summary>
public sealed record KeepsNoAnswer;

/// <summary>
/// <c>Idempotency-Key</c> on a POST: the same key and body give the same answer and one effect, another body under the key is refused.
/// The answer is stored in the transaction of its effect, so a crash between the two does not exist. Kept for 30 days. A caller whom nobody knows
/// has no keys, and neither has an endpoint with <see cref="KeepsNoAnswer"/>: what one signs in with is never stored as an answer.
/// </summary>
internal sealed class Idempotency(RequestDelegate next)
{
    private const string Find = "select fingerprint, status, headers, body from idempotency_keys where tenant_id = $1 and key = $2";

    public async Task InvokeAsync(HttpContext context)
    {
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0 || !HttpMethods.IsPost(context.Request.Method) || context.Features.Get<Caller>() is null || context.GetEndpoint()?.Metadata.GetMetadata<KeepsNoAnswer>() is not null)
        {
            await next(context);
            return;
        }
        if (key.Length > 255 || !key.All(c => c is > ' ' and <= '~'))
        {
            await Problems.BadRequest(new Fault("", "An Idempotency-Key is 1 to 255 printable ASCII characters without spaces.")).ExecuteAsync(context);
            return;
        }
        var wanted = new IdempotencyKey(key, await FingerprintOf(context));
        var session = context.RequestServices.GetRequiredService<Session>();
        if (await Earlier(session, wanted, context.RequestAborted) is { } earlier)
        {
            await earlier.ExecuteAsync(context);
            return;
        }
        context.Features.Set(wanted);
        await KeepingTheAnswer(context, session, wanted);
    }

    /// <summary>What was answered under this key before: that answer, or a refusal when it was for something else; null when nothing was.</summary>
    internal static Task<IResult?> Earlier(Session session, IdempotencyKey wanted, CancellationToken stop) =>
        session.Read<IResult?>(Find, [new NpgsqlParameter<string> { TypedValue = wanted.Key }], async reader =>
        {
            if (!await reader.ReadAsync(stop)) return null;
            var found = new RememberedAnswer(wanted.Key, reader.GetFieldValue<byte[]>(0), reader.GetInt32(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3));
            if (!found.Fingerprint.AsSpan().SequenceEqual(wanted.Fingerprint)) return new Problem(422, "idempotency-key-reused", "This Idempotency-Key was used for another request. Send a new key.");
            return found.Status < 400 ? Answer.From(found) : new RepeatedProblem(found.Status, found.Body);
        }, stop);

    /// <summary>A refusal, or a success without effect, is remembered behind its answer.</summary>
    private async Task KeepingTheAnswer(HttpContext context, Session session, IdempotencyKey wanted)
    {
        var response = context.Response;
        var outside = response.Body;
        using var body = new MemoryStream();
        response.Body = body;
        try
        {
            await next(context);
            if (!wanted.Remembered && response.StatusCode is 409 or 422 && await Earlier(session, wanted, context.RequestAborted) is { } twins)
            {
                // what stood in the way was our own twin's doing: its answer is ours
                wanted.Remembered = true;
                body.SetLength(0);
                (response.ContentType, response.ContentLength) = (null, null);
                await twins.ExecuteAsync(context);
            }
            if (!wanted.Remembered && response.StatusCode is (>= 200 and < 300) or 422)
            {
                var version = long.TryParse(response.Headers.ETag.ToString().Trim('"'), out var tag) ? tag : (long?)null;
                await session.Remember(new Answer(response.StatusCode, body.ToArray(), version, response.Headers.Location).Remembered(wanted));
            }
        }
        finally
        {
            response.Body = outside;
        }
        body.Position = 0;
        await body.CopyToAsync(outside);
    }

    private static async Task<byte[]> FingerprintOf(HttpContext context)
    {
        var request = context.Request;
        if (context.Features.Get<JsonBody>() is null && request.ContentLength is not 0)
        {
            var buffer = new MemoryStream();
            await request.Body.CopyToAsync(buffer, context.RequestAborted);
            context.Features.Set(new JsonBody(buffer.GetBuffer().AsMemory(0, (int)buffer.Length)));
            buffer.Position = 0;
            request.Body = buffer;
        }
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n{request.Headers.IfMatch}\n"));
        if (context.Features.Get<JsonBody>() is { } body) hash.AppendData(body.Bytes.Span);
        return hash.GetHashAndReset();
    }

    private sealed record RepeatedProblem(int Status, byte[] Body) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = Status;
            httpContext.Response.ContentType = Problem.MediaType;
            return httpContext.Response.Body.WriteAsync(Body, 0, Body.Length);
        }
    }
}
