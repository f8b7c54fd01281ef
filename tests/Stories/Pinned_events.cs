using Billing.EventStore;

namespace Billing.Stories;

/// <summary>
/// The JSON of every event as it lies in the log, in Data/events: <c>alias.json</c>, or <c>alias.variant.json</c> where a field takes several shapes.
/// A file here is never changed once a release has written such an event; what must change gets a new event and an upcaster.
/// </summary>
public class Pinned_events
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Data", "events");
    private static readonly EventRegistry Registry = new StoreModel().Events(Every_event.Module).BuildRegistry();

    public static IEnumerable<TheoryDataRow<string>> Names => Samples.Pinned.Keys.Select(name => new TheoryDataRow<string>(name));

    [Fact]
    public void are_all_there() => Assert.Empty(Registry.Describe().Select(one => one.Alias).Except(Samples.Pinned.Keys));

    [Fact]
    public void have_no_files_of_nothing() => Assert.Equal(Samples.Pinned.Keys.Order(StringComparer.Ordinal), System.IO.Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Names))]
    public void are_written_and_read_as_pinned(string name) => Assert.Null(Offence(Registry, Text(name), Samples.Pinned[name]));

    [Fact]
    public void with_a_renamed_field_are_seen_when_written() => Assert.Equal(
        """planted.terms_agreed is written as {"daysToPay":30}, pinned is {"days":30}""", Offence(Planted, """{"days":30}""", new TermsPutOtherwise(30)));

    [Fact]
    public void with_a_renamed_field_are_seen_when_read() => Assert.Equal(
        """planted.terms_agreed is read as TermsPutOtherwise { DaysToPay = 0 }""", Misread(Planted, "planted.terms_agreed", """{"days":30}""", new TermsPutOtherwise(30)));

    private static EventRegistry Planted => new StoreModel().Events([typeof(TermsPutOtherwise)]).BuildRegistry();

    private static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json")).TrimEnd('\n');

    private static string? Offence(EventRegistry registry, string pinned, object sample)
    {
        var alias = registry.AliasOf(sample.GetType());
        return registry.Write(sample) is var written && written != pinned ? $"{alias} is written as {written}, pinned is {pinned}" : Misread(registry, alias, pinned, sample);
    }

    private static string? Misread(EventRegistry registry, string alias, string pinned, object sample)
    {
        var read = registry.Read(alias, System.Text.Encoding.UTF8.GetBytes(pinned));
        return !sample.Equals(read) ? $"{alias} is read as {read}" : registry.Write(read) is var again && again != pinned ? $"{alias} is written as {again} once read, pinned is {pinned}" : null;
    }

    [Event("planted.terms_agreed")]
    private sealed record TermsPutOtherwise(int DaysToPay);
}
