using System.Text.Json;

namespace Billing.Support;

/// <summary>How columns and the wire write the members of an enumeration: as JSON does.</summary>
internal static class Words
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static T Read<T>(string word) where T : struct, Enum => Enum.Parse<T>(word, ignoreCase: true);
}
