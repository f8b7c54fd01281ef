using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Identity;
using Billing.Web;

namespace Billing.Host.Tests.Identity;

/// <summary>
/// Every operation that openapi.json lists, called by everybody there can be: nobody, each role, a key with each scope, another organisation's admin with
/// our ids, somebody who was shut out, and with tokens that have run out. An operation that does not say who may call it fails here.
/// </summary>
public class Who_may_do_what : Town
{
    /// <summary>They end the session of whoever calls them, so that nobody would be left to call the rest; their own tests call them.</summary>
    private static readonly string[] Farewells = ["/api/auth/logout", "/api/auth/logout-all", "/api/users/me/leave"];

    private protected override long? RequestsPerMinute => 1_000_000;

    private static readonly List<Operation> All = Read();

    [Fact]
    public void is_said_of_every_operation()
    {
        Assert.True(All.Count > 60);
        Assert.Empty(All.Where(operation => operation.Permission is null).Select(operation => operation.Name));
        Assert.Empty(All.Where(operation => operation.Permission is not ("anybody" or "signed-in" or "guest") && Permission.Named(operation.Permission!) is null).Select(operation => operation.Name));
        Assert.All(All, operation => Assert.Equal(operation.Permission != "anybody", operation.Secured));
    }

    [Fact]
    public async Task holds_at_every_operation()
    {
        var owner = await Owner("acme", "ann@example.test");
        var roles = new Dictionary<Role, Visitor> { [Role.Owner] = owner };
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Owner)) roles[role] = await Member(owner, $"{role}@example.test".ToLowerInvariant(), role);
        var keys = new Dictionary<Permission, Visitor>();
        foreach (var scope in Permission.All.Except(IssueApiKey.Never))
            keys[scope] = new Visitor(Product, "203.0.113.251") { Access = (await owner.Post("/api/api-keys", new { name = scope.Name, scopes = new[] { scope.Name } })).Ok(201).Text("key") };
        var shutOut = await Member(owner, "shut.out@example.test", Role.Admin);
        Assert.Equal(204, (int)(await owner.Patch($"/api/users/{await IdOf(owner, "shut.out@example.test")}", new { active = false })).Status);
        var (stranger, ids) = (await Owner("other", "eve@example.test"), await Ours(owner));
        var offences = new List<string>();

        foreach (var operation in All)
        {
            var needed = operation.Permission == "anybody" ? null : Permission.Named(operation.Permission!);
            if (operation.Permission == "anybody") continue;
            await Expect(operation, Somebody(), "nobody", status => status == 401);
            await Expect(operation, shutOut, "somebody shut out", status => status == 401);
            if (operation.Permission == "guest")
            {
                foreach (var (called, who) in roles.Select(pair => (pair.Key.ToString(), pair.Value)).Concat(keys.Select(pair => ($"a key for {pair.Key}", pair.Value)))) await Expect(operation, who, called, status => status == 401); // the portal is for clients' people alone
                continue;
            }
            if (Farewells.Contains(operation.Path)) continue;
            foreach (var (role, who) in roles) await Expect(operation, who, role.ToString(), status => needed is null || Permission.Of(role).Contains(needed) ? status is not (401 or 403 or >= 500) : status == 403);
            foreach (var (scope, program) in keys) await Expect(operation, program, $"a key for {scope}", status => needed is not null && needed != scope ? status == 403 : status is not (401 or >= 500));
        }
        var before = await Fingerprint();
        foreach (var operation in All.Where(operation => operation.Permission is not ("anybody" or "guest") && !Farewells.Contains(operation.Path) && operation.Path.Contains("{id}", StringComparison.Ordinal)))
        {
            var id = ids.First(pair => operation.Path.StartsWith(pair.Key, StringComparison.Ordinal)).Value;
            await Expect(operation, stranger, "another organisation's owner", status => status is 404 or 400 or 415 or 422 || (operation.Method == "GET" && status == 404), id);
        }
        Assert.Equal(before, await Fingerprint());
        Product.Clock.Forward(TimeSpan.FromMinutes(32));
        foreach (var operation in All.Where(operation => operation.Permission != "anybody")) await Expect(operation, owner, "somebody whose token ran out", status => status == 401);
        Assert.Empty(offences);

        async Task Expect(Operation operation, Visitor who, string called, Func<int, bool> right, string? id = null)
        {
            var status = await Call(operation, who, id ?? "0193e0c0-0000-7000-8000-0000000000ff");
            if (!right(status)) offences.Add($"{operation.Name} answered {status} to {called}");
        }
    }

    private static async Task<int> Call(Operation operation, Visitor who, string id)
    {
        object? body = operation.Method is "POST" or "PUT" or "PATCH" || operation.HasBody ? "{}" : null;
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), operation.Path.Replace("{id}", id, StringComparison.Ordinal).Replace("{groupId}", id, StringComparison.Ordinal).Replace("{importId}", id, StringComparison.Ordinal).Replace("{sending}", id, StringComparison.Ordinal).Replace("{link}", id, StringComparison.Ordinal).Replace("{token}", "none", StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal).Replace("{month}", "2025-01", StringComparison.Ordinal).Replace("{from}", "2025-01-01", StringComparison.Ordinal).Replace("{code}", "general", StringComparison.Ordinal).Replace("{run}", id, StringComparison.Ordinal).Replace("{connection}", id, StringComparison.Ordinal).Replace("{secret}", "none", StringComparison.Ordinal).Replace("{channel}", "slack", StringComparison.Ordinal).Replace("{name}", "receivables-aging", StringComparison.Ordinal));
        if (body is string json) request.Content = new StringContent(json, System.Text.Encoding.UTF8, operation.MediaType);
        if (who.Access is not null) request.Headers.Authorization = new("Bearer", who.Access);
        using var answer = await who.Product.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, giveUp.Token); // one of them never ends
        return (int)answer.StatusCode;
    }

    /// <summary>Something of ours for each kind of id in a path.</summary>
    private static async Task<List<KeyValuePair<string, string>>> Ours(Visitor owner)
    {
        var group = (await owner.Post("/api/facility-groups", new { name = "Alabama", schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 } })).Ok(201).Text("id");
        var facility = (await owner.Post("/api/facilities", new { name = "Meadow", groupId = group })).Ok(201).Text("id");
        var record = (await owner.Post("/api/billing-records", new { facilityId = facility, from = "2026-10-01", through = "2026-10-31", billed = "100" })).Ok(201).Text("id");
        var invoiced = await Invoiced(owner, "acme");
        var request = (await owner.Post("/api/support/requests", new { clientId = invoiced["client"], resolvedOn = "2025-01-02", resolvedAt = "09:00:00" })).Ok(201).Text("id");
        var project = (await owner.Post("/api/support/projects", new { clientId = invoiced["client"], name = "Summer page", category = "website", price = new { amount = "100.00", currency = "EUR" } })).Ok(201).Text("id");
        var site = (await owner.Post("/api/support/sites", new { clientId = invoiced["client"], name = "Acme", start = "2025-01-02" })).Ok(201).Text("id");
        return
        [
            new("/api/clients/", invoiced["client"]), new("/api/charges/", invoiced["charge"]), new("/api/invoices/", invoiced["invoice"]), new("/api/payments/", invoiced["payment"]), new("/api/credit-notes/", invoiced["creditNote"]),
            new("/api/quotes/", invoiced["quote"]), new("/api/recurring-invoices/", invoiced["recurring"]), new("/api/wallets/", invoiced["wallet"]), new("/api/coupons/", invoiced["coupon"]), new("/api/usage/backfills/", invoiced["backfill"]), new("/api/ai/accounts/", invoiced["aiAccount"]), new("/api/ai/budgets/", invoiced["aiBudget"]), new("/api/ai/seats/", invoiced["aiSeats"]), new("/api/alert-rules/", invoiced["alertRule"]), new("/api/ai/allocation-rules/", invoiced["aiAllocation"]), new("/api/ai/rebilling/terms/", invoiced["client"]), new("/api/ai/usage/manual/", invoiced["aiEntry"]),
            new("/api/saved-reports/", (await owner.Post("/api/saved-reports", new { name = "Taxes", report = "tax" })).Ok(201).Text("id")), new("/api/support/requests/", request), new("/api/support/projects/", project), new("/api/support/sites/", site), new("/api/support/portal-users/", (await owner.Post("/api/support/portal-users", new { clientId = invoiced["client"], name = "Dora", email = "dora@acme.example.test" })).Ok(201).Text("id")),
            new("/api/webhook-endpoints/", invoiced["webhook"]), new("/api/webhook-deliveries/", invoiced["delivery"]),
            new("/api/facility-groups/", group), new("/api/facilities/", facility), new("/api/billing-records/", record), new("/api/status-sets/", (await owner.Get("/api/status-sets")).Ok().Text("items.0.id")),
            new("/api/api-keys/", (await owner.Get("/api/api-keys")).Ok().Text("items.0.id")), new("/api/users/invitations/", (await owner.Post("/api/users/invitations", new { email = "dan@example.test", role = "viewer" })).Ok(201).Text("id")),
            new("/api/users/", await IdOf(owner, "viewer@example.test")), new("/api/auth/sessions/", (await owner.Get("/api/auth/sessions")).Ok().Text("items.0.id")), new("/", "0193e0c0-0000-7000-8000-0000000000ff"),
        ];
    }

    private Task<string> Fingerprint() => Ask("select max(seq_id) filter (where tenant_id = 'main' and type not like 'identity.permission_refused'), (select count(*) from identity_sessions where ended_at is null and organisation = 'main') from mt_events");

    private static async Task<string> IdOf(Visitor owner, string email) => (await owner.Get("/api/users")).Ok()["items"]!.AsArray().Single(one => one.Text("email") == email).Text("id");

    private async Task<Visitor> Member(Visitor owner, string email, Role role)
    {
        (await owner.Post("/api/users/invitations", new { email, role = role.ToString().ToLowerInvariant() })).Ok(201);
        var who = Somebody();
        who.Keep((await who.Post("/api/auth/invitations/accept", new { token = await Secret(InvitationMail.Name), password = Password, firstName = "Bob", lastName = "Example" })).Ok());
        return who;
    }

    private static List<Operation> Read()
    {
        var description = JsonNode.Parse(File.ReadAllText(Path.Combine(Testing.Repository.Root, "openapi.json")))!;
        return [.. from path in description["paths"]!.AsObject()
                   from operation in path.Value!.AsObject()
                   select new Operation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!["x-permission"]?.GetValue<string>(), operation.Value["security"] is not null, operation.Value["requestBody"] is not null, MediaTypeOf(operation.Value["requestBody"]?["content"]?.AsObject()))];
    }

    private static string MediaTypeOf(JsonObject? content) => content is null || content.ContainsKey("application/json") ? "application/json" : content.First(one => !one.Key.StartsWith("multipart/", StringComparison.Ordinal)).Key;

    private sealed record Operation(string Method, string Path, string? Permission, bool Secured, bool HasBody, string MediaType)
    {
        public string Name => $"{Method} {Path}";
    }
}
