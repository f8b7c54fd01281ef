namespace Billing.Postgres;

/// <summary>Where the product's own Postgres lives and how it is set.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The folder that holds everything: <c>postgres</c> (the data), <c>run</c> (socket and log) and <c>lock</c>. Made when missing.</summary>
    public required string Directory { get; init; }

    /// <summary>The database that <see cref="EmbeddedPostgres.ConnectionString"/> names; made at the first start.</summary>
    public string Database { get; init; } = "billing";

    /// <summary>Folder with <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c>; null: the npm package in <c>.tools</c>, else the system's newest.</summary>
    public string? Binaries { get; init; }

    /// <summary>Most sessions at once.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>False only for throw-away test data: a crash of the machine (not of the process) may then lose it.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Further server settings by name; they win over ours.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>How long one start or stop may take before it counts as failed.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    internal IEnumerable<KeyValuePair<string, string>> AllSettings(string socketDirectory)
    {
        var all = new Dictionary<string, string>
        {
            ["listen_addresses"] = "",
            ["unix_socket_directories"] = socketDirectory,
            ["unix_socket_permissions"] = "0700",
            ["max_connections"] = MaxConnections.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["shared_buffers"] = "128MB",
            ["max_wal_size"] = "1GB",
            ["wal_compression"] = "on",
            ["fsync"] = Durable ? "on" : "off",
            ["synchronous_commit"] = "on", // even throw-away data survive a kill of the process
            ["full_page_writes"] = Durable ? "on" : "off",
            ["autovacuum_naptime"] = Durable ? "15s" : "1min", // a table that fills for the first time is counted, and plans made for an empty one are made anew
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["lc_messages"] = "C",
        };
        foreach (var (name, value) in Settings) all[name] = value;
        return all;
    }
}
