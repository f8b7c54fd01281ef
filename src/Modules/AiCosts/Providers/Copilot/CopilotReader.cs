using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Billing.AiCosts;

/// <summary>GitHub Copilot of an organisation: premium requests and AI credits, net of discounts, one question a day. Seats stand in no such report: write them down by hand.</summary>
internal sealed class CopilotReader(AiProvider provider, AiCalls calls) : IAiReader
{
    private static readonly AiReport Requests = new("premium_request", 3, 1);
    private static readonly AiReport Credits = new("ai_credit", 3, 1, IsOptional: true);

    public AiProvider Provider => provider;

    public IReadOnlyList<AiReport> Reports { get; } = [Requests, Credits];

    public async Task Verify(AiConnection to, DateTimeOffset now, CancellationToken stop) => (await Ask(to, Requests, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1), stop)).List("usageItems");

    public async Task<AiPage> Read(AiConnection to, AiWindow window, string? cursor, CancellationToken stop)
    {
        var told = await Ask(to, window.Report, window.From, stop);
        return new AiPage([AiBucket.Day(window.From, [.. told.List("usageItems").Select(Item)])], null);
    }

    private Task<JsonElement> Ask(AiConnection to, AiReport report, DateOnly day, CancellationToken stop) => calls.Get(
        to.At(string.Create(CultureInfo.InvariantCulture, $"/organizations/{Uri.EscapeDataString(to.Scope)}/settings/billing/{report.Name}/usage?year={day.Year}&month={day.Month}&day={day.Day}")),
        headers =>
        {
            headers.Authorization = new AuthenticationHeaderValue("Bearer", to.Key);
            headers.Add("X-GitHub-Api-Version", "2026-03-10");
            headers.Add("User-Agent", "billing");
            headers.Add("Accept", "application/vnd.github+json");
        }, stop);

    private static AiRecord Item(JsonElement item) => AiRecord.Money(
        new(item.Text("model"), Item: item.Text("sku"), Detail: item.Text("product")), item.Amount("netAmount") ?? throw new AiReadStopped(AiTrouble.IncompleteRead, "An item has no net amount."), "USD", item.Amount("grossQuantity"), item.Text("unitType"));
}
