using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Billing.AiCosts;

/// <summary>Fireworks: rated costs by day and model, in whole units and billionths. An account's administrator reads all of it.</summary>
internal sealed class FireworksReader(AiProvider provider, AiCalls calls) : IAiReader
{
    private const decimal Nano = 1_000_000_000;
    private static readonly string[] GroupBy = ["DAY", "MODEL"];
    private static readonly AiReport Costs = new("usage_costs", 3, 31, IsAddedUp: true);

    public AiProvider Provider => provider;

    public IReadOnlyList<AiReport> Reports { get; } = [Costs];

    public async Task Verify(AiConnection to, DateTimeOffset now, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        (await Ask(to, new AiWindow(Costs, today.AddDays(-1), today), null, 1, stop)).Part("rows");
    }

    public async Task<AiPage> Read(AiConnection to, AiWindow window, string? cursor, CancellationToken stop)
    {
        var told = await Ask(to, window, cursor, 1000, stop);
        List<AiBucket> days = [.. told.List("rows").GroupBy(row => DateOnly.FromDateTime(row.Part("dimensions").Instant("startTime").UtcDateTime)).Select(day => AiBucket.Day(day.Key, [.. day.Select(Row)]))];
        if (cursor is null)
            for (var day = window.From; day < window.Until; day = day.AddDays(1)) days.Add(AiBucket.Day(day, [])); // a day without a row was read, too
        return new AiPage(days, told.Text("nextPageToken"));
    }

    private Task<JsonElement> Ask(AiConnection to, AiWindow window, string? cursor, int size, CancellationToken stop) => calls.Post(
        to.At($"/v1/accounts/{Uri.EscapeDataString(to.Scope)}/usageCosts:query"),
        new { startTime = Rfc(window.From), endTime = Rfc(window.Until), scope = "ACCOUNT", groupBy = GroupBy, pageSize = size, pageToken = cursor ?? "" }, headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", to.Key), stop);

    private static AiRecord Row(JsonElement row)
    {
        var sum = row.Part("subtotal");
        var amount = (sum.Amount("units") ?? 0) + ((sum.Amount("nanos") ?? 0) / Nano);
        // A currency that is not told is not guessed; nothing is nothing in any of them.
        var currency = sum.Text("currencyCode") ?? (amount == 0 ? "USD" : throw new AiReadStopped(AiTrouble.IncompleteRead, "A row of the costs has no currency."));
        return AiRecord.Money(new(row.Part("dimensions").Text("model")), amount, currency);
    }

    private static string Rfc(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T00:00:00Z");
}
