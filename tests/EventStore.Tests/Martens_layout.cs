using Npgsql;

namespace Billing.EventStore.Tests;

/// <summary>So that Marten can open the database. Left: as the design says; right: as the database has it.</summary>
public class Martens_layout : StoreTest
{
    [Theory]
    [InlineData("mt_streams", """
        tenant_id character varying not null
        id uuid not null
        type character varying
        version bigint
        timestamp timestamp with time zone not null default now()
        created timestamp with time zone not null default now()
        is_archived boolean default false
        """)]
    [InlineData("mt_events", """
        seq_id bigint not null
        id uuid not null
        stream_id uuid
        version bigint not null
        data jsonb not null
        bdata bytea
        type character varying(500) not null
        timestamp timestamp with time zone not null default now()
        tenant_id character varying default '*DEFAULT*'::character varying
        mt_dotnet_type character varying
        correlation_id character varying
        causation_id character varying
        headers jsonb
        is_archived boolean default false
        """)]
    [InlineData("mt_event_progression", """
        name character varying not null
        last_seq_id bigint
        last_updated timestamp with time zone default transaction_timestamp()
        """)]
    [InlineData("mt_high_water_skips", """
        ending_sequence bigint not null
        starting_sequence bigint not null
        timestamp timestamp with time zone not null default now()
        """)]
    public async Task has_these_columns(string table, string columns)
    {
        var found = await Ask<string>($"""
            select string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''), E'\n' order by a.attnum)
            from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where a.attrelid = '{table}'::regclass and a.attnum > 0 and not a.attisdropped
            """);
        Assert.Equal(columns.ReplaceLineEndings("\n"), found);
    }

    [Fact]
    public async Task has_these_keys_indexes_and_this_sequence()
    {
        Assert.Equal(
            """
            fkey_mt_events_stream_id_tenant_id on mt_events: FOREIGN KEY (tenant_id, stream_id) REFERENCES mt_streams(tenant_id, id)
            pk_mt_event_progression on mt_event_progression: PRIMARY KEY (name)
            pk_mt_high_water_skips on mt_high_water_skips: PRIMARY KEY (ending_sequence)
            pkey_mt_events_seq_id on mt_events: PRIMARY KEY (seq_id)
            pkey_mt_streams_tenant_id_id on mt_streams: PRIMARY KEY (tenant_id, id)
            """.ReplaceLineEndings("\n"),
            await Ask<string>("""select string_agg(conname || ' on ' || conrelid::regclass || ': ' || pg_get_constraintdef(oid), E'\n' order by conname collate "C") from pg_constraint where conrelid::regclass::text like 'mt\_%' and contype in ('p', 'f', 'u', 'c')"""));
        Assert.Equal(
            "CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON billing.mt_events USING btree (tenant_id, stream_id, version)",
            await Ask<string>("select string_agg(indexdef, ';') from pg_indexes where tablename = 'mt_events' and indexname not like 'pkey%'"));
        Assert.Equal("billing.mt_events_sequence", await Ask<string>("select pg_get_serial_sequence('billing.mt_events', 'seq_id')"));
        Assert.Equal("mt_event_progression,mt_events,mt_high_water_skips,mt_streams", await Ask<string>("select string_agg(tablename, ',' order by tablename) from pg_tables where schemaname = 'billing' and tablename like 'mt\\_%'"));
    }

    [Fact]
    public async Task names_positions_as_marten_does()
    {
        Assert.Equal("test.totals:All", new Totals().ProgressionName);
        Assert.Equal("test.totals:V2:All", new Totals(version: 2).ProgressionName);
        await Opened("Ann");
        await new HighWaterMark(Database, new Pulse(new(), new()), TimeProvider.System).Look(Stop);
        Assert.Equal(1L, await Ask<long>("select last_seq_id from mt_event_progression where name = 'HighWaterMark'"));
    }

    [Fact]
    public async Task keeps_an_event_with_its_metadata_where_marten_looks_for_them()
    {
        var session = Store.Open(Acme, Ann, "192.0.2.7", "request 1", "correlation 1", "causation 1");
        var id = session.NewId();
        await session.Streams<Account>().Decide(id, Account.Opening("Ann"), Stop, opens: true);
        await using var connection = await Database.OpenOwner(Stop);
        await using var command = new NpgsqlCommand("select e.*, s.type as stream_type, s.version as stream_version, now() - e.timestamp < interval '1 minute' as recent from mt_events e join mt_streams s on s.id = e.stream_id", connection);
        await using var row = await command.ExecuteReaderAsync(Stop);
        Assert.True(await row.ReadAsync(Stop));
        Assert.Equal(("test.account_opened", "acme", "Billing.EventStore.Tests.AccountOpened, Billing.EventStore.Tests"), (row["type"], row["tenant_id"], row["mt_dotnet_type"]));
        Assert.Equal(("correlation 1", "causation 1", false, true), (row["correlation_id"], row["causation_id"], row["is_archived"], row["recent"]));
        Assert.Equal(("test.account", 1L, 1L), (row["stream_type"], row["stream_version"], row["version"]));
        Assert.Equal("{\"owner\": \"Ann\"}", row["data"]);
        Assert.Equal("""{"actor": {"id": "ann", "kind": "person", "name": "Ann Example"}, "schema": 1, "address": "192.0.2.7", "request": "request 1"}""", row["headers"]);
        Assert.Equal(7, ((Guid)row["id"]).Version);
    }
}
