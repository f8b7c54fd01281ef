using System.Globalization;
using System.Text.Json;

namespace Billing.AiCosts;

/// <summary>ElevenLabs: what was spent each day by model, in the currency of the subscription. Charges settle over a couple of days.</summary>
internal sealed class ElevenLabsReader(AiProvider provider, AiCalls calls) : IAiReader
{
    private static readonly AiReport Spend = new("fiat_units_spent", 3, 31);
    private static readonly AiReport Characters = new("tts_characters", 3, 31, IsOptional: true);

    public AiProvider Provider => provider;

    public IReadOnlyList<AiReport> Reports { get; } = [Spend, Characters];

    public async Task Verify(AiConnection to, DateTimeOffset now, CancellationToken stop) => (await Ask(to, "/v1/user/subscription", stop)).Part("character_count");

    public async Task<AiPage> Read(AiConnection to, AiWindow window, string? cursor, CancellationToken stop)
    {
        var currency = window.Report == Spend ? (await Ask(to, "/v1/user/subscription", stop)).Text("currency") ?? "usd" : null;
        var told = await Ask(to, string.Create(CultureInfo.InvariantCulture, $"/v1/usage/character-stats?start_unix={window.Begins.ToUnixTimeMilliseconds()}&end_unix={window.Ends.ToUnixTimeMilliseconds() - 1}&include_workspace_metrics=true&breakdown_type=model&aggregation_interval=day&metric={window.Report.Name}"), stop);
        var days = told.List("time").Select(Day).ToList();
        var series = told.Part("usage").EnumerateObject().Select(one => (Model: PlainText.Line(one.Name, 200), Values: one.Value.EnumerateArray().ToList())).ToList();
        if (series.Exists(one => one.Values.Count != days.Count)) throw new AiReadStopped(AiTrouble.IncompleteRead, "The provider tells of more days than it has values for, or of fewer.");
        return new AiPage([.. days.Select((day, at) => AiBucket.Day(day, [.. series.Select(one => Row(one.Model, one.Values[at], currency)).OfType<AiRecord>()]))], null);
    }

    private Task<JsonElement> Ask(AiConnection to, string path, CancellationToken stop) => calls.Get(to.At(path), headers => headers.TryAddWithoutValidation("xi-api-key", to.Key), stop);

    private static AiRecord? Row(string model, JsonElement told, string? currency)
    {
        var value = told.Exact() ?? throw new AiReadStopped(AiTrouble.IncompleteRead, "A value is no number.");
        if (value == 0) return null;
        return currency is null ? AiRecord.Usage(new(model, Item: Characters.Name), TokenKinds.None, null, 0, value, "characters") with { Basis = AiBasis.Estimated } : AiRecord.Money(new(model), value, currency);
    }

    private static DateOnly Day(JsonElement told) => told.Exact() is { } milliseconds and > 0 and < 32_503_680_000_000m ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds).UtcDateTime) : throw new AiReadStopped(AiTrouble.IncompleteRead, "A day is none.");
}
