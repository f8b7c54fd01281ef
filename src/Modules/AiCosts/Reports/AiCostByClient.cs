using Billing.Invoicing.Contracts;
using Billing.Web;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>What AI services cost for each client, by the rules that say for whom costs are.</summary>
internal sealed class AiCostByClient(IInvoicing invoicing)
{
    // A record that was told otherwise later has forgotten what it said before.
    private const string Restated = "select exists (select from ai_usage u where u.tenant_id = $1 and u.restated_at > $2 and u.start_at >= $3 and u.start_at < $4)";

    private static readonly Refusal Untold = new("ai-usage-restated", "Providers have told some of these days otherwise since, and what they said then is not kept. Ask for days before those, or without 'at'.");

    /// <summary>The usage that was told by then, with what was withdrawn since.</summary>
    public const string Then = """
        select u.tenant_id, u.id, u.account_id, u.report, u.start_at, u.minutes, u.model, u.project, u.api_key, u.person, u.tier, u.context, u.item, u.detail, u.input, u.cache_read, u.cache_write5m, u.cache_write1h, u.cache_write, u.output, u.reasoning,
               u.audio_input, u.cached_audio_input, u.audio_output, u.image_input, u.cached_image_input, u.image_output, u.requests, u.searches, u.quantity, u.unit, u.cost, u.currency, u.basis, u.price_id, u.unpriced, u.source, u.note, u.content,
               u.recorded_at, u.restated_at, null::timestamptz as withdrawn_at
        from ai_usage u where u.tenant_id = $1 and u.recorded_at <= @then and (u.withdrawn_at is null or u.withdrawn_at > @then)
        """;

    public ReportKind Report => new(
        "ai-cost-by-client", "What AI services cost for each client, by the rules of allocation; days are UTC.", Permission.SeeAiCosts, ReportSpan.Days,
        [
            new("client", "Client", ReportCell.Link), new("requests", "Requests", ReportCell.Number, Summed: true), new("inputTokens", "Input Tokens", ReportCell.Number, Summed: true), new("outputTokens", "Output Tokens", ReportCell.Number, Summed: true),
            new("cost", "Cost", ReportCell.Money, Summed: true),
        ],
        Tell);

    private async Task<Result<List<ReportRow>>> Tell(ReportAsked asked, CancellationToken stop)
    {
        var (session, until) = (asked.Session, asked.Through.AddDays(1));
        if (asked.Then is { } then && await session.Read(Restated, [AiUsageStatements.Moment(then), .. ShowUsage.Between(asked.From, until)], async row => await row.ReadAsync(stop) && row.GetBoolean(0), stop)) return Untold;
        var days = await AiAllocations.Days(session, asked.From, until, TargetKind.Client, await invoicing.Merged(session, stop), stop);
        var rows = new List<(string Name, ReportRow Row)>();
        foreach (var client in days.GroupBy(day => (day.Group, day.Cost.Currency)))
        {
            var name = client.Key.Group.Length == 0 ? null : (await invoicing.Client(session, Guid.Parse(client.Key.Group), stop))?.Name ?? client.Key.Group;
            rows.Add((name ?? "", new ReportRow(
                $"{client.Key.Group} {client.Key.Currency}", name is null ? null : new ReportLink(name, "client", Guid.Parse(client.Key.Group)), client.Sum(day => (decimal)day.Requests), client.Sum(day => (decimal)day.InputTokens), client.Sum(day => (decimal)day.OutputTokens),
                new ReportAmount(client.Sum(day => day.Cost.Amount), client.Key.Currency))));
        }
        return rows.OrderBy(one => one.Name.Length == 0).ThenBy(one => PlainText.Key(one.Name), StringComparer.Ordinal).ThenBy(one => one.Row.Key, StringComparer.Ordinal).Select(one => one.Row).ToList();
    }
}
