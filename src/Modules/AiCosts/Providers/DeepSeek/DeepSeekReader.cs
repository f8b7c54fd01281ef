using System.Net.Http.Headers;
using System.Text.Json;

namespace Billing.AiCosts;

/// <summary>DeepSeek: what is left of what was paid before, and nothing else. Usage comes by one's own programs.</summary>
internal sealed class DeepSeekReader(AiProvider provider, AiCalls calls) : IAiReader
{
    private static readonly AiReport Balance = new("balance", 0, 31, KeptDays: 1);

    public AiProvider Provider => provider;

    public IReadOnlyList<AiReport> Reports { get; } = [Balance];

    public async Task Verify(AiConnection to, DateTimeOffset now, CancellationToken stop) => (await Ask(to, stop)).List("balance_infos");

    public async Task<AiPage> Read(AiConnection to, AiWindow window, string? cursor, CancellationToken stop) =>
        new([], null) { Balances = [.. (await Ask(to, stop)).List("balance_infos").Select(told => new AiBalance(told.Amount("total_balance") ?? throw new AiReadStopped(AiTrouble.IncompleteRead, "A balance has no amount."), told.Text("currency") ?? "USD"))] };

    private Task<JsonElement> Ask(AiConnection to, CancellationToken stop) => calls.Get(to.At("/user/balance"), headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", to.Key), stop);
}
