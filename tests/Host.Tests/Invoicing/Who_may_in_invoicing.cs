using Billing.Host.Tests.Facilities;
using Billing.Web;

namespace Billing.Host.Tests.Invoicing;

public class Who_may_in_invoicing : Bureau
{
    [Fact]
    public async Task another_organisation_finds_none_of_our_things_under_any_operation()
    {
        var client = (await Ours.Client()).Text("id");
        var charge = (await Ours.Charge(client)).Text("id");
        var other = (await Theirs.Client("Orchard")).Text("id");
        (HttpMethod, string, object?)[] asked =
        [
            (HttpMethod.Get, $"/api/clients/{client}", null), (HttpMethod.Get, $"/api/clients/{client}?at=1", null), (HttpMethod.Get, $"/api/clients/{client}/history", null), (HttpMethod.Put, $"/api/clients/{client}", new { name = "X" }),
            (HttpMethod.Delete, $"/api/clients/{client}", null), (HttpMethod.Post, $"/api/clients/{client}/restore", null), (HttpMethod.Post, $"/api/clients/{client}/merge", new { into = other }), (HttpMethod.Post, $"/api/clients/{client}/forget", null),
            (HttpMethod.Get, $"/api/charges/{charge}", null), (HttpMethod.Get, $"/api/charges/{charge}/history", null), (HttpMethod.Post, $"/api/charges/{charge}/withdraw", new { reason = "X" }),
        ];
        foreach (var (method, path, body) in asked)
        {
            var reply = await Theirs.Send(method, path, body);
            Assert.True((int)reply.Status == 404, $"{method} {path}: {(int)reply.Status} {reply.Text}");
            Assert.Equal("not-found", reply.Json.Text("code"));
        }
        (await Theirs.Post("/api/charges", new { clientId = client, description = "A visit", unitPrice = "1" })).Refused("unknown-client");
        (await Theirs.Post($"/api/clients/{other}/merge", new { into = client })).Refused("unknown-client");
        foreach (var list in new[] { "/api/charges", $"/api/charges?clientId={client}" }) Assert.Empty((await Theirs.Get(list)).Ok()["items"]!.AsArray());
        Assert.Equal("Orchard", (await Theirs.Get("/api/clients?archived=all")).Ok()["items"]!.AsArray().Single().Text("name"));
    }

    [Fact]
    public async Task an_id_of_something_else_is_no_id()
    {
        var client = (await Ours.Client()).Text("id");
        var charge = (await Ours.Charge(client)).Text("id");
        (HttpMethod, string, object?)[] asked =
        [
            (HttpMethod.Get, $"/api/clients/{charge}", null), (HttpMethod.Get, $"/api/clients/{charge}/history", null), (HttpMethod.Put, $"/api/clients/{charge}", new { name = "X" }), (HttpMethod.Delete, $"/api/clients/{charge}", null),
            (HttpMethod.Post, $"/api/clients/{charge}/merge", new { into = client }), (HttpMethod.Post, $"/api/clients/{charge}/forget", null),
            (HttpMethod.Get, $"/api/charges/{client}", null), (HttpMethod.Get, $"/api/charges/{client}/history", null), (HttpMethod.Post, $"/api/charges/{client}/withdraw", new { reason = "X" }),
        ];
        foreach (var (method, path, body) in asked) Assert.True((int)(await Ours.Send(method, path, body)).Status == 404, $"{method} {path}");
        (await Ours.Post("/api/charges", new { clientId = charge, description = "A visit", unitPrice = "1" })).Refused("unknown-client");
        (await Ours.Post($"/api/clients/{client}/merge", new { into = charge })).Refused("unknown-client");
    }

    [Fact]
    public async Task a_viewer_looks_and_does_nothing()
    {
        var client = (await Ours.Client()).Text("id");
        var charge = (await Ours.Charge(client)).Text("id");
        var viewer = Ours.As(Role.Viewer);
        foreach (var path in new[] { "/api/clients", $"/api/clients/{client}", $"/api/clients/{client}/history", "/api/charges", $"/api/charges/{charge}", $"/api/charges/{charge}/history", "/api/invoicing-settings" }) (await viewer.Get(path)).Ok();
        (HttpMethod, string, object?)[] asked =
        [
            (HttpMethod.Post, "/api/clients", new { name = "X" }), (HttpMethod.Put, $"/api/clients/{client}", new { name = "X" }), (HttpMethod.Delete, $"/api/clients/{client}", null), (HttpMethod.Post, $"/api/clients/{client}/restore", null),
            (HttpMethod.Post, $"/api/clients/{client}/merge", new { into = client }), (HttpMethod.Post, $"/api/clients/{client}/forget", null),
            (HttpMethod.Post, "/api/charges", new { clientId = client, description = "A visit", unitPrice = "1" }), (HttpMethod.Post, $"/api/charges/{charge}/withdraw", new { reason = "X" }), (HttpMethod.Put, "/api/invoicing-settings", new { termsDays = 1 }),
        ];
        foreach (var (method, path, body) in asked) (await viewer.Send(method, path, body)).Refused("not-permitted", 403);
        (await Ours.As(Role.Member).Put("/api/invoicing-settings", new { termsDays = 1 })).Refused("not-permitted", 403);
        Assert.Equal("client_added", await Events(client));
    }

    [Fact]
    public async Task settings_are_each_organisations_own()
    {
        var before = (await Ours.Get("/api/invoicing-settings")).Ok();
        Assert.Equal("perDocument False 30 classic a4 en False USD 0", $"{before.Text("taxRounding")} {before["pricesIncludeTax"]!.GetValue<bool>()} {before.Text("termsDays")} {before.Text("look")} {before.Text("paper")} {before.Text("language")} {before["allowsZeroTotals"]!.GetValue<bool>()} {before.Text("currency")} {before.Text("version")}");
        var after = (await Ours.As(Role.Manager).Put("/api/invoicing-settings", """{"termsDays":14,"taxCategories":[{"name":"standard","taxes":[{"name":"VAT","rate":"19"}]}],"bank":{"holder":"Office","iban":"DE89 3704 0044 0532 0130 00"},"sellerTaxId":"DE 1"}""")).Ok();
        Assert.Equal("14 VAT 19 DE89370400440532013000 DE 1 4", $"{after.Text("termsDays")} {after.Text("taxCategories.0.taxes.0.name")} {after.Text("taxCategories.0.taxes.0.rate")} {after.Text("bank.iban")} {after.Text("sellerTaxId")} {after.Text("version")}");
        (await Ours.Put("/api/invoicing-settings", new { termsDays = 15 }, ("If-Match", "\"1\""))).Refused("conflict", 409);
        (await Ours.Put("/api/invoicing-settings", new { bank = new { iban = "DE1" } })).Refused("bad-iban");
        (await Ours.Put("/api/invoicing-settings", new { termsdays = 15 })).Refused("bad-request", 400);
        Assert.Equal("30 0", (await Theirs.Get("/api/invoicing-settings")).Ok() is var theirs ? $"{theirs.Text("termsDays")} {theirs.Text("version")}" : "");
        Assert.Equal("(ours,4)", await Table("select tenant_id, version from mt_streams where type = 'invoicing.settings'"));
    }
}
