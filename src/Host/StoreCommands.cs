using System.Globalization;
using System.Text.Json;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.Host;

/// <summary>The command line's view of the store. It may run beside the serving product.</summary>
internal static class StoreCommands
{
    private const string AnchorWord = "--anchor=";
    private static readonly JsonSerializerOptions AnchorJson = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task<int> Replay(IModule[] modules, string[] words, CancellationToken stop) => await With(modules, words, async store =>
    {
        var names = words.Where(word => !word.StartsWith('-') && !word.Contains('=', StringComparison.Ordinal)).ToList();
        var chosen = words.Contains("--all") ? store.Model.Projections : [.. store.Model.Projections.Where(projection => names.Contains(projection.Name))];
        if (chosen.Count == 0 || (names.Count > 0 && chosen.Count != names.Count)) return Not($"Say --all, or which of: {string.Join(", ", store.Model.Projections.Select(projection => projection.Name))}.");
        var exit = 0;
        foreach (var projection in chosen) exit |= words.Contains("--compare") ? await Compare(store, projection, JsonLines.Wanted(words), stop) : await Rebuild(store, projection, JsonLines.Wanted(words), stop);
        return exit;
    });

    public static async Task<int> Verify(IModule[] modules, string[] words, CancellationToken stop) => await With(modules, words, async store =>
    {
        var again = await new Forgetting(store).Again(stop);
        var found = await new Verify(store).Run(stop);
        var anchorFile = words.FirstOrDefault(word => word.StartsWith(AnchorWord, StringComparison.Ordinal))?[AnchorWord.Length..];
        if (JsonLines.Wanted(words))
        {
            var (audit, _) = await Audited(store, anchorFile, stop);
            JsonLines.Say(new { found.Events, found.Streams, found.Skipped, keysDestroyedAgain = again, findings = found.Findings, entries = audit.Entries, audit = audit.Findings.Select(one => new { organisation = one.Tenant.Value, one.Fault, one.Number, one.Sequence, one.Event }) });
            return found.ExitCode | (audit.Findings.Count == 0 ? 0 : 1);
        }
        if (again > 0) Say($"{again} keys of people who were forgotten had come back, from a backup perhaps, and are destroyed again.");
        Say($"{found.Events} events in {found.Streams} streams, {found.Skipped} numbers recorded as dead.");
        foreach (var finding in found.Findings) Say($"BROKEN: {finding.Check}: {finding.Count} times, first {finding.Example}");
        if (found.Findings.Count == 0) Say("The log keeps its promises.");
        return found.ExitCode | await Audit(store, anchorFile, stop);
    });

    public static async Task<int> Projections(IModule[] modules, string[] words, CancellationToken stop) => await With(modules, words, async store =>
    {
        var states = await new ProjectionsState(store).List(stop);
        if (JsonLines.Wanted(words))
        {
            foreach (var state in states) JsonLines.Say(new { state.Name, state.Lifecycle, state.Version, state.Position, state.HighWaterMark, state.Lag, state.Status, state.Error, state.LastUpdated, behindSeconds = state.Behind.TotalSeconds });
            return 0;
        }
        Say($"{"projection",-36} {"lifecycle",-9} {"position",12} {"mark",12} {"lag",8}  state");
        foreach (var state in states)
            Say(string.Create(CultureInfo.InvariantCulture, $"{state.Name,-36} {state.Lifecycle.ToString().ToLowerInvariant(),-9} {state.Position,12} {state.HighWaterMark,12} {state.Lag,8}  {state.Status.ToString().ToLowerInvariant()} {state.Error}"));
        return 0;
    });

    public static async Task<int> DeadLetters(IModule[] modules, string[] words, CancellationToken stop) => await With(modules, words, async store =>
    {
        var (letters, json) = (new DeadLetters(store), JsonLines.Wanted(words));
        switch (words.Where(word => word != JsonLines.Flag).ToArray())
        {
            case [] or ["list"]:
                var all = await letters.List(null, 1000, null, stop);
                if (json)
                {
                    foreach (var letter in all) JsonLines.Say(Told(letter));
                    return 0;
                }
                foreach (var letter in all) Say($"{letter.Id}  {letter.Tenant}  {letter.Kind} {letter.Type}  {letter.FailedAt:yyyy-MM-ddTHH:mm:ssZ}  {letter.Attempts} tries  {letter.Error.Split('\n')[0]}");
                Say(all.Count == 0 ? "There are none." : $"{all.Count} in all.");
                return 0;
            case ["show", var id]:
                if (await letters.Find(null, id, stop) is not { } one) return Not($"There is no dead letter {id}.");
                if (json) JsonLines.Say(Told(one));
                else Say($"{one.Kind} {one.Type} of {one.Tenant}, failed {one.FailedAt:yyyy-MM-ddTHH:mm:ssZ} after {one.Attempts} tries\n\n{one.Body}\n\n{one.Error}");
                return 0;
            case ["replay", var id]:
                if (!await letters.Replay(null, id, stop)) return Not($"There is no dead letter {id}.");
                if (json) JsonLines.Say(new { id, replayed = true });
                else Say("It is tried again as soon as the product runs.");
                return 0;
            default:
                return Not("Say list, show <id> or replay <id>.");
        }
    });

    public static async Task<int> Removals(IModule[] modules, string[] words, CancellationToken stop) => await Within(modules, words, async (services, _) =>
    {
        var all = await services.GetRequiredService<IRemovals>().All(stop);
        foreach (var gone in all)
            Say(string.Create(CultureInfo.InvariantCulture, $"{gone.Organisation,-40} begun {gone.BegunAt:yyyy-MM-ddTHH:mm:ssZ}  {(gone.EndedAt is { } end ? $"nothing is left since {end:yyyy-MM-ddTHH:mm:ssZ}" : "not yet done")}  trail {gone.Entries} {gone.Hash}"));
        Say(all.Count == 0 ? "There are none." : $"{all.Count} in all.");
        return all.Any(gone => gone.EndedAt is null) ? 1 : 0;
    });

    private static object Told(DeadLetter letter) => new { letter.Id, organisation = letter.Tenant.Value, letter.Kind, letter.Type, letter.FailedAt, letter.Attempts, letter.Error, letter.Body };

    private static async Task<int> Rebuild(EventStore.EventStore store, Projection projection, bool json, CancellationToken stop)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var result = await new Rebuild(store).Run(projection, Console.IsErrorRedirected ? null : new Progress(), stop);
        var seconds = TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
        if (json) JsonLines.Say(new { projection = projection.Name, result.Rows, result.Events, result.Position, seconds });
        else Say(string.Create(CultureInfo.InvariantCulture, $"{projection.Name}: {result.Rows} rows from {result.Events} events in {seconds:F2} s, up to {result.Position}"));
        return 0;
    }

    private static async Task<int> Compare(EventStore.EventStore store, Projection projection, bool json, CancellationToken stop)
    {
        var compared = await Comparison.Of(store, projection, stop);
        if (json)
        {
            JsonLines.Say(new { projection = projection.Name, compared.Rows, compared.Differing, differences = compared.Differences.Select(one => new { organisation = one.Tenant.Value, one.Key, one.Column, one.Live, one.Rebuilt }) });
            return compared.ExitCode;
        }
        Say($"{projection.Name}: {compared.Differing} of {compared.Rows} rows differ from what their events say");
        foreach (var one in compared.Differences) Say($"  {one.Tenant} {one.Key} {one.Column}: {one.Live ?? "nothing"} should be {one.Rebuilt ?? "nothing"}");
        return compared.ExitCode;
    }

    public static async Task<int> Anchor(IModule[] modules, string[] words, CancellationToken stop) => await With(modules, words, async (store, settings) =>
    {
        var organisation = words.FirstOrDefault(word => !word.StartsWith('-') && !word.Contains('=', StringComparison.Ordinal));
        if (await new AuditTrail(store).Anchor(organisation is null ? settings.Organisation.Tenant : new TenantId(organisation), stop) is not { } anchor) return Not("Nothing has been entered for that organisation.");
        Say(JsonSerializer.Serialize(anchor, AnchorJson));
        return 0;
    });

    private static async Task<(AuditVerification Audit, AuditAnchor? Anchor)> Audited(EventStore.EventStore store, string? anchorFile, CancellationToken stop)
    {
        var anchor = anchorFile is null ? null : JsonSerializer.Deserialize<AuditAnchor>(await File.ReadAllTextAsync(anchorFile, stop), AnchorJson);
        return (await new AuditTrail(store).Verify(null, anchor, stop), anchor);
    }

    private static async Task<int> Audit(EventStore.EventStore store, string? anchorFile, CancellationToken stop)
    {
        var (audit, anchor) = await Audited(store, anchorFile, stop);
        foreach (var finding in audit.Findings) Say($"AUDIT: {finding.Tenant} entry {finding.Number?.ToString(CultureInfo.InvariantCulture) ?? "none"}: {finding.Fault}, event {finding.Sequence} {finding.Event}");
        Say(audit.Findings.Count == 0 ? $"The audit trails hold: {audit.Entries} entries{(anchor is null ? "" : $", and the anchor at {anchor.Number}")}." : $"The audit trails do not hold at {audit.Findings.Count} places.");
        return audit.Findings.Count == 0 ? 0 : 1;
    }

    private static Task<int> With(IModule[] modules, string[] words, Func<EventStore.EventStore, Task<int>> work) => With(modules, words, (store, _) => work(store));

    internal static Task<int> With(IModule[] modules, string[] words, Func<EventStore.EventStore, Settings, Task<int>> work) =>
        Within(modules, words, (services, settings) => work(services.GetRequiredService<EventStore.EventStore>(), settings));

    internal static async Task<int> Within(IModule[] modules, string[] words, Func<IServiceProvider, Settings, Task<int>> work)
    {
        var configuration = Settings.Read(words);
        var settings = Settings.From(configuration);
        MasterKeyFile.Require(settings);
        await using var server = await DatabaseServer.Join(settings, CancellationToken.None);
        settings = MasterKeyFile.Complete(settings);
        await using var app = Product.Build(modules, configuration, settings, server.ConnectionString, null);
        await app.Services.GetRequiredService<Migrations>().Apply(CancellationToken.None);
        await MasterKeyFile.Keep(settings, configuration, app.Services.GetRequiredService<KeyRing>(), CancellationToken.None);
        return await work(app.Services, settings);
    }

    private static void Say(string line) => Console.Out.WriteLine(line);

    private static int Not(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 2;
    }

    private sealed class Progress : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value.Projection}: {value.Done} of {value.Total} events\u001b[K{(value.Done == value.Total ? "\r\u001b[K" : "")}"));
    }
}
