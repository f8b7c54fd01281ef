using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;
using Billing.Web;

namespace Billing.Host.Tests.Support.Portal;

/// <summary>What guests come in with opens the portal and nothing else, and nothing else opens the portal: every operation that there is, called with the other one's key.</summary>
public class The_portal_and_everything_else : Lobby
{
    private protected override long? RequestsPerMinute => 1_000_000;

    private static IEnumerable<(string Method, string Path, string Needs, string? Body)> Operations() =>
        from path in JsonNode.Parse(File.ReadAllText(Path.Combine(Testing.Repository.Root, "openapi.json")))!["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (operation.Key.ToUpperInvariant(), path.Key, operation.Value!["x-permission"]!.GetValue<string>(), operation.Value["requestBody"]?["content"]?.AsObject().Select(one => one.Key).OrderBy(type => type.StartsWith("multipart/", StringComparison.Ordinal)).First());

    private static string Filled(string path) => System.Text.RegularExpressions.Regex.Replace(path, "{[^}]+}", "0193e0c0-0000-7000-8000-0000000000ff");

    [Fact]
    public async Task open_nothing_of_one_another()
    {
        var (guest, other) = (await In(Ours, await Client(Ours, "Acme"), "dora@acme.example.test", seesInvoices: true), await In(Theirs, await Client(Theirs, "Cedar"), "mira@cedar.example.test"));
        var key = (await Ours.Post("/api/api-keys", new { name = "All", scopes = new[] { Permission.SeeSupport.Name, Permission.ArrangeSupport.Name, Permission.SeeInvoicing.Name } })).Ok(201).Text("key");
        var (portal, rest) = (Operations().Where(one => one.Needs == "guest").ToList(), Operations().Where(one => one.Needs is not ("guest" or "anybody")).ToList());
        Assert.True(portal.Count >= 8 && rest.Count > 300);
        Assert.All(portal, one => Assert.StartsWith("/api/portal/", one.Path, StringComparison.Ordinal));
        Assert.Equal(["POST /api/portal/links", "POST /api/portal/session"], Operations().Where(one => one.Needs != "guest" && one.Path.StartsWith("/api/portal/", StringComparison.Ordinal)).Select(one => $"{one.Method} {one.Path}").Order(StringComparer.Ordinal));
        var offences = new List<string>();
        foreach (var (method, path, _, body) in rest)
        {
            // In its cookie, and as somebody might try who has read it there.
            foreach (var headers in new (string, string)[][] { [("X-Billing-Client", "browser")], [("X-Billing-Client", "browser"), ("Authorization", $"Bearer {guest.Secret}")] })
                if ((int)(await guest.Send(new HttpMethod(method), Filled(path), body is null ? null : "{}"u8.ToArray(), body is null ? headers : [.. headers, ("Content-Type", body)])).Status is not 401 and var status) offences.Add($"{method} {path} answered {status} to a guest");
        }
        foreach (var (method, path, _, _) in portal)
        {
            foreach (var access in new[] { Ours.Access!, key })
            {
                var who = new Visitor(Product, "203.0.113.252") { Access = access };
                if ((int)(await who.Send(new HttpMethod(method), Filled(path), null, ("X-Billing-Client", "browser"))).Status is not 401 and var status) offences.Add($"{method} {path} answered {status} to somebody of the organisation's");
                if ((int)(await who.Send(new HttpMethod(method), Filled(path), null, ("X-Billing-Client", "browser"), ("Cookie", $"billing-portal={access}; billing-refresh={Ours.Refresh}"))).Status is not 401 and var again) offences.Add($"{method} {path} answered {again} to another kind of secret");
            }
        }
        Assert.Empty(offences);
        (await guest.Post("/api/auth/refresh", new { refreshToken = guest.Secret })).Refused("sign-in-first", 401);
        (await guest.Get("/api/portal/me")).Ok();
        (await other.Get("/api/portal/me")).Ok();
    }

    [Fact]
    public async Task are_told_apart_by_the_api_s_description()
    {
        var client = await Client(Theirs, "Cedar");
        (await Ours.Post("/api/support/portal-users", new { clientId = client, name = "Dora Example", email = "dora@acme.example.test" })).Refused("unknown-client");
        var description = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Testing.Repository.Root, "openapi.json"), Stop))!;
        Assert.Equal("cookie", description["components"]!["securitySchemes"]!["portal"].Text("in"));
        Assert.NotNull(description["paths"]!["/api/portal/tickets"]!["get"]!["security"]![0]!["portal"]);
        Assert.NotNull(description["paths"]!["/api/support/portal-users"]!["get"]!["security"]![0]!["bearer"]);
    }
}
