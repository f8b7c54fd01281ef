using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Billing.EventStore;

/// <summary>How an event is hashed into its organisation's trail: every column as stored, each with its length before it, after the hash of the entry before.</summary>
internal sealed class AuditLink
{
    public const string Columns = "e.seq_id, e.id, e.tenant_id, e.stream_id, e.version, e.type, e.data::text, e.headers::text, e.timestamp, e.correlation_id, e.causation_id";

    private readonly ArrayBufferWriter<byte> _bytes = new(4_096);

    /// <summary>The hash before the first entry.</summary>
    public static byte[] Beginning(TenantId tenant) => SHA256.HashData(Sealed.Place("audit trail", tenant.Value));

    /// <summary>The hash of the event that the reader stands on, whose <see cref="Columns"/> begin at the given one.</summary>
    public byte[] Hash(byte[] before, NpgsqlDataReader reader, int first = 0)
    {
        _bytes.ResetWrittenCount();
        _bytes.Write(before);
        Number(reader.GetInt64(first));
        Id(reader.GetGuid(first + 1));
        Text(reader.GetString(first + 2));
        Id(reader.GetGuid(first + 3));
        Number(reader.GetInt64(first + 4));
        Text(reader.GetString(first + 5));
        Text(reader.GetString(first + 6));
        Text(Sql.TextAt(reader, first + 7));
        Number(reader.GetDateTime(first + 8).Ticks / 10); // whole microseconds, as Postgres keeps them
        Text(Sql.TextAt(reader, first + 9));
        Text(Sql.TextAt(reader, first + 10));
        return SHA256.HashData(_bytes.WrittenSpan);
    }

    private void Number(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(8), number);
        _bytes.Advance(8);
    }

    private void Id(Guid id)
    {
        id.TryWriteBytes(_bytes.GetSpan(16), bigEndian: true, out _);
        _bytes.Advance(16);
    }

    private void Text(string? text)
    {
        Number(text is null ? -1 : Encoding.UTF8.GetByteCount(text));
        if (text is not null) Encoding.UTF8.GetBytes(text, _bytes);
    }
}
