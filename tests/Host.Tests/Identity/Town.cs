using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Identity;
using Billing.Testing;
using Billing.Web;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Billing.Host.Tests.Identity;

/// <summary>The product as it is with people who sign in, on a database of its own, its mail in our hands and its clock to be put forward.</summary>
public abstract class Town : IAsyncLifetime
{
    internal const string Password = "three unrelated words";

    private TestDatabase? _database;
    private int _addresses;

    private protected Running Product { get; private set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected virtual string SignUp => "Open";

    /// <summary>How much one may ask for; null: as usual.</summary>
    private protected virtual long? RequestsPerMinute => null;

    /// <summary>How much a password costs; null: as much as the product takes.</summary>
    private protected virtual HashingCost? Cost { get; } = new(1_000);

    /// <summary>When the product begins; null: now.</summary>
    private protected virtual DateTimeOffset? Begins => null;

    /// <summary>What else is configured.</summary>
    private protected virtual IReadOnlyDictionary<string, string?> Configured => new Dictionary<string, string?>();

    /// <summary>Who hears the log besides the console; null: nobody.</summary>
    private protected virtual ILoggerProvider? Hearing => null;

    public virtual async ValueTask InitializeAsync()
    {
        _database = await Migrated.Database(Running.Modules(new Post()));
        Product = await Start();
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        await _database!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What a program needs to know to work on the same database.</summary>
    private protected (string Name, string Value)[] Settings => [("ConnectionStrings__Billing", _database!.ConnectionString), ("Secrets__MasterKey", Running.MasterKey), ("Signup", SignUp), ("Logging__LogLevel__Default", "Error")];

    /// <summary>One more node on the same database.</summary>
    private protected Task<Running> Start() => Running.Start(_database!.ConnectionString, SignUp, RequestsPerMinute, Cost, Begins, Configured, Hearing);

    /// <summary>Somebody who comes from an address of their own.</summary>
    private protected Visitor Somebody(Running? at = null) => new(at ?? Product, $"203.0.113.{++_addresses}");

    /// <summary>Somebody who has registered an organisation and owns it.</summary>
    private protected async Task<Visitor> Owner(string slug = "acme", string? email = null)
    {
        var owner = Somebody();
        owner.Keep((await owner.Post("/api/auth/register", Registering(slug, email ?? $"owner@{slug}.example.test"))).Ok(201));
        return owner;
    }

    private protected static object Registering(string slug, string email, string password = Password) =>
        new { organisation = "The " + slug, slug, email, password, firstName = "Ann", lastName = "Owner", currency = "EUR", timeZone = "Europe/Berlin", locale = "de-DE" };

    private protected static Task<Reply> LogIn(Visitor who, string email, string password = Password, string? organisation = null, string? code = null) => who.Post("/api/auth/login", new { email, password, organisation, code });

    /// <summary>A PNG of 64 by 64.</summary>
    private protected static byte[] Png()
    {
        using var packed = new MemoryStream();
        using (var pack = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) pack.Write(new byte[64 * (1 + 64 * 4)]);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 64, 0, 0, 0, 64, 8, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)packed.Length, .. "IDAT"u8, .. packed.ToArray(), 0, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8, 0, 0, 0, 0];
    }

    /// <summary>A client of somebody's organisation, and one of each thing that is about it.</summary>
    private protected static async Task<Dictionary<string, string>> Invoiced(Visitor owner, string of)
    {
        var client = (await owner.Post("/api/clients", new { name = "Client of " + of })).Ok(201).Text("id");
        var charge = (await owner.Post("/api/charges", new { clientId = client, description = "A visit", unitPrice = "100", reference = "Visit of " + of })).Ok(201).Text("id");
        object lines = new { clientId = client, lines = new[] { new { description = "Support", unitPrice = "100" } } };
        var draft = (await owner.Post("/api/invoices", lines)).Ok(201).Text("id");
        var invoice = (await owner.Post("/api/invoices", lines)).Ok(201).Text("id");
        var currency = (await owner.Post($"/api/invoices/{invoice}/issue", new { })).Ok().Text("currency");
        var payment = (await owner.Post("/api/payments", new { clientId = client, reference = "Transfer of " + of, amount = new { amount = "10.00", currency } })).Ok(201).Text("id");
        var note = (await owner.Post($"/api/invoices/{invoice}/credit-notes", new { reason = "Damaged" })).Ok(201).Text("id");
        var quote = (await owner.Post("/api/quotes", lines)).Ok(201).Text("id");
        (await owner.Post($"/api/quotes/{quote}/issue", new { })).Ok();
        var recurring = (await owner.Post("/api/recurring-invoices", new { clientId = client, from = "2099-01-01", schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 }, lines = new[] { new { description = "Support", unitPrice = "100" } } })).Ok(201).Text("id");
        var wallet = (await owner.Post("/api/wallets", new { clientId = client, name = "Wallet of " + of })).Ok(201).Text("id");
        var coupon = (await owner.Post("/api/coupons", new { code = "SPRING", name = "Coupon of " + of, share = "10" })).Ok(201).Text("id");
        var backfill = (await owner.Post("/api/usage/backfills", new { name = "Back-fill of " + of })).Ok(201).Text("id");
        var aiAccount = (await owner.Post("/api/ai/accounts", new { provider = "own", name = "Basement of " + of })).Ok(201).Text("id");
        var aiEntry = (await owner.Post("/api/ai/usage/manual", new { account = aiAccount, date = "2025-01-31", cost = new { amount = "1.5", currency = "EUR" } })).Ok(201).Text("id");
        var aiBudget = (await owner.Post("/api/ai/budgets", new { name = "Budget of " + of, amount = new { amount = "100", currency = "EUR" } })).Ok(201).Text("id");
        var aiAllocation = (await owner.Post("/api/ai/allocation-rules", new { name = "Rule of " + of, shares = new[] { new { clientId = client, share = "100" } } })).Ok(201).Text("id");
        var webhook = (await owner.Post("/api/webhook-endpoints", new { name = "Webhook of " + of, url = "https://127.0.0.1:9/", filters = new[] { "usage.limit_reached" } })).Ok(201).Text("endpoint.id");
        (await owner.Post($"/api/webhook-endpoints/{webhook}/test", new { })).Ok(); // nobody is there; the attempt is noted all the same
        var delivery = (await owner.Get($"/api/webhook-deliveries?endpointId={webhook}")).Ok().Text("items.0.id");
        var aiSeats = (await owner.Post("/api/ai/seats", new { account = aiAccount, name = "Seats of " + of, seats = 2, price = new { amount = "19", currency = "EUR" }, from = "2024-12-31" })).Ok(201).Text("id");
        var alertRule = (await owner.Post("/api/alert-rules", new { kind = "unpriced", terms = new { name = "Alerts of " + of } })).Ok(201).Text("id");
        return new() { ["alertRule"] = alertRule, ["aiSeats"] = aiSeats, ["aiAllocation"] = aiAllocation, ["webhook"] = webhook, ["delivery"] = delivery, ["aiBudget"] = aiBudget, ["aiAccount"] = aiAccount, ["aiEntry"] = aiEntry, ["backfill"] = backfill, ["wallet"] = wallet, ["coupon"] = coupon, ["client"] = client, ["charge"] = charge, ["draft"] = draft, ["invoice"] = invoice, ["payment"] = payment, ["creditNote"] = note, ["quote"] = quote, ["recurring"] = recurring };
    }

    private protected async Task<string> Ask(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database!.ConnectionString) { SearchPath = "billing" }.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand($"select coalesce(string_agg(t::text, E'\\n'), '') from ({sql}) t", connection);
        return (string)(await command.ExecuteScalarAsync(Stop))!;
    }

    private protected async Task<NpgsqlConnection> Connect()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database!.ConnectionString) { SearchPath = "billing" }.ConnectionString);
        await connection.OpenAsync(Stop);
        return connection;
    }

    /// <summary>Where a word stands, in whatever case: table and column.</summary>
    private protected async Task<List<string>> Find(string word)
    {
        await using var connection = await Connect();
        var columns = new List<(string Table, string Column)>();
        await using (var list = new Npgsql.NpgsqlCommand("select table_name, column_name from information_schema.columns join information_schema.tables using (table_schema, table_name) where table_schema = 'billing' and table_name not like '%_rebuild' and table_type = 'BASE TABLE' and (data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY', 'character'))", connection))
        await using (var reader = await list.ExecuteReaderAsync(Stop)) while (await reader.ReadAsync(Stop)) columns.Add((reader.GetString(0), reader.GetString(1)));
        Assert.True(columns.Count > 100);
        var found = new List<string>();
        foreach (var (table, column) in columns)
        {
            // bytes as hexadecimal and as text, so that neither hides a word
            await using var look = new Npgsql.NpgsqlCommand($"select count(*) from \"{table}\" t where position($1 in lower(\"{column}\"::text)) > 0 or position($2 in lower(\"{column}\"::text)) > 0", connection);
            look.Parameters.Add(new() { Value = word });
            look.Parameters.Add(new() { Value = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word)) });
            if ((long)(await look.ExecuteScalarAsync(Stop))! > 0) found.Add($"{table}.{column}");
        }
        return found;
    }

    /// <summary>A job's time has come.</summary>
    private protected async Task RunJob(string name)
    {
        await using var connection = await Connect();
        await using var due = new NpgsqlCommand("update messages set due = '2000-01-01Z' where type = @name and handled_at is null and dead_at is null; select pg_notify('billing', 'sent')", connection);
        due.Parameters.AddWithValue("name", name);
        for (var done = false; !done;)
        {
            try
            {
                await due.ExecuteNonQueryAsync(Stop);
                done = true;
            }
            catch (PostgresException lost) when (lost.SqlState == PostgresErrorCodes.DeadlockDetected)
            {
                // the product held one of them and waited for another: it goes on, and so do we
            }
        }
    }

    /// <summary>The secret of the link in the next mail of a kind.</summary>
    private protected Task<string> Secret(string kind) => Until($"a mail of the kind {kind} goes out", () =>
    {
        while (Product.Post.Sent.TryDequeue(out var sent))
            if (sent.Kind == kind) return Task.FromResult<string?>(sent.Mail.Parts.OfType<MailPart.Button>().Single().Path.Split('#')[1]);
        return Task.FromResult<string?>(null);
    });

    /// <summary>Waits for something that is named; gives up after a while.</summary>
    private protected static async Task<T> Until<T>(string what, Func<Task<T?>> look) where T : class
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(90); DateTime.UtcNow < deadline; await Task.Delay(25, Stop))
            if (await look() is { } found) return found;
        throw new TimeoutException($"It never came to this: {what}.");
    }
}
