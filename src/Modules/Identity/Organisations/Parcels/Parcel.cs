using System.Text.Json;
using System.Text.Json.Serialization;
using Billing.Web;

namespace Billing.Identity;

/// <summary>What the first page of a parcel says: whose it is. No passwords, no keys, nothing that one signs in with.</summary>
/// <param name="Format">Always <see cref="Parcel.Format"/>.</param>
/// <param name="TakenOutAt">UTC.</param>
/// <param name="Name">As shown.</param>
/// <param name="People">Who belonged to it, to be invited where it goes.</param>
internal sealed record ParcelLabel(string Format, DateTimeOffset TakenOutAt, string Name, Contact Contact, Currency Currency, string TimeZone, string Locale, IReadOnlyList<ParcelPerson> People);

/// <summary>Somebody who belonged to an organisation when it was taken out.</summary>
internal sealed record ParcelPerson(Guid Id, string Email, string FirstName, string LastName, Role Role);

/// <summary>What is in a parcel, written last: what is not as it says was cut, or changed on the way.</summary>
/// <param name="Format">Always <see cref="Parcel.Format"/>.</param>
/// <param name="Parts">All but this one.</param>
internal sealed record ParcelManifest(string Format, IReadOnlyList<ParcelPart> Parts);

/// <summary>One file in a parcel.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Lines">How many it has; none in a picture.</param>
/// <param name="Bytes">How many, unpacked.</param>
/// <param name="Hash">SHA-256 over them, in hexadecimal.</param>
internal sealed record ParcelPart(string Name, long Lines, long Bytes, string Hash);

/// <summary>
/// An organisation in one file: a zip of <c>organisation.json</c>, its logo, what modules keep beside the log, one line of JSON each, <c>events.ndjson</c> with one
/// event a line in the order of the log, words about people open, and <c>manifest.json</c>. What concerns signing in and members stays where it was.
/// </summary>
internal static class Parcel
{
    public const string Format = "billing-organisation-2";
    public const string MediaType = "application/zip";
    public const string LabelFile = "organisation.json";
    public const string EventsFile = "events.ndjson";
    public const string ManifestFile = "manifest.json";

    /// <summary>Most bytes that a file may say it has when unpacked, all parts together: a small file can say that it is very long.</summary>
    public const long Longest = 64L << 30;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { MaxDepth = 32, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) } };

    /// <summary>Whether streams of a type go along: all but this module's own.</summary>
    public static bool Takes(string streamType) => !streamType.StartsWith("identity.", StringComparison.Ordinal);

    public static string LogoFile(string type) => type == Picture.Png ? "logo.png" : "logo.jpg";

    /// <summary>The file of what a module keeps beside the log.</summary>
    public static string FileOf(EventStore.Belonging belonging) => $"{belonging.Name}.ndjson";

    /// <summary>A file on disk while a parcel is packed or looked at: for nobody else to read, and gone when it is closed.</summary>
    public static FileStream Draft(Guid name)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous, BufferSize = 128 << 10 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(Path.Combine(Path.GetTempPath(), $"billing-{name:n}.zip"), options);
    }
}
