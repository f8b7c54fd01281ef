using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc.Infrastructure;
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
        else if (type.IsDefined(typeof(WrittenAsMoneyAttribute), inherit: false)) Become(schema, nullable, Money());
        else if (type == typeof(Currency)) Become(schema, nullable, Text("ISO 4217, such as EUR.", "^[A-Z]{3}$"));
        else if (type == typeof(Quantity) || type == typeof(UnitPrice)) Become(schema, nullable, Text("An exact number with at most 12 decimals, such as 1.5.", @"^-?\d+(\.\d+)?$"));
        else if (type == typeof(Percentage)) Become(schema, nullable, Text("Hundredths, such as 19 or 7.5.", @"^\d+(\.\d+)?$"));
        else if (type == typeof(EnteredMoney)) Become(schema, nullable, new() { AnyOf = [Money(), Text("As people write it, such as $4,250.00 or 4.250,00.", null)] });
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Change<>)) Become(schema, JsonSchemaType.Null, await context.GetOrCreateSchemaAsync(type.GetGenericArguments()[0], null, stop).ConfigureAwait(false));
        else if (type == typeof(Schedule)) Become(schema, nullable, await Schedule(context, stop).ConfigureAwait(false));
        else if (type == typeof(CustomDate)) Become(schema, nullable, await CustomDate(context, stop).ConfigureAwait(false));
        else if (type == typeof(CustomDates)) Become(schema, nullable, new() { Type = JsonSchemaType.Array, Items = await Of<CustomDate>(context, stop).ConfigureAwait(false) });
        else if (type == typeof(Problem)) Become(schema, nullable, Problem());
        else if (type == typeof(decimal) && context.ParameterDescription is not null) Become(schema, 0, Text("An exact number.", @"^-?\d+(\.\d+)?$"));
        else if (type == typeof(TenantId)) Become(schema, nullable, Text("An organisation's key.", "^[a-z0-9-]{1,100}$"));
        // Ids and periods are components: where one may be null its property says so, whichever of the two is met first.
        else if (type == typeof(Period)) Become(schema, 0, Object(("from", Day("The first day.")), ("through", Day("The last day, included."))));
        else if (type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(ITypedId<>))) Become(schema, 0, new() { Type = JsonSchemaType.String, Format = "uuid" });
        else if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.None && ListOf(type) is { } element) Become(schema, 0, new() { Type = JsonSchemaType.Array, Items = await context.GetOrCreateSchemaAsync(element, null, stop).ConfigureAwait(false) });
        await Contents(schema, context, stop).ConfigureAwait(false);
        if (Words(context) is { } words) schema.Enum = [.. words];
    }

    /// <summary>What a list that writes its JSON itself holds; null for what is no list.</summary>
    private static Type? ListOf(Type type) => type.IsArray ? null : type.GetInterfaces().FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))?.GetGenericArguments()[0];

    /// <summary>What lists and dictionaries of types that write their JSON themselves hold; the framework leaves it open.</summary>
    private static async Task Contents(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken stop)
    {
        if (context.JsonTypeInfo.ElementType is not { } element || element == typeof(object)) return;
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Enumerable) schema.Items ??= await context.GetOrCreateSchemaAsync(element, null, stop).ConfigureAwait(false);
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Dictionary) schema.AdditionalProperties ??= await context.GetOrCreateSchemaAsync(element, null, stop).ConfigureAwait(false);
    }

    /// <summary>The words a text may be, where its property or parameter says so by <see cref="AllowedValuesAttribute"/>.</summary>
    private static List<JsonNode>? Words(OpenApiSchemaTransformerContext context)
    {
        // A property of a body has its parameter's description, too.
        var said = context.JsonPropertyInfo is { } property ? property.AttributeProvider : context.ParameterDescription is { ParameterDescriptor: IParameterInfoParameterDescriptor { ParameterInfo: var parameter } } ? parameter : null;
        return said?.GetCustomAttributes(typeof(AllowedValuesAttribute), inherit: false).Cast<AllowedValuesAttribute>().SelectMany(allowed => allowed.Values).OfType<string>().Select(word => (JsonNode)word).ToList() is { Count: > 0 } words ? words : null;
    }

    private static Task<OpenApiSchema> Of<T>(OpenApiSchemaTransformerContext context, CancellationToken stop) => context.GetOrCreateSchemaAsync(typeof(T), null, stop);

    private static async Task<OpenApiSchema> Schedule(OpenApiSchemaTransformerContext context, CancellationToken stop)
    {
        var schedule = Object(("frequency", await Of<Frequency>(context, stop).ConfigureAwait(false)), ("periodRule", await Of<PeriodRule>(context, stop).ConfigureAwait(false)));
        schedule.Properties!["dayOfWeek"] = await Of<DayOfWeek>(context, stop).ConfigureAwait(false);
        schedule.Properties["dayOfMonth"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = "31" };
        schedule.Properties["days"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" }, MinItems = 2, MaxItems = 2 };
        schedule.Properties["anchor"] = Day();
        return schedule;
    }

    private static async Task<OpenApiSchema> CustomDate(OpenApiSchemaTransformerContext context, CancellationToken stop)
    {
        var date = Object(("date", Day()), ("period", await Of<CustomPeriod>(context, stop).ConfigureAwait(false)));
        date.Properties!["from"] = Day("Of an explicit period.");
        date.Properties["through"] = Day("Of an explicit period.");
        return date;
    }

    private static OpenApiSchema Day(string? description = null) => new() { Type = JsonSchemaType.String, Format = "date", Description = description };

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
        (schema.Items, schema.AdditionalPropertiesAllowed) = (shape.Items, shape.AdditionalPropertiesAllowed);
        (schema.Properties, schema.Required, schema.AnyOf) = (shape.Properties, shape.Required, shape.AnyOf is { Count: > 0 } any && nullable != 0 ? [.. any, new OpenApiSchema { Type = JsonSchemaType.Null }] : shape.AnyOf);
        schema.Description ??= shape.Description;
    }
}
