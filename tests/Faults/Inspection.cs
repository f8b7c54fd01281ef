using System.Diagnostics;
using System.Text.Json;
using Billing.EventStore;
using Billing.Host;
using Billing.Postgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Faults;

/// <summary>Holds what the product shows and stores against the ledger, while nobody works.</summary>
internal sealed class Inspection(Site site, Trial trial)
{
    /// <summary>A lease lasts 30 s; what a dead node had taken must be free soon after.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    /// <summary>Everything at once.</summary>
    public async Task Run()
    {
        await Settled();
        await Facilities();
        await Records();
        await Store();
    }

    /// <summary>The same by the product's own commands, as an operator would.</summary>
    public async Task Commands()
    {
        foreach (var words in new[] { "verify", "replay --all --compare", "dead-letters list" })
        {
            var (exit, said) = await site.Command(words.Split(' '));
            if (exit != 0 || (words.StartsWith("dead", StringComparison.Ordinal) && !said.Contains("There are none.", StringComparison.Ordinal))) trial.Lose($"{words} ended with {exit}: {said}");
        }
    }

    /// <summary>Asks the database for a number.</summary>
    public async Task Expect(string question, long wanted, string what)
    {
        if (await site.Ask(question) is var found && found is not long number || number != wanted) trial.Lose($"{found} {what} instead of {wanted}");
    }

    /// <summary>Waits until the database answers with a number: a dead node's leases must end first.</summary>
    public async Task Becomes(string question, long wanted, string what)
    {
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < 2 * Patience; await Task.Delay(100))
            if (await site.Ask(question) is long number && number == wanted) return;
        await Expect(question, wanted, what);
    }

    /// <summary>Projections catch up, messages are done, no lease outlives its node.</summary>
    private async Task Settled()
    {
        var since = Stopwatch.GetTimestamp();
        for (var open = await Open(); open is not null; open = await Open())
        {
            if (Stopwatch.GetElapsedTime(since) > Patience)
            {
                trial.Lose($"After {Patience.TotalSeconds:F0} s still: {open}");
                return;
            }
            await Task.Delay(50);
        }
    }

    /// <summary>What is not yet as it should be; null when all is.</summary>
    private async Task<string?> Open()
    {
        using var answer = await site.Http.GetAsync(new Uri("/health", UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();
        var ill = JsonElement.Parse(page).GetProperty("parts").EnumerateArray().FirstOrDefault(p => p.GetProperty("status").GetString() != "ok" || (p.TryGetProperty("lag", out var lag) && lag.ValueKind == JsonValueKind.Number && lag.GetInt64() > 0));
        if (ill.ValueKind == JsonValueKind.Object) return ill.GetRawText();
        return await site.Ask("select id || ', taken by ' || taken_by || ' until ' || taken_until from messages where taken_until is not null limit 1") is string lease ? $"message {lease}" : null;
    }

    private async Task Facilities()
    {
        var there = await All("/api/facilities?limit=200");
        if (there.Count != site.Ledger.Facilities.Count) trial.Lose($"{there.Count} facilities instead of {site.Ledger.Facilities.Count}");
        foreach (var (id, name) in site.Ledger.Facilities)
            if (!there.TryGetValue(id, out var line) || line.GetProperty("name").GetString() != name) trial.Lose($"facility {name}: {Text(line)}");
    }

    private async Task Records()
    {
        var there = await All("/api/billing-records?limit=200");
        if (there.Count != site.Ledger.Records.Count) trial.Lose($"{there.Count} billing records instead of {site.Ledger.Records.Count}");
        foreach (var (id, entry) in site.Ledger.Records)
        {
            var row = there.GetValueOrDefault(id);
            if (entry.Else is { } other && Says(row, other)) site.Ledger.Records[id] = other;
            else if (!Says(row, entry)) trial.Lose($"record {entry}: {Text(row)}");
            else site.Ledger.Records[id] = entry with { Else = null };
        }
        if (there.Values.FirstOrDefault(row => row.GetRawText().Contains(Ledger.Never, StringComparison.Ordinal)) is { ValueKind: JsonValueKind.Object } refused) trial.Lose($"was refused and is there: {refused}");
    }

    private static bool Says(JsonElement row, Entry entry) =>
        row.ValueKind == JsonValueKind.Object && row.GetProperty("version").GetInt64() == entry.Version && row.GetProperty("note").GetString() == entry.Note
        && row.GetProperty("billed").GetProperty("amount").GetString() == entry.Billed && row.GetProperty("facilityId").GetGuid() == entry.FacilityId
        && row.GetProperty("from").GetString() == entry.From.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>All pages, by id; one id twice is a loss.</summary>
    private async Task<Dictionary<Guid, JsonElement>> All(string address)
    {
        var found = new Dictionary<Guid, JsonElement>();
        for (string? cursor = ""; cursor is not null;)
        {
            using var answer = await site.Http.GetAsync(new Uri(address + cursor, UriKind.Relative));
            var page = JsonElement.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
            foreach (var item in page.GetProperty("items").EnumerateArray())
                if (!found.TryAdd(item.GetProperty("id").GetGuid(), item)) trial.Lose($"twice in {address}: {item}");
            cursor = page.TryGetProperty("nextCursor", out var next) && next.GetString() is { } more ? "&cursor=" + Uri.EscapeDataString(more) : null;
        }
        return found;
    }

    /// <summary>verify, replay --compare and dead letters, without the time that a process takes to start.</summary>
    public async Task Store()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Logging:LogLevel:Default", "None")]).Build();
        await using var app = Product.Build(Program.Modules, configuration, MasterKeyFile.Complete(Settings.From(configuration) with { Embedded = site.Embedded }), EmbeddedPostgres.FindRunning(site.Embedded)!, null);
        var store = app.Services.GetRequiredService<EventStore.EventStore>();
        foreach (var finding in (await new Verify(store).Run(CancellationToken.None)).Findings) trial.Lose($"verify: {finding}");
        foreach (var projection in store.Model.Projections)
            if ((await Comparison.Of(store, projection, CancellationToken.None)) is { Differing: > 0 } compared) trial.Lose($"{projection.Name}: {compared.Differing} rows differ, first {compared.Differences[0]}");
        foreach (var letter in await new DeadLetters(store).List(null, 10, null, CancellationToken.None)) trial.Lose($"dead letter: {letter}");
    }

    private static string Text(JsonElement found) => found.ValueKind == JsonValueKind.Undefined ? "not there" : found.GetRawText();
}
