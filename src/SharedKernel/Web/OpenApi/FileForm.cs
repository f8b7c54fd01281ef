using Microsoft.AspNetCore.Builder;
using Microsoft.OpenApi;

namespace Billing.Web;

/// <summary>Describes bodies that are forms with a file.</summary>
public static class FileForm
{
    /// <summary>Says that the multipart body has a file in <c>file</c> and, as JSON, what somebody decided about it in <c>options</c>.</summary>
    /// <typeparam name="TOptions">The decisions.</typeparam>
    public static RouteHandlerBuilder DescribesForm<TOptions>(this RouteHandlerBuilder endpoint) => endpoint.AddOpenApiOperationTransformer(async (operation, context, stop) =>
    {
        var name = typeof(TOptions).Name;
        context.Document!.AddComponent(name, await context.GetOrCreateSchemaAsync(typeof(TOptions), null, stop).ConfigureAwait(false));
        operation.RequestBody!.Content!["multipart/form-data"] = new OpenApiMediaType
        {
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string> { "file" },
                Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }, ["options"] = new OpenApiSchemaReference(name, context.Document) },
            },
            Encoding = new Dictionary<string, OpenApiEncoding> { ["options"] = new() { ContentType = "application/json" } },
        };
    });
}
