using System.Globalization;
using System.Text.Json.Nodes;
using Billing.AiCosts;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Testing;

namespace Billing.Host.Tests.AiCosts;

public class Costs_as_a_file : Observatory
{
    private static async Task<IReadOnlyList<FocusRow>> Focus(Desk desk, string more = "")
    {
        var file = await desk.Get($"/api/ai/usage/export?format=focus&from=2026-11-09{more}");
        Assert.Equal((200, "text/csv"), ((int)file.Status, file.MediaType));
        var read = FocusFile.Read(file.Body).Value;
        Assert.Empty(read.Rejected);
        return read.Rows;
    }

    private static string[] Lines(string text) => text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public async Task are_records_of_which_some_count()
    {
        var ours = await Open(Ours);
        await Open(Theirs);
        Provider.Play("openai", "run1");
        await Read(Ours, ours);
        var records = JsonNode.Parse((await Ours.Get("/api/ai/usage/export?format=json&from=2026-11-09")).Text)!.AsArray();
        Assert.Equal(await Table("select count(*) from ai_usage where withdrawn_at is null"), $"({records.Count})");
        Assert.Equal(5.081385m, records.Where(one => one!["counts"]!.ToJsonString() == "true").Sum(one => decimal.Parse(one!["amount"]!.ToString(), CultureInfo.InvariantCulture)));
        var csv = (await Ours.Get("/api/ai/usage/export?from=2026-11-09")).Text;
        Assert.StartsWith("\uFEFFdate,service,account,model,input_tokens,output_tokens,cost_usd,notes,", csv, StringComparison.Ordinal);
        Assert.StartsWith("PK", (await Ours.Get("/api/ai/usage/export?format=xlsx")).Text, StringComparison.Ordinal);
        Assert.Equal("[]", (await Theirs.Get("/api/ai/usage/export?format=json&from=2026-11-09")).Text.Trim());
        Assert.Equal(404, (int)(await Theirs.Get($"/api/ai/usage/export?accountId={ours}")).Status);
        Assert.Equal("[]", (await Ours.Get("/api/ai/usage/export?format=json&from=2026-11-09&provider=anthropic")).Text.Trim());
    }

    [Fact]
    public async Task are_charges_of_focus_that_are_together_what_counts()
    {
        var ours = await Open(Ours);
        await Open(Theirs);
        Provider.Play("openai", "run1");
        await Read(Ours, ours);
        Assert.Equal(5.081385m, (await Focus(Ours)).Sum(row => row.Billed.Amount));
        Assert.Equal(5.081385m, (await Focus(Ours, $"&version=1.2&accountId={ours}")).Sum(row => row.Billed.Amount));
        Assert.Single(Lines((await Theirs.Get("/api/ai/usage/export?format=focus&from=2026-11-09")).Text)); // its columns
    }

    [Fact]
    public async Task are_told_apart_by_the_kind_of_token_where_the_price_book_made_them()
    {
        var (ours, theirs) = ((await Ours.Post("/api/ai/accounts", new { provider = "own", name = "Basement", tags = new[] { "blue" } })).Ok(201).Text("id"), (await Theirs.Post("/api/ai/accounts", new { provider = "own", name = "Basement" })).Ok(201).Text("id"));
        (await Ours.Post("/api/ai/prices", new { provider = "own", model = "llama", from = "2026-11-01", prices = new { input = "2", output = "8" } })).Ok(201);
        object Call(string account, string id = "r-1", string model = "llama") => new { requestId = id, account, at = "2026-11-12T10:00:00Z", model, tokens = new { input = 1_000_000, output = 500_000 } };
        (await Ours.Post("/api/ai/usage/calls", new[] { Call(ours), Call(ours, "r-2", "moonshot") })).Ok();
        (await Theirs.Post("/api/ai/usage/calls", new[] { Call(theirs) })).Ok();
        var rows = await Focus(Ours);
        Assert.Equal(["input 2 1000000 llama true", "output 4 500000 llama true"], rows.Select(row => $"{row.Meter} {row.Billed.ToAmountText()} {row.Quantity} {row.Model} {row.Tags["blue"]}"));
        Assert.Single(Lines((await Theirs.Get("/api/ai/usage/export?format=focus")).Text)); // what has no price is no charge
    }

    [Theory]
    [InlineData("format=moon")]
    [InlineData("format=focus&version=1.0")]
    [InlineData("from=2026-11-09&until=2026-11-09")]
    public async Task are_asked_for_within_bounds(string question) => Assert.Equal(400, (int)(await Ours.Get($"/api/ai/usage/export?{question}")).Status);
}
