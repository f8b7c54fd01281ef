using System.Text.Json;
using System.Text.RegularExpressions;
using Billing.EventStore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Billing.Web;

/// <summary>Whatever goes wrong below leaves as a <see cref="Problem"/>: bare statuses, unreadable requests, an absent database, bugs.</summary>
internal sealed partial class ProblemAnswers(RequestDelegate next, ILogger<ProblemAnswers> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null or 0 }) await Problems.OfStatus(context.Response.StatusCode).ExecuteAsync(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = 499;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var problem = Explain(e, context);
            if (problem.Status == 500) log.LogError(e, "{Method} {Path} failed (request {RequestId})", context.Request.Method, Place(context), context.TraceIdentifier);
            else if (problem.Status == 503) log.LogWarning("{Method} {Path}: the database is away: {Reason} (request {RequestId})", context.Request.Method, Place(context), e.Message, context.TraceIdentifier);
            var allow = context.Response.Headers.Allow;
            context.Response.Clear();
            if (allow.Count > 0) context.Response.Headers.Allow = allow;
            await problem.ExecuteAsync(context).ConfigureAwait(false);
        }
    }

    /// <summary>Where it went wrong; an address that is a secret is told by its pattern.</summary>
    private static string Place(HttpContext context) => context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern } && context.Request.RouteValues.ContainsKey(LinkPage.Token) ? pattern : context.Request.Path.ToString();

    private static Problem Explain(Exception e, HttpContext context) => e switch
    {
        BadHttpRequestException { StatusCode: 400, InnerException: JsonException inner } => Problems.BadRequest(Faults(inner, context)),
        BadHttpRequestException { StatusCode: 400 } bad => Parameter().Match(bad.Message) is { Success: true } match ? Unbound(match, context) : Problems.BadRequest(new Fault("", "The request is incomplete or cannot be read.")),
        BadHttpRequestException bad => Problems.OfStatus(bad.StatusCode),
        _ when IsBrokenForm(e, context) => Problems.BadRequest(new Fault("", "The form cannot be read: it ends early, or its boundary does not fit the Content-Type.")),
        JsonException inner => Problems.BadRequest(Faults(inner, context)),
        ConcurrencyException => Problems.Conflict(),
        _ when IsDatabaseAway(e) => Problems.Unavailable,
        _ => Problems.Internal,
    };

    private static IReadOnlyList<Fault> Faults(JsonException e, HttpContext context)
    {
        var type = context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        var found = type is not null && context.Features.Get<JsonBody>() is { } body ? JsonFaults.Find(body.Bytes, type, Json.Options) : [];
        return found.Count > 0 ? found : [new("", "The body does not have the documented form.")];
    }

    private static Problem Unbound(Match match, HttpContext context)
    {
        var name = match.Groups["name"].Value;
        if (context.GetRouteData().Values.ContainsKey(name)) return Problems.NotFound;
        return Problems.BadRequest(new Fault("?" + name, match.Groups["missing"].Success ? $"The parameter {name} is missing." : $"The parameter {name} cannot be read."));
    }

    /// <summary>The framework's reader of forms throws these at bytes that are no form.</summary>
    private static bool IsBrokenForm(Exception e, HttpContext context) => context.Request.HasFormContentType && e is InvalidDataException or IOException { InnerException: null, TargetSite.DeclaringType.Namespace: "Microsoft.AspNetCore.WebUtilities" };

    private static bool IsDatabaseAway(Exception? e) => e switch
    {
        null => false,
        PostgresException { SqlState: { } state } => state[..2] is "08" or "53" or "57" && state is not PostgresErrorCodes.QueryCanceled,
        NpgsqlException => true,
        _ => IsDatabaseAway(e.InnerException),
    };

    [GeneratedRegex("""^(?:Failed to bind parameter|(?<missing>Required parameter)) "[^"]* (?<name>\w+)" """, RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}
