using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Billing.Faults;

/// <summary>A client at work: one command after another, each under a key of its own and asked again under it until there is an answer.</summary>
internal sealed class Clerk(Site site, Trial trial, int number, int seed)
{
    private const int MostRecords = 150;
    private static readonly DateOnly FirstDay = new(2024, 1, 1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Random _random = new(seed);
    private readonly List<Guid> _facilities = [];
    private readonly List<Guid> _records = [];
    private int _said;

    private Ledger Ledger => site.Ledger;

    /// <summary>Commands until it is enough, and finishes the one it is at.</summary>
    public async Task Work(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var choice = _random.Next(12);
            if (_facilities.Count == 0 || (choice == 0 && _facilities.Count < MostRecords)) await OpenFacility();
            else if (_records.Count == 0 || (choice <= 3 && _records.Count < MostRecords)) await Bill();
            else if (choice == 4) await AskForTheImpossible();
            else await Change();
        }
    }

    private async Task OpenFacility()
    {
        var name = $"Facility {number}-{_facilities.Count}";
        if (await Send("/api/facilities", new { name, groupId = site.Group }, 201) is not { Body: { } line }) return;
        var id = line.GetProperty("id").GetGuid();
        if (!Ledger.Facilities.TryAdd(id, name)) trial.Lose($"{name} got the id of another facility");
        _facilities.Add(id);
    }

    private async Task Bill()
    {
        var facility = _facilities[_random.Next(_facilities.Count)];
        var from = FirstDay.AddDays(7 * _records.Count);
        var (billed, note) = Words();
        if (await Send("/api/billing-records", new { facilityId = facility, from, through = from.AddDays(6), billed, note }, 201) is not { Body: { } row }) return;
        var entry = new Entry(row.GetProperty("id").GetGuid(), facility, from, 3, billed, note);
        if (!Ledger.Records.TryAdd(entry.Id, entry)) trial.Lose($"record {note} got the id of another");
        _records.Add(entry.Id);
        if (row.GetProperty("version").GetInt64() != 3) trial.Lose($"record {note} began at version {row.GetProperty("version")}");
    }

    private async Task Change()
    {
        var before = Ledger.Records[_records[_random.Next(_records.Count)]];
        if (before.Else is not null) return; // first somebody has to look
        var (billed, note) = Words();
        var after = before with { Version = before.Version + 2, Billed = billed, Note = note };
        var answer = await Send("/api/billing-records", new { id = before.Id, billed, note }, 200, _random.Next(2) == 0 ? before.Version : null, givesUp: _random.Next(4) == 0);
        if (answer is null) Ledger.Records[before.Id] = before with { Else = after };
        else if (answer.Body is { } row)
        {
            Ledger.Records[before.Id] = after;
            if (row.GetProperty("version").GetInt64() != after.Version) trial.Lose($"record {note} is at version {row.GetProperty("version")} instead of {after.Version}: done more than once, or not whole");
        }
    }

    private async Task AskForTheImpossible()
    {
        var note = Ledger.Never + Words().Note;
        var seen = Ledger.Records[_records[_random.Next(_records.Count)]];
        _ = _random.Next(4) switch
        {
            0 => await Send("/api/billing-records", new { id = seen.Id, note }, 409, seen.Version + 100),
            1 => await Send("/api/billing-records", new { id = seen.Id, note, billed = "much" }, 422),
            2 => await Send("/api/billing-records", new { facilityId = seen.FacilityId, from = seen.From.AddDays(1), through = seen.From, note }, 422),
            _ => await Send("/api/facilities", new { name = Ledger.Facilities[_facilities[0]], groupId = site.Group }, 422),
        };
    }

    private (string Billed, string Note) Words()
    {
        _said++;
        return (string.Create(CultureInfo.InvariantCulture, $"{_said}.{number:00}"), $"clerk {number}, {_said}");
    }

    /// <summary>Asks under one key until there is an answer. Null: it gave up when none came, or a 503. No body: it was refused, or answered as it should not.</summary>
    private async Task<Said?> Send(string address, object body, int wanted, long? seen = null, bool givesUp = false)
    {
        var key = $"{number}-{seed}-{++_said}";
        var since = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(since) < Patience)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
                request.Headers.Add("Idempotency-Key", key);
                if (seen is not null) request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen}\"");
                using var answer = await site.Http.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) trial.Unavailable();
                else if ((int)answer.StatusCode != wanted) return Wrong($"{address} answered {(int)answer.StatusCode} instead of {wanted} under {key}: {text}");
                else if (wanted >= 300)
                {
                    lock (trial) trial.Refused++;
                    return new Said(null);
                }
                else
                {
                    lock (trial) trial.Acknowledged++;
                    return new Said(JsonElement.Parse(text));
                }
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                trial.NoAnswer();
            }
            if (givesUp) return null;
            await Task.Delay(20);
        }
        return Wrong($"{address} was not answered within {Patience.TotalSeconds:F0} s under {key}");
    }

    private Said Wrong(string what)
    {
        trial.Lose(what);
        return new Said(null);
    }

    private sealed record Said(JsonElement? Body);
}
