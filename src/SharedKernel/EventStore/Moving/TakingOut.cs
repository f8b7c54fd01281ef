using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;

namespace Billing.EventStore;

/// <summary>Takes a tenant's events out of the log, in its order, to be put into another.</summary>
public sealed class TakingOut(EventStore store)
{
    private const string All = $"""
        select {EventReading.Columns}, (select s.type from mt_streams s where s.tenant_id = e.tenant_id and s.id = e.stream_id)
        from mt_events e where tenant_id = $1 and seq_id > $2 and seq_id <= $3 order by seq_id limit $4
        """;

    private const int Page = 1_000;

    private readonly EventRegistry _open = store.Model.BuildRegistry();

    /// <summary>Reads them page by page, up to the last event there is when it begins.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="takes">Whether streams of a type go along.</param>
    /// <param name="stop">Gives up.</param>
    public async IAsyncEnumerable<MovedEvent> Read(TenantId tenant, Func<string, bool> takes, [EnumeratorCancellation] CancellationToken stop)
    {
        var last = await store.Database.Read(tenant, "select coalesce(max(seq_id), 0) from mt_events where tenant_id = $1", [], async reader => await reader.ReadAsync(stop) ? reader.GetInt64(0) : 0, stop);
        for (var (after, full) = (0L, true); full;)
        {
            var page = await store.Database.Read(tenant, All, [Number(after), Number(last), Number(Page)], reader => Take(reader, stop), stop);
            foreach (var (happened, type) in page)
                if (takes(type)) yield return Moved(happened, type);
            full = page.Count == Page;
            if (full) after = page[^1].Happened.Sequence;
        }
    }

    /// <summary>Reads what a module keeps beside the log, line by line.</summary>
    public async IAsyncEnumerable<string> Read(TenantId tenant, Belonging belonging, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var connection = await store.Database.Web.OpenConnectionAsync(stop);
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0, BatchCommands = { Database.SetTenant(tenant), Database.Command(tenant, belonging.Take, []) } };
        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.NextResultAsync(stop);
        while (await reader.ReadAsync(stop)) yield return reader.GetString(0);
    }

    private async Task<List<(StoredEvent Happened, string Type)>> Take(NpgsqlDataReader reader, CancellationToken stop)
    {
        var page = new List<(StoredEvent, string)>();
        while (await reader.ReadAsync(stop)) page.Add((EventReading.Read(reader, store.Registry), reader.GetString(11)));
        return page;
    }

    private MovedEvent Moved(StoredEvent happened, string type)
    {
        using var data = JsonDocument.Parse(_open.Write(happened.Data));
        return new(happened.StreamId, type, happened.Version, happened.Id, store.Registry.AliasOf(happened.Data.GetType()), happened.At, happened.Recorded.Actor, happened.CorrelationId, happened.CausationId, data.RootElement.Clone());
    }

    private static NpgsqlParameter<long> Number(long number) => new NpgsqlParameter<long> { TypedValue = number };
}
