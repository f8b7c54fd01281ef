using System.Text.Json;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.AiCosts;

/// <summary>Budgets as they stand this month, and one of them.</summary>
internal static class ListBudgets
{
    private const string Columns = "b.id, b.name, b.scope, b.account_id, b.tag, b.amount, b.currency, b.thresholds, b.closed, b.client_id, b.version";

    /// <summary>How many columns a row has.</summary>
    private const int Width = 11;

    private static readonly Dictionary<string, SortField> Fields = new() { ["name"] = new("lower(b.name)", NpgsqlDbType.Varchar), ["amount"] = new("b.amount", NpgsqlDbType.Numeric) };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/ai/budgets", async (Session session, IInvoicing invoicing, CancellationToken stop, bool? closed = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var query = new ListQuery(Fields, new("b.id", NpgsqlDbType.Uuid)).Filter("b.closed = @", closed ?? false, NpgsqlDbType.Boolean);
            if ((query.Sort(sort, "name") ?? query.After(cursor)) is { } unclear) return unclear;
            var (rows, today) = (limit ?? Limit.Default, DateOnly.FromDateTime(session.Now.UtcDateTime));
            var spending = await AiSpending.Of(session, today, invoicing, await AiBudgetRows.AnyForClients(session, stop), stop);
            return await session.Read($"select {Columns}{query.CursorColumns} from ai_budgets b where b.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, Width, row => AiBudgetPage.Of(row.GetGuid(0), Row(row), spending, today), stop)), stop);
        })
        .Produces<Page<AiBudgetPage>>().Requires(Permission.SeeAiCosts).WithSummary("Budgets for what AI services cost, and how they stand this month");

        app.MapGet("/api/ai/budgets/{id}", async (AiBudgetId id, Session session, IInvoicing invoicing, Streams<AiBudget> budgets, CancellationToken stop) =>
        {
            if (await budgets.Load(id.Value, stop) is not { Exists: true } budget) return (IResult)Problems.NotFound;
            var today = DateOnly.FromDateTime(session.Now.UtcDateTime);
            return Answer.Of(AiBudgetPage.Of(id.Value, budget, await AiSpending.Of(session, today, invoicing, budget.State.Scope == AiBudgetScope.Client, stop), today), budget.Version);
        })
        .Produces<AiBudgetPage>().Requires(Permission.SeeAiCosts).WithSummary("A budget for what AI services cost, and how it stands this month");
    }

    private static Versioned<AiBudget> Row(NpgsqlDataReader row) => new(
        AiBudget.Initial with
        {
            Name = row.GetString(1), Scope = Enum.Parse<AiBudgetScope>(row.GetString(2), ignoreCase: true), Account = row.IsDBNull(3) ? null : row.GetGuid(3), Tag = row.GetString(4),
            Amount = new Money(row.GetDecimal(5), Currency.Parse(row.GetString(6))), Thresholds = [.. JsonSerializer.Deserialize<BudgetThreshold[]>(row.GetString(7), JsonSerializerOptions.Web)!], IsClosed = row.GetBoolean(8), Client = row.IsDBNull(9) ? null : row.GetGuid(9),
        },
        row.GetInt64(10));
}
