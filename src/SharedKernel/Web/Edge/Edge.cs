using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Web;

/// <summary>What every request passes on its way in and out.</summary>
public static class Edge
{
    /// <summary>Strict JSON, and exceptions instead of silent 400s so that <see cref="Problem"/> can say what is wrong.</summary>
    public static IServiceCollection AddEdge(this IServiceCollection services) => services
        .PostConfigure<JsonOptions>(options => Json.Apply(options.SerializerOptions).TypeInfoResolver = new TypesWhenUsed(options.SerializerOptions, Json.Options)) // whatever others added to it before
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

    /// <summary>First in the pipeline: headers on every answer, a problem for whatever goes wrong.</summary>
    public static IApplicationBuilder UseEdge(this IApplicationBuilder app) => app.UseMiddleware<Headers>().UseMiddleware<ProblemAnswers>();

    /// <summary>After routing, before the endpoints: bodies are measured, read and checked.</summary>
    public static IApplicationBuilder UseJsonBodies(this IApplicationBuilder app) => app.UseMiddleware<TooLargeBodies>().UseMiddleware<QueryText>().UseMiddleware<JsonBodies>();
}
