using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Billing.Web;

/// <summary>The shapes on the wire of types that write their JSON themselves.</summary>
internal static class Wire
{
    public static async Task Schema(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken stop)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        var nullable = type != context.JsonTypeInfo.Type ? JsonSchemaType.Null : 0;
        if (type == typeof(Money)) Become(schema, nullable, Money());
        else if (type == typeof(Currency)) Become(schema, nullable, Text("ISO 4217, such as EUR.", "^[A-Z]{3}$"));
        else if (type == typeof(EnteredMoney)) Become(schema, nullable, new() { AnyOf = [Money(), Text("As people write it, such as $4,250.00 or 4.250,00.", null)] });
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Change<>)) Become(schema, JsonSchemaType.Null, await context.GetOrCreateSchemaAsync(type.GetGenericArguments()[0], null, stop).ConfigureAwait(false));
        else if (type == typeof(TenantId)) Become(schema, nullable, Text("An organisation's key.", "^[a-z0-9-]{1,100}$"));
        else if (type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(ITypedId<>))) Become(schema, nullable, new() { Type = JsonSchemaType.String, Format = "uuid" });
    }

    public static OpenApiSchema Problem() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457, with a code; further members belong to the code.",
        Required = new HashSet<string> { "type", "title", "status", "detail", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("urn:billing:<module>:<code>, or urn:billing:<code>.", null),
            ["title"] = Text("The status in words.", null),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = Text("One sentence for people.", null),
            ["code"] = Text("Stable, kebab-case.", null),
            ["requestId"] = Text("Finds the request in the log.", null),
            ["errors"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Object(("pointer", Text("JSON pointer into the body, or ?name for a parameter.", null)), ("detail", Text("One sentence.", null))) },
        },
        AdditionalPropertiesAllowed = true,
    };

    private static OpenApiSchema Money()
    {
        var money = Object(("amount", Text("An exact amount in major units, with at most the currency's decimals.", @"^-?\d+(\.\d+)?$")), ("currency", Text("ISO 4217.", "^[A-Z]{3}$")));
        money.Examples = [new JsonObject { ["amount"] = "12.50", ["currency"] = "EUR" }];
        return money;
    }

    private static OpenApiSchema Text(string description, string? pattern) => new() { Type = JsonSchemaType.String, Description = description, Pattern = pattern };

    private static OpenApiSchema Object(params (string Name, OpenApiSchema Schema)[] members) => new()
    {
        Type = JsonSchemaType.Object,
        Required = members.Select(member => member.Name).ToHashSet(),
        Properties = members.ToDictionary(member => member.Name, member => (IOpenApiSchema)member.Schema),
    };

    private static void Become(OpenApiSchema schema, JsonSchemaType nullable, OpenApiSchema shape)
    {
        (schema.Type, schema.Format, schema.Pattern, schema.Examples) = (shape.Type is { } one ? one | nullable : null, shape.Format, shape.Pattern, shape.Examples);
        (schema.Properties, schema.Required, schema.AnyOf) = (shape.Properties, shape.Required, shape.AnyOf is { Count: > 0 } any && nullable != 0 ? [.. any, new OpenApiSchema { Type = JsonSchemaType.Null }] : shape.AnyOf);
        schema.Description ??= shape.Description;
    }
}
