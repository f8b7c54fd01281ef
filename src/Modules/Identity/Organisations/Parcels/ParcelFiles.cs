using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Billing.EventStore;

namespace Billing.Identity;

/// <summary>Lines of which a field is a file: in a parcel the file stands beside them, so that people can open it, and the line says where.</summary>
internal sealed class ParcelFiles
{
    public const string Folder = "documents/";

    private const string Where = "file";

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The line without its file, and the file.</summary>
    public (byte[] Line, string Name, byte[] Bytes) Apart(string line, string field)
    {
        var said = JsonNode.Parse(line)!.AsObject();
        var bytes = Convert.FromBase64String(said[field]!.GetValue<string>());
        var name = Free(said["name"]!.GetValue<string>());
        said.Remove(field);
        said[Where] = name;
        return (JsonSerializer.SerializeToUtf8Bytes(said, Parcel.Json), name, bytes);
    }

    /// <summary>The line with its file.</summary>
    /// <exception cref="NotMovableException">It names none, or one that is too large.</exception>
    public static string Together(string line, Belonging belonging, Func<string, byte[]?> find)
    {
        try
        {
            if (JsonNode.Parse(line) is not JsonObject said || said[Where] is not JsonValue where || !where.TryGetValue<string>(out var name) || find(name) is not { } bytes) throw new NotMovableException($"A line of {belonging.Name} names no file that is in the archive.");
            said.Remove(Where);
            said[belonging.Bytes!] = Convert.ToBase64String(bytes);
            return said.ToJsonString(Parcel.Json);
        }
        catch (JsonException e)
        {
            throw new NotMovableException($"A line of {belonging.Name} is no JSON.", e);
        }
    }

    /// <summary>Under the name that it has, with a number where others have that, too.</summary>
    private string Free(string name)
    {
        for (var number = 1; ; number++)
        {
            var free = Folder + (number == 1 ? name : $"{Path.GetFileNameWithoutExtension(name)} ({number}){Path.GetExtension(name)}");
            if (_names.Add(free)) return free;
        }
    }
}
