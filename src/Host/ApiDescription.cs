using Billing.Web;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Billing.Host;

/// <summary>The API's description, OpenAPI 3.1, at <c>/openapi.json</c> and in the repository's <c>openapi.json</c>.</summary>
internal static class ApiDescription
{
    private const string Document = "v1";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.Describe();
    });

    public static void Map(IEndpointRouteBuilder app)
    {
        Task<byte[]>? known = null;
        app.MapGet("/openapi.json", async (IServiceProvider services, CancellationToken stop) =>
            TypedResults.Bytes(await (known is { IsFaulted: false } ? known : known = Render(services, CancellationToken.None)).WaitAsync(stop), "application/json")).ExcludeFromDescription().OpenToAnybody();
    }

    public static async Task<byte[]> Render(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Document).GetOpenApiDocumentAsync(stop);
        using var text = new MemoryStream();
        await document.SerializeAsJsonAsync(text, OpenApiSpecVersion.OpenApi3_1, stop);
        return text.ToArray();
    }
}
