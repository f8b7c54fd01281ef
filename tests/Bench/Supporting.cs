using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Billing.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Billing.Bench;

/// <summary>Support over HTTP: the tickets of a help desk read, a file of messages sorted, a file of requests taken, and the list of them all.</summary>
internal sealed class Supporting(Scratch scratch, Options options)
{
    private const int Port = 5300;
    private const int Desk = 5301;
    private const int Tickets = 5_000;
    private const int Messages = 6_000;
    private const int Requests = 20_000;
    private const int Clients = 40;

    /// <summary>What somebody asks for.</summary>
    private static readonly string[] Wishes =
    [
        "", "search=number%204", "search=nothing%20of%20the%20kind", "category=general,support", "urgency=high", "source=ticket,sms", "from=2025-03-01&to=2025-03-31", "weekday=1,5", "minHours=1&maxHours=2", "hideNonBillable=true", "status=all",
        "sort=-resolvedAt", "sort=client", "sort=-hours", "sort=urgency,-resolvedOn", "weekday=2&urgency=low,medium&search=page&sort=-hours",
    ];

    public async IAsyncEnumerable<Figure> Run()
    {
        await using var database = await scratch.Create("support");
        await using var desk = await HelpDesk();
        await using var product = await Served.Start(Repository.Host, ["serve"], Port, Scratch.First, new Dictionary<string, string>(scratch.Settings("support", Port)) { ["Logging__LogLevel__Default"] = "Error", ["Egress__AllowedNetworks"] = "127.0.0.0/8" });
        await Owner.SignIn(product.Http);
        var clients = new List<string>();
        for (var n = 0; n < Clients; n++) clients.Add(await product.Http.Make("/api/clients", new { name = $"Client {n:00}" }));

        var connection = await product.Http.Make("/api/support/connections", new
        {
            kind = "fluent", name = "Desk", address = $"http://127.0.0.1:{Desk}", user = "maren", credential = "abcd EFGH ijkl MNOP qrst UVWX", timeZone = "America/New_York", clientId = clients[0], everyMinutes = 10_080,
        });
        var pass = await Pass(product.Http, connection);
        yield return new Figure("support", $"{Tickets:N0} tickets of a help desk read for the first time", "s", Score.Of("first", pass.Seconds)) { Bar = 20 };
        if (pass.Added != Tickets) throw new InvalidOperationException($"{pass.Added} of {Tickets} tickets became requests.");
        var again = await Pass(product.Http, connection);
        yield return new Figure("support", "and read again, nothing being different", "s", Score.Of("again", again.Seconds)) { Bar = 20 };
        if (again.Added != 0) throw new InvalidOperationException($"{again.Added} tickets became requests once more.");

        var file = Texts();
        var preview = await Send(product.Http, $"/api/support/requests/import?dryRun=true&clientId={clients[1]}", file);
        var import = await Send(product.Http, $"/api/support/requests/import?clientId={clients[1]}", file);
        var taken = Count(import.Answer, "accepted");
        if (taken < Messages / 2 || taken != Count(preview.Answer, "accepted")) throw new InvalidOperationException($"Of {Messages} messages {taken} became requests, and {Count(preview.Answer, "accepted")} were to.");
        yield return new Figure("support", string.Create(CultureInfo.InvariantCulture, $"{Messages:N0} text messages looked at and taken ({taken:N0} become requests)"), "s", Score.Of("both", preview.Seconds + import.Seconds)) { Beside = [Score.Of("looked at", preview.Seconds)], Bar = 5 };

        var rest = Requests - Tickets - (int)taken;
        var rows = await Send(product.Http, "/api/support/requests/import/rows", Rows(clients, rest));
        if (Count(rows.Answer, "accepted") != rest) throw new InvalidOperationException($"Of {rest} lines {Count(rows.Answer, "accepted")} became requests: {rows.Answer["rejected"]!.AsArray().FirstOrDefault()}");
        yield return new Figure("support", string.Create(CultureInfo.InvariantCulture, $"{rest:N0} requests taken from a file"), "s", Score.Of("file", rows.Seconds));

        await Bed.Execute(database, "analyze");
        var each = new List<(string Wish, double Took)>();
        foreach (var wish in Wishes)
        {
            await Ask(product.Http, wish); // warms up
            var took = new List<double>();
            for (var turn = 0; turn < options.Turns; turn++) took.Add(await Ask(product.Http, wish));
            each.Add((wish, took.Order().ElementAt(took.Count / 2)));
        }
        var slowest = each.MaxBy(one => one.Took);
        yield return new Figure("support", $"first 50 of {Requests:N0} requests, the slowest of {Wishes.Length} filters and orders: {slowest.Wish}", "ms", Score.Of("slowest", slowest.Took)) { Beside = [Score.Of("median of all", each.Select(one => one.Took))], Bar = 300 };
    }

    private int _asked;

    private async Task<double> Ask(HttpClient http, string wish)
    {
        var begun = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync(new Uri(string.Create(CultureInfo.InvariantCulture, $"/api/support/requests?limit=50&{wish}&asked={++_asked}"), UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? Stopwatch.GetElapsedTime(begun).TotalMilliseconds : throw new InvalidOperationException($"{wish} was answered {(int)answer.StatusCode}: {text}");
    }

    /// <summary>Reads the desk, and waits until that is over.</summary>
    private static async Task<(double Seconds, long Added)> Pass(HttpClient http, string connection)
    {
        var begun = Stopwatch.GetTimestamp();
        var run = await http.Make($"/api/support/connections/{connection}/sync", new { });
        while (true)
        {
            var now = JsonNode.Parse(await http.GetStringAsync(new Uri($"/api/support/connections/{connection}/runs/{run}", UriKind.Relative)))!;
            if (now["endedAt"] is null) await Task.Delay(20);
            else if (now["state"]!.GetValue<string>() == "done") return (Stopwatch.GetElapsedTime(begun).TotalSeconds, Count(now, "added"));
            else throw new InvalidOperationException($"The desk was not read: {now}");
        }
    }

    private static async Task<(double Seconds, JsonNode Answer)> Send(HttpClient http, string path, byte[] file)
    {
        using var body = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        var begun = Stopwatch.GetTimestamp();
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? (Stopwatch.GetElapsedTime(begun).TotalSeconds, JsonNode.Parse(text)!) : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {text}");
    }

    private static long Count(JsonNode answer, string name) => answer[name]!.GetValue<long>();

    /// <summary>Texts of a client, each different; one of four asks for nothing.</summary>
    private static byte[] Texts()
    {
        var text = new StringBuilder("sender,message_text,message_date\n");
        for (var n = 0; n < Messages; n++)
            text.Append(CultureInfo.InvariantCulture, $"Them,{(n % 4 == 3 ? "Thanks" : $"Can you add our new opening hours number {n} to the contact page?")},{new DateTime(2025, 1, 1).AddMinutes(37 * n):yyyy-MM-ddTHH:mm:ssZ}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] Rows(List<string> clients, int count)
    {
        var (urgencies, text) = (new[] { "promotion", "low", "medium", "high" }, new StringBuilder("date,time,client,description,urgency,effort,hours,source\n"));
        for (var n = 0; n < count; n++)
            text.Append(CultureInfo.InvariantCulture, $"{new DateOnly(2025, 1, 1).AddDays(n % 365):yyyy-MM-dd},{n % 24:00}:{n % 60:00},{clients[n % clients.Count]},Mend the page number {n},{urgencies[n % 4]},small,{n % 16 * 0.25m},email\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A site with Fluent Support, in the bench's own process: its rows are as long as those that were recorded.</summary>
    private static async Task<WebApplication> HelpDesk()
    {
        var recorded = Path.Combine(Repository.Root, "tests", "Support.Tests", "Data", "fluent");
        var index = await File.ReadAllTextAsync(Path.Combine(recorded, "z-root-index.json"));
        var row = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(recorded, "a-tickets-page1.json")))!["tickets"]!["data"]![0]!;
        var rows = Enumerable.Range(1, Tickets).Reverse().Select(id => Ticket(row, id)).ToList();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Desk}"));
        builder.Logging.ClearProviders();
        var site = builder.Build();
        site.Run(context => context.Response.WriteAsync(context.Request.Path.Value switch
        {
            "/wp-json/" => index,
            "/wp-json/fluent-support/v2/me" => """{"user_id":1,"permissions":["fst_manage_own_tickets"]}""",
            "/wp-json/fluent-support/v2/tickets" => Page(rows, int.Parse(context.Request.Query["page"]!, CultureInfo.InvariantCulture), int.Parse(context.Request.Query["per_page"]!, CultureInfo.InvariantCulture)),
            var other => throw new InvalidOperationException($"The desk was asked for {other}."),
        }));
        await site.StartAsync();
        return site;
    }

    private static string Ticket(JsonNode row, int id)
    {
        var ticket = row.DeepClone();
        var moment = new DateTime(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc).AddMinutes(97 * id).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        (ticket["id"], ticket["serial_number"], ticket["title"], ticket["resolved_at"]) = (id, id.ToString(CultureInfo.InvariantCulture), $"The page number {id} is to be mended", moment);
        (ticket["created_at"], ticket["updated_at"]) = (moment, moment);
        return ticket.ToJsonString();
    }

    private static string Page(List<string> rows, int page, int size)
    {
        var last = (rows.Count + size - 1) / size;
        return string.Create(CultureInfo.InvariantCulture, $$"""{"tickets":{"current_page":{{page}},"last_page":{{last}},"per_page":{{size}},"total":{{rows.Count}},"data":[{{string.Join(',', rows.Skip((page - 1) * size).Take(size))}}]} }""");
    }
}
