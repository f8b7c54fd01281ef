namespace Billing.Web;

/// <summary>The problems that every endpoint can answer; what a module refuses for business reasons is a <see cref="Refusal"/> instead.</summary>
public static class Problems
{
    /// <summary>Nobody is signed in, or the token or key is not, or no longer, one of ours.</summary>
    public static Problem SignInFirst { get; } = new(401, "sign-in-first", "Sign in, or send an API key, as 'Authorization: Bearer …'.");

    /// <summary>Signed in, and still not let.</summary>
    public static Problem NotPermitted(Permission needed) => new(403, "not-permitted", $"This needs the permission {needed.Name}. Ask an admin of your organisation.")
    {
        Details = new Dictionary<string, object?> { ["permission"] = needed.Name },
    };

    /// <summary>A page of another site sent it.</summary>
    public static Problem CrossSite { get; } = new(403, "cross-site", "A page of another site sent this request. Use the dashboard, or a program.");

    /// <summary>It was sent to a name that is not this product's.</summary>
    public static Problem UnknownHost { get; } = new(421, "unknown-host", "This product does not answer to that host name. Its operator lists names in AllowedHosts.");

    /// <summary>There is no such thing, or it belongs to somebody else: the answer is the same.</summary>
    public static Problem NotFound { get; } = new(404, "not-found", "There is nothing at this address.");

    /// <summary>The path exists and does not take this method.</summary>
    public static Problem MethodNotAllowed { get; } = new(405, "method-not-allowed", "This address does not take that method; the Allow header names those it takes.");

    /// <summary>The client was too slow in sending its request.</summary>
    public static Problem TooSlow { get; } = new(408, "too-slow", "The request took too long to arrive.");

    /// <summary>The body is larger than the endpoint takes.</summary>
    public static Problem TooLarge { get; } = new(413, "too-large", "The body is larger than this address takes: 1 MiB, or 20 MiB for an import.");

    /// <summary>The body is not of a type that the endpoint reads.</summary>
    public static Problem UnsupportedMediaType { get; } = new(415, "unsupported-media-type", "Send the body as application/json, or the media type that this address documents.");

    /// <summary>A bug, or a broken machine. Nothing of it is told; the request id finds it in the log.</summary>
    public static Problem Internal { get; } = new(500, "internal", "Something went wrong on our side. Tell us the request id.");

    /// <summary>The database is away. Nothing was changed, or the outcome is unknown: repeat with the same Idempotency-Key.</summary>
    public static Problem Unavailable { get; } = new(503, "unavailable", "The database cannot be reached just now. Try again shortly.") { RetryAfter = 2 };

    /// <summary>The request's shape is wrong.</summary>
    public static Problem BadRequest(params IReadOnlyList<Fault> errors) =>
        new(400, "bad-request", errors.Count switch { 0 => "The request cannot be read.", 1 => errors[0].Detail, _ => $"{errors.Count} fields cannot be read; see errors." }) { Errors = errors };

    /// <summary>Somebody else was quicker.</summary>
    /// <param name="current">The object as it is now; null when it is not told.</param>
    public static Problem Conflict(object? current = null) => new(409, "conflict", "Somebody changed this meanwhile. Look at it as it is now and try again.")
    {
        Details = current is null ? null : new Dictionary<string, object?> { ["current"] = current },
    };

    /// <summary>The problem that says no more than an HTTP status does.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        404 => NotFound,
        405 => MethodNotAllowed,
        408 => TooSlow,
        413 => TooLarge,
        415 => UnsupportedMediaType,
        503 => Unavailable,
        >= 500 => Internal with { Status = status },
        400 => BadRequest(),
        _ => new(status, "refused", Title(status) + "."),
    };

    internal static string Title(int status) => status switch
    {
        400 => "Bad request",
        401 => "Sign in first",
        403 => "Not allowed",
        404 => "Not found",
        405 => "Method not allowed",
        408 => "Too slow",
        409 => "Conflict",
        413 => "Too large",
        415 => "Unsupported media type",
        421 => "Misdirected",
        422 => "Refused",
        429 => "Too many requests",
        431 => "Headers too large",
        503 => "Unavailable",
        >= 500 => "Internal error",
        _ => "Refused",
    };
}
