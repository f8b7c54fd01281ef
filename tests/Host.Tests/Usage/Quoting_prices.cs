using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Usage.Tests;
using Billing.Web;

namespace Billing.Host.Tests.Usage;

public class Quoting_prices : Bureau
{
    [Fact]
    public async Task comes_to_what_others_published()
    {
        var (differences, asked) = (new List<string>(), 0);
        foreach (var one in PublishedCase.All)
        {
            var reply = await (asked++ % 2 == 0 ? Ours : Theirs).Post("/api/pricing/quote", one.Question().ToJsonString());
            differences.AddRange(one.Differences(reply.Ok().AsObject()));
        }
        Assert.Empty(differences);
        Assert.Equal(54, asked);
        Assert.Equal("(0)", await Table("select count(*) from mt_events where type like 'usage.%'"));
    }

    [Fact]
    public async Task tells_how_and_draws_a_curve()
    {
        var quote = (await Ours.Post("/api/pricing/quote", """
            {"currency":"EUR","model":{"type":"graduated","tiers":[{"upTo":"10","unit":"0.3333","flat":"2"},{"upTo":null,"unit":"0.1","flat":"0"}]},"quantity":"15","curve":["0","10","15"]}
            """)).Ok();
        Assert.Equal("""{"amount":"5.83","currency":"EUR"}""", quote["amount"]!.ToJsonString());
        Assert.Equal("5.833", quote.Text("exact"));
        Assert.Equal("tier Tier 1, up to 10 10 5.333|tier Tier 2, over 10 5 0.5|rounding Rounded to EUR  -0.003", string.Join('|', quote["breakdown"]!.AsArray().Select(part => $"{part!["kind"]} {part["label"]} {part["quantity"]} {part["amount"]}")));
        Assert.Equal("2.00 5.33 5.83", string.Join(' ', quote["curve"]!.AsArray().Select(point => (string)point!["amount"]!["amount"]!)));
    }

    [Fact]
    public async Task says_where_a_price_cannot_be_read()
    {
        var problem = (await Ours.Post("/api/pricing/quote", """{"currency":"EUR","model":{"type":"graduated","tiers":[{"upTo":"10","unit":"NaN"},{"upTo":"5","unit":"1"}]},"quantity":"-1"}""")).Refused("bad-request", 400);
        Assert.Equal(["/model/tiers/0/unit", "/model/tiers/1/upTo"], Pointers(problem));
        Assert.Equal(["/model/tiers/0/unit"], Pointers((await Ours.Post("/api/pricing/quote", """{"currency":"EUR","model":{"type":"volume","tiers":[{"unit":1}]},"quantity":"1"}""")).Refused("bad-request", 400)));
        Assert.Equal(["/model/price"], Pointers((await Ours.Post("/api/pricing/quote", """{"currency":"EUR","model":{"type":"flat","fee":"1","price":"1"}}""")).Refused("bad-request", 400)));
        (await Ours.Post("/api/pricing/quote", """{"currency":"EUR","model":{"type":"per-unit","unitPrice":"999999999999999999"},"quantity":"1000000"}""")).Refused("amount-too-large");
    }

    [Fact]
    public async Task is_for_everybody_who_sees_usage() => (await Ours.As(Role.Viewer).Post("/api/pricing/quote", """{"currency":"EUR","model":{"type":"flat","fee":"1"}}""")).Ok();

    private static IEnumerable<string> Pointers(JsonNode problem) => problem["errors"]!.AsArray().Select(error => (string)error!["pointer"]!);
}
