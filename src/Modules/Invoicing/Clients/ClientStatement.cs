using System.ComponentModel.DataAnnotations;
using Billing.Documents;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>What was billed to a client and what came in up to a day, in order, with the balance after each; one account a currency.</summary>
/// <param name="Id">Of the client that stays, where a double was asked for.</param>
/// <param name="At">The last day that counts.</param>
internal sealed record ClientStatement(ClientId Id, string Name, DateOnly At, IReadOnlyList<StatementAccount> Accounts)
{
    // Voided invoices and payments that were none count for nothing; what was refunded is no longer there.
    private const string Lines = """
        with who as (select id from invoicing_clients where tenant_id = $1 and (id = $2 or merged_into = $2))
        select issue_date, 'invoice', id, number, due_date, currency, total from invoicing_invoices
        where tenant_id = $1 and client_id in (select id from who) and standing in ('issued', 'given_up') and issue_date <= $3
        union all select received_on, 'payment', id, reference, null, currency, refunded - amount from invoicing_payments
        where tenant_id = $1 and client_id in (select id from who) and not undone and received_on <= $3
        union all select issue_date, 'creditNote', id, number, null, currency, -total from invoicing_credit_notes
        where tenant_id = $1 and client_id in (select id from who) and issue_date <= $3
        union all select paid_on, 'payOut', id, reason, null, currency, amount from invoicing_pay_outs
        where tenant_id = $1 and client_id in (select id from who) and paid_on <= $3
        """;

    /// <summary>Sorts what happened into accounts. On one day invoices come first, then credit notes, payments, and what was paid out.</summary>
    public static IReadOnlyList<StatementAccount> Sorted(IEnumerable<StatementLine> lines) =>
    [
        .. from line in lines
           group line by line.Amount.Currency into same
           orderby same.Key.Code
           select StatementAccount.Of(same.Key, same.OrderBy(line => line.Date).ThenBy(line => line.Kind switch { "invoice" => 0, "creditNote" => 1, "payment" => 2, _ => 3 }).ThenBy(line => line.Reference, StringComparer.Ordinal)),
    ];

    private static readonly SheetColumn<BalancedLine>[] Columns =
    [
        SheetColumn<BalancedLine>.Date("Date", line => line.Date),
        SheetColumn<BalancedLine>.Text("Kind", line => line.Kind),
        SheetColumn<BalancedLine>.Text("Reference", line => line.Reference),
        SheetColumn<BalancedLine>.Date("Due Date", line => line.DueDate),
        SheetColumn<BalancedLine>.Money("Amount", line => line.Amount),
        SheetColumn<BalancedLine>.Money("Balance", line => line.Balance),
        SheetColumn<BalancedLine>.Text("Currency", line => line.Amount.Currency.Code),
    ];

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/clients/{id}/statement", async (ClientId id, Session session, Streams<Client> clients, Organisation here, CancellationToken stop, DateOnly? at = null) =>
            await Load(id, session, clients, at ?? LocalDay.Of(session.Now, here.TimeZone), stop) is { } statement ? (IResult)Answer.Of(statement) : Problems.NotFound)
        .Produces<ClientStatement>()
        .Requires(Permission.SeeInvoicing)
        .WithSummary("A client's statement up to a day: invoices, credit notes, payments, and the balance after each");

        app.MapGet("/api/clients/{id}/statement/export", async (ClientId id, Session session, Streams<Client> clients, Organisation here, CancellationToken stop, DateOnly? at = null, string? format = null) =>
        {
            if (!Enum.TryParse<SheetFormat>(format ?? "csv", ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return Problems.BadRequest(new Fault("?format", "A format is csv, xlsx or json."));
            if (await Load(id, session, clients, at ?? LocalDay.Of(session.Now, here.TimeZone), stop) is not { } statement) return Problems.NotFound;
            var table = SheetTable.Of("Statement", Columns, statement.Accounts.SelectMany(account => account.Lines).ToAsyncEnumerable());
            return Results.Stream(to => SheetWriter.WriteAsync(kind, to, table, stop), kind.MediaType(), DownloadName.Safe($"statement-{statement.Name}-{DateText.Write(statement.At)}.{kind.Extension()}"));
        })
        .Produces(200, contentType: "text/csv").Requires(Permission.SeeInvoicing).WithSummary("Export a client's statement up to a day as CSV, XLSX or JSON");
    }

    /// <summary>The statement of a client, of a double that of the one that stays; null when there is none.</summary>
    internal static async Task<ClientStatement?> Load(ClientId id, Session session, Streams<Client> clients, DateOnly day, CancellationToken stop)
    {
        var client = await clients.Load(id.Value, stop);
        if (client.State.MergedInto is { } stays) (id, client) = (stays, await clients.Load(stays.Value, stop));
        if (!client.Exists) return null;
        var lines = await session.Read(Lines, [new NpgsqlParameter<Guid> { TypedValue = id.Value }, new NpgsqlParameter<DateOnly> { TypedValue = day }], async reader =>
        {
            var read = new List<StatementLine>();
            while (await reader.ReadAsync(stop))
                read.Add(new StatementLine(reader.GetFieldValue<DateOnly>(0), reader.GetString(1), reader.GetGuid(2), reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetFieldValue<DateOnly>(4), new Money(reader.GetDecimal(6), Currency.Parse(reader.GetString(5)))));
            return read;
        }, stop);
        return new ClientStatement(id, client.State.Name, day, Sorted(lines));
    }
}

/// <summary>A client's account in one currency.</summary>
/// <param name="Balance">What the client owes after all lines; less than nothing is the client's credit.</param>
internal sealed record StatementAccount(Currency Currency, IReadOnlyList<BalancedLine> Lines, Money Balance)
{
    public static StatementAccount Of(Currency currency, IEnumerable<StatementLine> lines)
    {
        var balance = Money.Zero(currency);
        BalancedLine[] balanced = [.. lines.Select(line => new BalancedLine(line.Date, line.Kind, line.Id, line.Reference, line.DueDate, line.Amount, balance += line.Amount))];
        return new StatementAccount(currency, balanced, balance);
    }
}

/// <summary>One thing that changed what a client owes.</summary>
/// <param name="Reference">An invoice's or credit note's number, a payment's reference, the reason of a paying-out.</param>
/// <param name="Amount">Billed or paid out, or less than nothing for what came in or was credited.</param>
internal sealed record StatementLine(DateOnly Date, string Kind, Guid Id, string Reference, DateOnly? DueDate, Money Amount);

/// <summary>One thing that changed what a client owes, with what it owed after it.</summary>
/// <param name="Reference">An invoice's or credit note's number, a payment's reference, the reason of a paying-out.</param>
/// <param name="DueDate">Of an invoice.</param>
/// <param name="Amount">Billed, or less than nothing for what came in or was credited.</param>
internal sealed record BalancedLine(DateOnly Date, [property: AllowedValues("invoice", "creditNote", "payment", "payOut")] string Kind, Guid Id, string Reference, DateOnly? DueDate, Money Amount, Money Balance);
