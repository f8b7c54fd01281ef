using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Billing.Host;

/// <summary>What the command line says to programs: one JSON document a line, and nothing else.</summary>
internal static class JsonLines
{
    public const string Flag = "--json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a terminal or a file reads it, no page
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static bool Wanted(string[] words) => words.Contains(Flag);

    public static void Say(object said) => Console.Out.WriteLine(JsonSerializer.Serialize(said, Json));
}
