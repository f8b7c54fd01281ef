using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Billing.Web;

/// <summary>What the API's description says beyond what the framework sees by itself.</summary>
public static class Description
{
    /// <summary>Adds titles, the shapes of kernel types on the wire, and the problem that every operation may answer.</summary>
    public static OpenApiOptions Describe(this OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.AddDocumentTransformer(Document).AddSchemaTransformer(Wire.Schema).AddOperationTransformer(Operation);
    }

    private const string Needs = "x-permission";
    private const string Guest = "guest";

    private static Task Document(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stop)
    {
        document.Info = new OpenApiInfo { Title = "Billing", Version = "1.0", Description = "Every POST takes an Idempotency-Key. Errors are application/problem+json with a stable code. Money is text, so that no client loses a cent." };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas["Problem"] = Wire.Problem();
        document.Components.Responses ??= new Dictionary<string, IOpenApiResponse>();
        document.Components.Responses["Problem"] = new OpenApiResponse
        {
            Description = "What went wrong, with a stable code and a sentence for people.",
            Content = new Dictionary<string, OpenApiMediaType> { [Web.Problem.MediaType] = new() { Schema = new OpenApiSchemaReference("Problem", document) } },
        };
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An access token of /api/auth/login, or an API key (bk_live_…). What an operation needs stands in its x-permission." };
        document.Components.SecuritySchemes["portal"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "__Host-billing-portal", Description = "The cookie of /api/portal/session, together with a header X-Billing-Client. It opens what asks for a guest, and nothing else." };
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(pair => pair.Value))
            if (operation.Extensions?.TryGetValue(Needs, out var needs) == true && needs is JsonNodeExtension { Node: var node } && node.GetValue<string>() is var word and not "anybody")
                operation.Security = [new() { [new OpenApiSecuritySchemeReference(word == Guest ? "portal" : "bearer", document)] = [] }];
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(pair => pair.Value))
            (operation.Responses ??= []).TryAdd("default", new OpenApiResponseReference("Problem", document));
        return Task.CompletedTask;
    }

    private static Task Operation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Access>().LastOrDefault() is { } access)
            (operation.Extensions ??= new Dictionary<string, IOpenApiExtension>())[Needs] = new JsonNodeExtension(access.Kind switch { AccessKind.Anybody => "anybody", AccessKind.SignedIn => "signed-in", AccessKind.Guest => Guest, _ => access.Permission!.Name });
        operation.OperationId ??= context.Description.HttpMethod!.ToLowerInvariant() + string.Concat((context.Description.RelativePath ?? "").Split('/', '-', '{', '}', '.').Select(word => word.Split(':')[0]).Where(word => word.Length > 0 && word != "api").Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Query))
        {
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!); // names are read in any case; this is how the API writes them
            if (parameter.Schema?.Type is { } type && type.HasFlag(JsonSchemaType.Array)) parameter.Required = false; // none given is an empty list
        }
        if (context.Description.HttpMethod is "PUT" or "PATCH" or "DELETE")
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "If-Match", In = ParameterLocation.Header, Description = "The ETag of the version that was seen: when somebody was faster, the answer is 409 with what is there now.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        if (context.Description.HttpMethod == "POST")
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "Idempotency-Key", In = ParameterLocation.Header, Description = "Any text of up to 255 characters: the same key and body give the same answer and one effect, for 30 days.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 255 },
            });
        return Task.CompletedTask;
    }
}
