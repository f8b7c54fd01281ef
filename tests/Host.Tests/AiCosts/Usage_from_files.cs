using System.Text;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Testing;
using Billing.Web;

namespace Billing.Host.Tests.AiCosts;

public class Usage_from_files : Observatory
{
    private const string Columns = "date,service,account,model,input_tokens,output_tokens,cost_usd,notes\n";
    private const string Lines = "2026-11-11,own,Basement,llama,1000,200,1.25,Power\n2026-11-12,Own,basement,,,,0.5,\n2026-11-12,own,basement,,,,0.5,\n";
    private const string Focus = "BilledCost,BillingAccountId,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,ChargeCategory,ChargePeriodStart,ChargePeriodEnd,ServiceProviderName,PricingQuantity,PricingUnit,SkuMeter,x_Model\n";

    private static async Task<string> Basement(Desk desk) => (await desk.Post("/api/ai/accounts", new { provider = "own", name = "Basement" })).Ok(201).Text("id");

    private static Task<Reply> Import(Desk desk, string file, string query = "") => desk.Post($"/api/ai/usage/import{query}", Encoding.UTF8.GetBytes(file));

    private static async Task<string> Total(Desk desk) => string.Join(' ', (await desk.Get("/api/ai/usage")).Ok()["totals"]!.AsArray().Select(total => total.Text("amount")));

    private static string Told(System.Text.Json.Nodes.JsonNode answer) => string.Join(' ', answer.Text("accepted"), answer.Text("replaced"), answer.Text("unchanged"), answer["rejected"]!.AsArray().Count);

    [Fact]
    public async Task is_new_once_and_is_taken_back_as_a_whole()
    {
        await Basement(Ours);
        await Basement(Theirs);
        var looked = (await Import(Ours, Columns + Lines, "?dryRun=true")).Ok();
        Assert.Equal(("3 0 0 0", "usage", "2.25"), (Told(looked), looked.Text("format"), looked.Text("totals.0.amount")));
        Assert.Equal(("0", ""), (await Total(Ours), await Table("select id from ai_imports")));

        var first = (await Import(Ours, Columns + Lines)).Ok();
        Assert.Equal(("3 0 0 0", "2.25", "0"), (Told(first), await Total(Ours), await Total(Theirs)));
        Assert.Equal("0 0 3 0", Told((await Import(Ours, Columns + Lines)).Ok()));
        Assert.Equal("2.25", await Total(Ours));

        var second = (await Import(Ours, Columns + Lines.Replace("1.25", "2", StringComparison.Ordinal))).Ok();
        Assert.Equal(("1 1 2 0", "3"), (Told(second), await Total(Ours)));
        Assert.Single((await Ours.Get($"/api/ai/usage/records?importId={second.Text("importId")}")).Ok()["items"]!.AsArray());
        (await Import(Ours, Columns + Lines, $"?importId={second.Text("importId")}")).Refused("import-taken");

        Assert.Equal(404, (int)(await Theirs.Post($"/api/ai/usage/imports/{second.Text("importId")}/undo")).Status);
        Assert.Equal(("1", "1"), (await Ours.Post($"/api/ai/usage/imports/{second.Text("importId")}/undo")).Ok() is var undone ? (undone.Text("withdrawn"), undone.Text("restored")) : default);
        Assert.Equal("2.25", await Total(Ours));
        (await Ours.Post($"/api/ai/usage/imports/{second.Text("importId")}/undo")).Refused("import-undone");
        Assert.Equal("3", (await Ours.Post($"/api/ai/usage/imports/{first.Text("importId")}/undo")).Ok().Text("withdrawn"));
        Assert.Equal("0", await Total(Ours));
        Assert.Equal(["undone", "undone"], (await Ours.Get("/api/ai/usage/imports")).Ok()["items"]!.AsArray().Select(import => import.Text("state")));
        Assert.Equal("file_taken import_undone", await Events(first.Text("importId")));
        Assert.Equal(("3 0 0 0", "2.25"), (Told((await Import(Ours, Columns + Lines)).Ok()), await Total(Ours)));
        Assert.Empty((await Theirs.Get("/api/ai/usage/imports")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task replaced_by_a_file_does_not_come_back_once_its_own_import_is_taken_back()
    {
        await Basement(Ours);
        var first = (await Import(Ours, Columns + Lines)).Ok().Text("importId");
        var second = (await Import(Ours, Columns + Lines.Replace("1.25", "2", StringComparison.Ordinal))).Ok().Text("importId");
        (await Ours.Post($"/api/ai/usage/imports/{first}/undo")).Ok();
        Assert.Equal("2", await Total(Ours));
        Assert.Equal("0", (await Ours.Post($"/api/ai/usage/imports/{second}/undo")).Ok().Text("restored"));
        Assert.Equal("0", await Total(Ours));
    }

    [Fact]
    public async Task that_two_later_files_put_right_counts_once_whichever_is_taken_back_first()
    {
        await Basement(Ours);
        await Basement(Theirs);
        (await Import(Theirs, Columns + Lines)).Ok();
        async Task<string> Put(string amount) => (await Import(Ours, Columns + Lines.Replace("1.25", amount, StringComparison.Ordinal))).Ok().Text("importId");
        async Task<string> Undo(string import) => (await Ours.Post($"/api/ai/usage/imports/{import}/undo")).Ok() is var undone ? $"{undone.Text("withdrawn")} {undone.Text("restored")} {await Total(Ours)}" : "";
        var (first, second, third) = (await Put("1.25"), await Put("2"), await Put("4"));
        Assert.Equal("5", await Total(Ours));
        Assert.Equal("0 0 5", await Undo(second));
        Assert.Equal("1 1 2.25", await Undo(third));
        Assert.Equal("3 0 0", await Undo(first));
        Assert.Equal("2.25", await Total(Theirs));
    }

    [Fact]
    public async Task that_says_what_an_earlier_file_said_is_a_record_of_its_own()
    {
        await Basement(Ours);
        async Task<string> Put(string amount) => (await Import(Ours, Columns + Lines.Replace("1.25", amount, StringComparison.Ordinal))).Ok().Text("importId");
        async Task<string> Undo(string import) => (await Ours.Post($"/api/ai/usage/imports/{import}/undo")).Ok() is var undone ? $"{undone.Text("withdrawn")} {undone.Text("restored")} {await Total(Ours)}" : "";
        var (first, second, third) = (await Put("1.25"), await Put("2"), await Put("1.25"));
        Assert.Equal("2.25", await Total(Ours));
        Assert.Equal("1 1 3", await Undo(third));
        Assert.Equal("1 1 2.25", await Undo(second));
        Assert.Equal("3 0 0", await Undo(first));
    }

    [Fact]
    public async Task counts_no_money_once_the_provider_tells_of_the_day_itself()
    {
        var (ours, theirs) = (await Open(Ours), await Open(Theirs));
        foreach (var desk in new[] { Ours, Theirs }) Assert.Equal("2", (await Import(desk, Columns + "2026-11-10,openai,Research,gpt-5,,,3,\n2026-11-08,openai,Research,gpt-5,,,4,\n")).Ok().Text("accepted"));
        Assert.Equal("7", await Total(Ours));
        Provider.Play("openai", "run1");
        await Read(Ours, ours);
        Assert.Equal("9.081385", await Total(Ours));
        Assert.Equal("7", await Total(Theirs));
        const string Days = "1.5,acct,USD,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,Usage,2026-11-08T00:00:00Z,2026-11-11T00:00:00Z,OpenAI,500000,tokens,cache-read,gpt-5\n";
        Assert.Equal("ai-import-told-already 2026-11-09", (await Import(Ours, Focus + Days, $"?accountId={ours}")).Ok() is var answer ? $"{answer.Text("rejected.0.code")} {answer.Text("rejected.0.value")}" : "");
        Assert.Equal("1", (await Import(Theirs, Focus + Days, $"?accountId={theirs}")).Ok().Text("accepted"));
    }

    [Fact]
    public async Task is_money_beside_which_nothing_computed_counts_but_lines_of_files_that_tell_only_tokens()
    {
        var ours = await Basement(Ours);
        await Basement(Theirs);
        (await Ours.Post("/api/ai/prices", new { provider = "own", model = "llama*", from = "2026-11-01", prices = new { input = "2", output = "8" } })).Ok(201);
        (await Ours.Post("/api/ai/usage/calls", new[] { new { requestId = "r-1", account = ours, at = "2026-11-12T10:00:00Z", model = "llama-4", tokens = new { input = 1_000_000 } } })).Ok();
        Assert.Equal("2", await Total(Ours));
        Assert.Equal("2", (await Import(Ours, Columns + "2026-11-12,own,Basement,llama-4,,,1.5,\n2026-11-12,own,Basement,llama-3,2000000,,,\n")).Ok().Text("accepted"));
        Assert.Equal("5.5", await Total(Ours)); // 1.5, and 4 by the price book
        Assert.Equal("0", await Total(Theirs));
    }

    [Fact]
    public async Task names_each_cell_that_is_wrong_and_takes_the_other_lines()
    {
        await Basement(Ours);
        var answer = (await Import(Ours, Columns + "2026-11-11,moon,Basement,,,,1,\n2026-11-11,own,Attic,,,,1,\n2026-11-11,own,Basement,,,,one,\n2026-12-24,own,Basement,,,,1,\n2026-11-11,own,Basement,,,,-1,\n2026-11-11,own,Basement,,,,4,\n")).Ok();
        Assert.Equal(
            ["2 service ai-import-service-unknown", "3 account ai-import-account-unknown", "4 cost_usd not-a-number", "5 date ai-entry-day-wrong", "6 cost_usd ai-entry-cost-wrong"],
            answer["rejected"]!.AsArray().Select(error => string.Join(' ', error.Text("line"), error.Text("column"), error.Text("code"))));
        Assert.Equal(("1", "4"), (answer.Text("accepted"), await Total(Ours)));
        (await Import(Ours, "date,service\n")).Refused("usage-column-missing");
        (await Import(Theirs.As(Role.Viewer), Columns)).Refused("not-permitted", 403);
        Assert.Equal("2", (await Import(Theirs, Columns + "2026-11-11,own,Basement,,,,1,\n2026-11-11,own,Basement,,,,1,\n")).Ok()["rejected"]!.AsArray().Count.ToString(System.Globalization.CultureInfo.InvariantCulture)); // our accounts are not theirs
    }

    [Fact]
    public async Task of_FOCUS_is_what_a_provider_billed_and_counts_before_what_is_computed()
    {
        var ours = await Basement(Ours);
        (await Ours.Post("/api/ai/prices", new { provider = "own", model = "llama*", from = "2026-11-01", prices = new { input = "2", output = "8" } })).Ok(201);
        (await Ours.Post("/api/ai/usage/calls", new[] { new { requestId = "r-1", account = ours, at = "2026-11-12T10:00:00Z", model = "llama-4", tokens = new { input = 1_000_000 } } })).Ok();
        Assert.Equal("2", await Total(Ours));
        const string Line = "1.5,acct,USD,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,Usage,2026-11-12T00:00:00Z,2026-11-13T00:00:00Z,Acme AI,500000,tokens,cache-read,llama-4\n";
        Assert.Equal("ai-import-service-unknown", (await Import(Ours, Focus + Line)).Ok().Text("rejected.0.code"));
        Assert.Equal(("1 0 0 0", "focus"), (await Import(Ours, Focus + Line, $"?accountId={ours}")).Ok() is var taken ? (Told(taken), taken.Text("format")) : default);
        Assert.Equal("1.5", await Total(Ours));
        Assert.Equal("(500000,0,llama-4,reported)", await Table("select cache_read, input, model, basis from ai_usage where source = 'file'"));
        Assert.Equal(404, (int)(await Import(Theirs, Focus + Line, $"?accountId={ours}")).Status);
    }

    [Fact]
    public async Task is_not_taken_for_days_of_which_the_provider_has_told_itself()
    {
        var ours = await Open(Ours);
        Provider.Play("openai", "run1");
        await Read(Ours, ours);
        var before = await Total(Ours);
        var answer = (await Import(Ours, Columns + "2026-11-10,openai,Research,gpt-5,,,3,\n2026-11-08,openai,Research,gpt-5,,,4,\n")).Ok();
        Assert.Equal(("1", "2 date ai-import-told-already"), (answer.Text("accepted"), string.Join(' ', answer.Text("rejected.0.line"), answer.Text("rejected.0.column"), answer.Text("rejected.0.code"))));
        Assert.Equal("9.081385", await Total(Ours));
        Assert.Equal("5.081385", before);
        Assert.Equal("", await Table("select id from ai_usage where tenant_id = 'theirs'"));
    }
}
