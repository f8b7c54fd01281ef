using System.Text;
using System.Text.Json;

namespace Billing.Web;

/// <summary>JSON that came inside something else, such as a form's field; as strict as a body.</summary>
public static class JsonText
{
    /// <summary>Reads it.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="at">Where it stood, as a pointer: faults are told below it.</param>
    /// <param name="faults">All that is wrong with it; empty when it was read.</param>
    /// <returns>What it says; null when something is wrong.</returns>
    public static T? Read<T>(string text, string at, out IReadOnlyList<Fault> faults) where T : class
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (JsonScan.FirstFault(bytes) is { } unreadable)
        {
            faults = [unreadable with { Pointer = at + unreadable.Pointer }];
            return null;
        }
        try
        {
            faults = [];
            if (JsonSerializer.Deserialize<T>(bytes, Json.Options) is { } read) return read;
            faults = [new(at, "This must not be null.")];
        }
        catch (JsonException)
        {
            faults = [.. JsonFaults.Find(bytes, typeof(T), Json.Options).Select(fault => fault with { Pointer = at + fault.Pointer })];
        }
        return null;
    }
}
