using Npgsql;

namespace Billing.AiCosts;

/// <summary>Records as they lie in the table, read back.</summary>
internal static class AiUsageReading
{
    /// <summary>What a record is read from, in this order.</summary>
    public const string Columns = """
        u.account_id, u.report, u.start_at, u.minutes, u.model, u.project, u.api_key, u.person, u.tier, u.context, u.item, u.detail, u.requests, u.searches, u.quantity, u.unit, u.cost, u.currency, u.basis, u.price_id, u.unpriced, u.source, u.note, u.content,
        u.input, u.cache_read, u.cache_write5m, u.cache_write1h, u.cache_write, u.output, u.reasoning, u.audio_input, u.cached_audio_input, u.audio_output, u.image_input, u.cached_image_input, u.image_output
        """;

    /// <summary>How many those are.</summary>
    public const int Width = 37;

    /// <summary>A record.</summary>
    /// <param name="row">Where the reader stands.</param>
    /// <param name="id">The column of its id.</param>
    /// <param name="at">The first of <see cref="Columns"/>.</param>
    public static AiUsageRow Row(NpgsqlDataReader row, int id, int at)
    {
        string? Text(int column) => row.IsDBNull(at + column) ? null : row.GetString(at + column);
        decimal? Number(int column) => row.IsDBNull(at + column) ? null : row.GetDecimal(at + column);
        var record = new AiRecord(
            new(Text(4), Text(5), Text(6), Text(7), Text(8), Text(9), Text(10), Text(11)), Tokens(row, at + 24), row.IsDBNull(at + 12) ? null : row.GetInt64(at + 12), Number(16), Text(17), Enum.Parse<AiBasis>(row.GetString(at + 18), ignoreCase: true), row.GetInt64(at + 13), Number(14), Text(15));
        return new AiUsageRow(row.GetGuid(id), row.GetGuid(at), row.GetString(at + 1), row.GetFieldValue<DateTimeOffset>(at + 2), row.GetInt32(at + 3), record, row.GetString(at + 23), row.GetString(at + 21), Text(22)) { PriceId = Text(19), Unpriced = Text(20) };
    }

    private static TokenKinds Tokens(NpgsqlDataReader row, int at) => new(
        row.GetInt64(at), row.GetInt64(at + 1), row.GetInt64(at + 2), row.GetInt64(at + 3), row.GetInt64(at + 4), row.GetInt64(at + 5), row.GetInt64(at + 6), row.GetInt64(at + 7), row.GetInt64(at + 8), row.GetInt64(at + 9), row.GetInt64(at + 10), row.GetInt64(at + 11), row.GetInt64(at + 12));
}
