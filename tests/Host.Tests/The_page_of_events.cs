using System.Text.RegularExpressions;
using Billing.EventStore;
using Billing.Testing;
using Billing.Web;

namespace Billing.Host.Tests;

/// <summary>docs/events.md, written by the product itself.</summary>
public partial class The_page_of_events
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs");

    [Fact]
    public async Task in_the_repository_is_that_of_the_code()
    {
        var file = Path.Combine(Folder, "events.md");
        Assert.True(File.Exists(file), "docs/events.md is missing: run ./dev events.");
        Assert.True(await EventsFile.Render(Program.Modules) == await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), "docs/events.md is not what the code says: run ./dev events and commit it.");
    }

    [Fact]
    public void says_what_every_event_and_every_field_means()
    {
        var model = new StoreModel();
        foreach (var module in Program.Modules) module.AddToStore(model);
        Assert.NotEmpty(model.BuildRegistry().Describe());
        Assert.Empty(model.BuildRegistry().Describe().SelectMany(Silences));
    }

    [Fact]
    public void would_show_a_silence() => Assert.Equal(["KettleBoiled", "KettleBoiled litres"], Planted().BuildRegistry().Describe().SelectMany(Silences));

    [Fact]
    public async Task points_to_a_sample_of_each()
    {
        var links = Links().Matches(await EventsFile.Render(Program.Modules)).Select(link => link.Groups[1].Value).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(Folder, link)), link));
    }

    [Fact]
    public async Task tells_stream_fields_readers_and_old_names()
    {
        var page = await EventsFile.Render([new KettleModule()]);
        Assert.Contains("## kettles.kettle\n", page, StringComparison.Ordinal);
        Assert.Contains("| `litres` | whole number, may be missing |", page, StringComparison.Ordinal);
        Assert.Contains("Since 2.1. Read by `kettles.boiled` (async). Ignored by `kettles.cold` (async). Also read from `kettles.kettle_heated`. [Sample](../tests/Kettles.Tests/Data/events/kettles.kettle_boiled.json).", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task tells_who_handles_messages() => Assert.Contains("| `kettles.tea_wanted` | `TeaMaker` |", await EventsFile.Render([new KettleModule()]), StringComparison.Ordinal);

    [Fact]
    public async Task wants_a_word_for_every_type() =>
        Assert.Contains("no word for a field of type Version", (await Assert.ThrowsAsync<InvalidOperationException>(() => EventsFile.Render([new StrangeModule()]))).Message, StringComparison.Ordinal);

    private static IEnumerable<string> Silences(KnownEvent one)
    {
        var comments = new DocComments();
        if (comments.Of(one.Type).Length == 0) yield return $"{one.Type.Name}";
        foreach (var field in one.Fields.Where(field => comments.Of(one.Type, field.Property.Name).Length == 0)) yield return $"{one.Type.Name} {field.Name}";
    }

    private static StoreModel Planted()
    {
        var model = new StoreModel();
        new KettleModule().AddToStore(model);
        return model;
    }

    [GeneratedRegex(@"\[Sample\]\((.+?)\)")]
    private static partial Regex Links();
}
