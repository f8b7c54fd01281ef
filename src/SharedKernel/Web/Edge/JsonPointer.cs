using System.Globalization;
using System.Text.Json;

namespace Billing.Web;

/// <summary>JSON pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary>One step further.</summary>
    public static string Step(string pointer, string name) => pointer + "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>One step further, into an array.</summary>
    public static string Step(string pointer, int index) => pointer + "/" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The pointer to the value that begins at that byte; of a property's name, the pointer to its object.</summary>
    public static string Of(ReadOnlySpan<byte> utf8, long position)
    {
        var reader = new Utf8JsonReader(utf8);
        var path = new Stack<(string At, int Next)>();
        var (pointer, member) = ("", "");
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                path.TryPop(out _);
                continue;
            }
            if (path.TryPop(out var parent))
            {
                pointer = parent.Next < 0 ? member : Step(parent.At, parent.Next);
                if (reader.TokenType == JsonTokenType.PropertyName) pointer = parent.At;
                path.Push(parent.Next < 0 ? parent : (parent.At, parent.Next + 1));
            }
            if (reader.TokenStartIndex >= position) return pointer;
            if (reader.TokenType == JsonTokenType.PropertyName) member = Step(path.Peek().At, reader.GetString()!);
            if (reader.TokenType is JsonTokenType.StartObject) path.Push((pointer, -1));
            if (reader.TokenType is JsonTokenType.StartArray) path.Push((pointer, 0));
        }
        return "";
    }
}
