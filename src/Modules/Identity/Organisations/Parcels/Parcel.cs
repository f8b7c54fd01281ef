using System.Text.Json;
using System.Text.Json.Serialization;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Identity;

/// <summary>What the first page of a parcel says: whose it is. No passwords, no keys, nothing that one signs in with.</summary>
/// <param name="Format">Always <see cref="Parcel.Format"/>.</param>
/// <param name="TakenOutAt">UTC.</param>
/// <param name="Slug">Its name in addresses, where it came from.</param>
/// <param name="Name">As shown.</param>
/// <param name="People">Who belonged to it, to be invited where it goes.</param>
/// <param name="TestMode">By what clock it goes; null: by everybody's.</param>
internal sealed record ParcelLabel(string Format, DateTimeOffset TakenOutAt, string Slug, string Name, Contact Contact, Currency Currency, string TimeZone, string Locale, IReadOnlyList<ParcelPerson> People, ParcelClock? TestMode);

/// <summary>Somebody who belonged to an organisation when it was taken out.</summary>
internal sealed record ParcelPerson(Guid Id, string Email, string FirstName, string LastName, Role Role);

/// <summary>The clock of an organisation in test mode. It goes along and stands where it stood.</summary>
/// <param name="Since">What it showed first, UTC.</param>
/// <param name="At">What it shows, UTC.</param>
/// <param name="Seed">What a made-up company is played of; null: it is none.</param>
internal sealed record ParcelClock(DateTimeOffset Since, DateTimeOffset At, int? Seed);

/// <summary>What is in a parcel, written behind it: what is not as it says was cut, or changed on the way.</summary>
/// <param name="Format">Always <see cref="Parcel.Format"/>.</param>
/// <param name="Product">The version that packed it.</param>
/// <param name="Organisation">Its key where it came from.</param>
/// <param name="TakenOutAt">The moment that all of it is of, UTC.</param>
/// <param name="Position">The number of its last event in the log that it came from.</param>
/// <param name="Events">How many of its events go along.</param>
/// <param name="Parts">All files but this one and the seal.</param>
internal sealed record ParcelManifest(string Format, string Product, string Organisation, DateTimeOffset TakenOutAt, long Position, long Events, IReadOnlyList<ParcelPart> Parts);

/// <summary>One file in a parcel.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Lines">How many line ends it has.</param>
/// <param name="Bytes">How many.</param>
/// <param name="Hash">SHA-256 over them, in hexadecimal.</param>
/// <param name="Blocks">The first eight digits of the SHA-256 of each block of <see cref="PartSums.Block"/> bytes.</param>
/// <param name="Head">The same of what stands in the archive between the file before and this one.</param>
internal sealed record ParcelPart(string Name, long Lines, long Bytes, string Hash, string Blocks, string Head);

/// <summary>
/// An organisation in one file: a tar of <c>organisation.json</c>, its logo, what modules keep beside the log, one line of JSON each, <c>events.ndjson</c> with one
/// event a line in the order of the log, words about people open, <c>documents/*</c>, <c>read-models/*.csv</c>, <c>manifest.json</c> and <c>seal.txt</c>. What concerns signing in and
/// members stays where it was.
/// </summary>
internal static class Parcel
{
    public const string Format = "billing-organisation-3";
    public const string MediaType = "application/x-tar";
    public const string LabelFile = "organisation.json";
    public const string EventsFile = "events.ndjson";
    public const string ManifestFile = "manifest.json";

    /// <summary>Most bytes that all parts together may have.</summary>
    public const long Longest = 64L << 30;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { MaxDepth = 32, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) } };

    /// <summary>The version of the product.</summary>
    public static string Product { get; } = typeof(Parcel).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>Whether streams of a type go along: all but this module's own.</summary>
    public static bool Takes(string streamType) => !streamType.StartsWith("identity.", StringComparison.Ordinal);

    /// <summary>The read models that go along, and are to be the same where they arrive: all but this module's own.</summary>
    public static IReadOnlyList<ReadModel> ReadModels(StoreModel model) => [.. ReadModel.All(model).Where(one => one.Projections.All(Takes))];

    public static string LogoFile(string type) => type == Picture.Png ? "logo.png" : "logo.jpg";

    /// <summary>The file of what a module keeps beside the log.</summary>
    public static string FileOf(Belonging belonging) => $"{belonging.Name}.ndjson";

    /// <summary>The file of a read model.</summary>
    public static string FileOf(ReadModel model) => $"read-models/{model.Name}.csv";

    /// <summary>A file on disk while a parcel is packed or looked at: for nobody else to read, and gone when it is closed.</summary>
    public static FileStream Draft(Guid name)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous, BufferSize = 128 << 10 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(Path.Combine(Path.GetTempPath(), $"billing-{name:n}.tar"), options);
    }
}
