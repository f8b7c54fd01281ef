using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Billing.Host.Tests;

internal sealed record Thing(string Name, Money Price, int Count = 0, DateOnly? On = null, Colour? Colour = null, IReadOnlyList<Part>? Parts = null, IReadOnlyDictionary<string, int>? Sizes = null);

internal sealed record Part(string Label, Guid Id);

internal enum Colour
{
    DarkRed,
    Blue,
}

/// <summary>Endpoints that take a thing, take a file, refuse, and fail in every way.</summary>
internal sealed class AnythingModule : IModule
{
    public string Name => "anything";

    public void AddToStore(StoreModel store)
    {
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/anything", (Thing thing) => TypedResults.Ok(thing)).RequiresSignIn();
        app.MapPost("/api/anything/bytes", async (HttpContext context) => TypedResults.Ok(await Count(context.Request.Body))).RequiresSignIn();
        app.MapPost("/api/anything/import", async (HttpContext context) => TypedResults.Ok(await Count(context.Request.Body))).TakesFiles().RequiresSignIn();
        app.MapGet("/api/anything", (int limit) => TypedResults.Ok(limit)).RequiresSignIn();
        app.MapGet("/api/anything/{id}", (Guid id) => TypedResults.Ok(id)).RequiresSignIn();
        app.MapPost("/api/anything/refuse", () => (IResult)Problem.From(new Refusal("not-today", "Not today.", new Dictionary<string, object?> { ["until"] = new DateOnly(2025, 11, 20) }), "anything")).RequiresSignIn();
        app.MapPost("/api/anything/bug", string () => throw new InvalidOperationException("secret of select * from mt_events at /srv/billing")).RequiresSignIn();
        app.MapPost("/api/anything/away", string () => throw new NpgsqlException("no route", new IOException("gone"))).RequiresSignIn();
        app.MapPost("/api/anything/shutdown", string () => throw new PostgresException("terminating", "FATAL", "FATAL", "57P01")).RequiresSignIn();
        app.MapPost("/api/anything/broken-query", string () => throw new PostgresException("syntax", "ERROR", "ERROR", "42601")).RequiresSignIn();
        app.MapGet("/api/anything/long", () => TypedResults.Ok(new string('a', 20_000))).RequiresSignIn();
    }

    private static async Task<long> Count(Stream body)
    {
        var (buffer, sum) = (new byte[64 * 1024], 0L);
        while (await body.ReadAsync(buffer) is > 0 and var read) sum += read;
        return sum;
    }
}
