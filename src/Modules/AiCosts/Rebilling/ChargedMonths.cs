using System.Globalization;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.AiCosts;

/// <summary>A month of a client that was charged.</summary>
/// <param name="From">The first day of the month, UTC.</param>
/// <param name="Cost">What was spent.</param>
/// <param name="Amount">What was charged in all.</param>
/// <param name="Rate">What one unit of the cost's currency was worth in the charge's.</param>
/// <param name="RateOn">On which day.</param>
/// <param name="RateSource">Who says so.</param>
/// <param name="ChargeId">The charge in invoicing; null while it is on its way there.</param>
/// <param name="InvoiceId">The invoice it stands on, be it a draft.</param>
internal sealed record AiChargedLine(
    AiChargeId Id, Guid ClientId, DateOnly From, Cost Cost, Money Amount, Percentage? Markup, Money? Margin, UnitPrice Rate, DateOnly RateOn, string RateSource, Guid? ChargeId, ChargedState? State, Guid? InvoiceId, string? InvoiceNumber);

/// <summary>A part of what a client was charged for: a record of usage, or a share of one.</summary>
/// <param name="UsageId">The record.</param>
/// <param name="Day">Of its usage, UTC.</param>
/// <param name="RuleId">The rule that says whom it is for.</param>
/// <param name="Basis">How it is known whose it is.</param>
/// <param name="Cost">The share.</param>
internal sealed record AiChargedPart(AiChargeId ChargeId, Guid ClientId, Guid UsageId, AiAccountId? Account, DateOnly? Day, string? Model, AiAllocationId RuleId, AllocationBasis Basis, Cost Cost);

/// <summary>What clients were charged, of what it is made, and what became of a record of usage.</summary>
internal static class ChargedMonths
{
    /// <summary>As charges name this module.</summary>
    public const string Module = "aicosts";

    /// <summary>As charges name a month of a client.</summary>
    public const string Kind = "month";

    private const string LineColumns = "h.id, h.client_id, h.from_day, h.cost, h.currency, h.amount, h.charged_in, h.markup, h.margin, h.rate, h.rate_on, h.rate_source";

    private const int LineWidth = 12;

    private const string PartColumns = "p.charge_id, h.client_id, p.usage_id, u.account_id, (u.start_at at time zone 'UTC')::date, u.model, p.rule_id, p.basis, p.amount, h.currency";

    private const int PartWidth = 10;

    private const string PartTables = "ai_charged_usage p join ai_charges h on h.tenant_id = p.tenant_id and h.id = p.charge_id left join ai_usage u on u.tenant_id = p.tenant_id and u.id = p.usage_id";

    private static readonly Dictionary<string, SortField> Lines = new() { ["from"] = new("h.from_day", NpgsqlDbType.Date), ["amount"] = new("h.amount", NpgsqlDbType.Numeric) };

    private static readonly Dictionary<string, SortField> Places = new() { ["place"] = new("p.place", NpgsqlDbType.Integer) };

    public static NpgsqlParameter<Guid> Id(Guid id) => new() { TypedValue = id };

    public static string Word(AllocationBasis basis) => basis switch { AllocationBasis.Told => "told", AllocationBasis.ComputedWeight => "computedWeight", _ => "unknown" };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/ai/rebilling", async (Session session, IInvoicing invoicing, CancellationToken stop, string? month = null, Guid? clientId = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return (IResult)tooMany;
            DateOnly? from = null;
            if (month is not null)
            {
                if (AiMonth.Read(month) is not { } first) return Problems.BadRequest(new Fault("?month", "A month is written as 2026-10."));
                from = first;
            }
            var query = new ListQuery(Lines, new("h.id", NpgsqlDbType.Uuid)).Filter("h.from_day = @", from, NpgsqlDbType.Date).Filter("h.client_id = @", clientId, NpgsqlDbType.Uuid);
            if ((query.Sort(sort, "-from") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            var page = await session.Read($"select {LineColumns}{query.CursorColumns} from ai_charges h where h.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values, reader => Pages.Read(reader, query, rows, LineWidth, Line, stop), stop);
            var charged = await session.Read(invoicing.Charged(Module, Kind, [.. page.Items.Select(line => line.Id.ToString())]), stop);
            return Answer.Of(page with { Items = [.. page.Items.Select(line => charged.TryGetValue(line.Id.ToString(), out var fact) ? line with { ChargeId = fact.ChargeId, State = fact.State, InvoiceId = fact.InvoiceId, InvoiceNumber = fact.InvoiceNumber } : line)] });
        })
        .Produces<Page<AiChargedLine>>().Requires(Permission.SeeAiCosts).WithSummary("What clients were charged for what AI services cost for them, month by month");

        app.MapGet("/api/ai/rebilling/{id}/usage", async (AiChargeId id, Session session, Streams<AiCharge> charges, CancellationToken stop, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return (IResult)tooMany;
            if (await charges.Peek(id.Value, stop) is { Exists: false }) return Problems.NotFound;
            return await Parts(session, "p.charge_id = @", id.Value, limit, cursor, stop);
        })
        .Produces<Page<AiChargedPart>>().Requires(Permission.SeeAiCosts).WithSummary("The records of usage that a month of a client was charged for");

        app.MapGet("/api/ai/usage/records/{id}/charges", async (Guid id, Session session, CancellationToken stop, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return (IResult)tooMany;
            var known = await session.Read("select exists (select from ai_usage where tenant_id = $1 and id = $2)", [Id(id)], async row => await row.ReadAsync(stop) && row.GetBoolean(0), stop);
            return known ? await Parts(session, "p.usage_id = @", id, limit, cursor, stop) : Problems.NotFound;
        })
        .Produces<Page<AiChargedPart>>().Requires(Permission.SeeAiCosts).WithSummary("Which clients were charged for a record of usage, and with which share of it");
    }

    private static async Task<IResult> Parts(Session session, string where, Guid id, int? limit, string? cursor, CancellationToken stop)
    {
        var query = new ListQuery(Places, new("p.charge_id", NpgsqlDbType.Uuid)).Filter(where, id, NpgsqlDbType.Uuid);
        if ((query.Sort("place", "place") ?? query.After(cursor)) is { } unclear) return unclear;
        var rows = limit ?? Limit.Default;
        return await session.Read($"select {PartColumns}{query.CursorColumns} from {PartTables} where p.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values, async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, PartWidth, Part, stop)), stop);
    }

    private static AiChargedLine Line(NpgsqlDataReader row)
    {
        var paid = Currency.Parse(row.GetString(6));
        return new AiChargedLine(
            new(row.GetGuid(0)), row.GetGuid(1), row.GetFieldValue<DateOnly>(2), new Cost(row.GetDecimal(3), Currency.Parse(row.GetString(4))), new Money(row.GetDecimal(5), paid), row.IsDBNull(7) ? null : new Percentage(row.GetDecimal(7)),
            row.IsDBNull(8) ? null : new Money(row.GetDecimal(8), paid), new UnitPrice(row.GetDecimal(9)), row.GetFieldValue<DateOnly>(10), row.GetString(11), null, null, null, null);
    }

    private static AiChargedPart Part(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetGuid(1), row.GetGuid(2), row.IsDBNull(3) ? null : new AiAccountId(row.GetGuid(3)), row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4), row.IsDBNull(5) ? null : row.GetString(5), new(row.GetGuid(6)),
        Enum.Parse<AllocationBasis>(row.GetString(7), ignoreCase: true), new Cost(row.GetDecimal(8), Currency.Parse(row.GetString(9))));
}

/// <summary>Says what a charge of AI costs is made of.</summary>
internal sealed class ChargedFacts : IChargedFacts
{
    public string Module => ChargedMonths.Module;

    public async Task<IReadOnlyDictionary<string, FactDetail>> Explain(Session session, string kind, IReadOnlyCollection<string> facts, CancellationToken stop)
    {
        var said = new Dictionary<string, FactDetail>(StringComparer.Ordinal);
        if (kind != ChargedMonths.Kind) return said;
        foreach (var fact in facts)
            if (Guid.TryParse(fact, out var id) && await session.Streams<AiCharge>().Load(id, stop) is { Exists: true, State: { Rate: { } rate } charge })
                said[fact] = new FactDetail($"AI costs of {charge.From.ToString("yyyy-MM", CultureInfo.InvariantCulture)}: {new Cost(charge.Cost.Value, rate.From)}{Converted(rate)}{(charge.Terms.Markup is { } markup ? $", and {markup} on top" : $", and {charge.Terms.Margin} on top")}", $"/api/ai/rebilling/{fact}/usage");
        return said;
    }

    private static string Converted(ConversionRate rate) => rate.From == rate.To ? "" : $" at {rate.Rate.Value.ToString("0.############", CultureInfo.InvariantCulture)} of {DateText.Write(rate.Day)}, {rate.Source}";
}
