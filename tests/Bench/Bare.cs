using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Billing.Bench;

/// <summary>The yardstick over HTTP: minimal endpoints on Npgsql and nothing else. No tenant, no wall, no version, no totals, no event: one statement each.</summary>
internal static class Bare
{
    private const string Columns = "id, facility_id, currency, billing_date, period_from, period_through, billed, paid, note, version";

    /// <summary>Serves until it is stopped.</summary>
    public static Task Run(string port, string connectionString)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var source = new NpgsqlSlimDataSourceBuilder(connectionString + ";Search Path=billing;Max Auto Prepare=20;Auto Prepare Min Usages=2;No Reset On Close=true;Maximum Pool Size=32").Build();

        app.MapGet("/one/{id:guid}", async (Guid id) =>
        {
            await using var command = source.CreateCommand($"select {Columns} from facilities_billing_records where id = $1");
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
            await using var reader = await command.ExecuteReaderAsync();
            return await reader.ReadAsync() ? Results.Json(Read(reader)) : Results.NotFound();
        });
        app.MapGet("/page", async () =>
        {
            await using var command = source.CreateCommand($"select {Columns} from facilities_billing_records order by period_from desc, id desc limit 50");
            await using var reader = await command.ExecuteReaderAsync();
            var records = new List<Record>(50);
            while (await reader.ReadAsync()) records.Add(Read(reader));
            return records;
        });
        app.MapPost("/note", async (Note note) =>
        {
            await using var command = source.CreateCommand("insert into bare_notes (record, note) values ($1, $2)");
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = note.Id });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = note.Text });
            await command.ExecuteNonQueryAsync();
            return note;
        });
        return app.RunAsync();
    }

    private static Record Read(NpgsqlDataReader r) => new(
        r.GetGuid(0), r.GetGuid(1), r.GetString(2), r.GetFieldValue<DateOnly>(3), r.GetFieldValue<DateOnly>(4), r.GetFieldValue<DateOnly>(5),
        r.IsDBNull(6) ? null : r.GetDecimal(6), r.IsDBNull(7) ? null : r.GetDecimal(7), r.IsDBNull(8) ? null : r.GetString(8), r.GetInt64(9));

    internal sealed record Record(Guid Id, Guid FacilityId, string Currency, DateOnly BillingDate, DateOnly From, DateOnly Through, decimal? Billed, decimal? Paid, string? Note, long Version);

    internal sealed record Note(Guid Id, string Text);
}
