using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Billing.Host.Tests.Facilities;
using Billing.Identity;

namespace Billing.Host.Tests.Identity;

/// <summary>
/// Wherever openapi.json takes an id (path, query, body), each id of another organisation is answered word for word as an id that nobody has, and changes nothing
/// of theirs. That the places matter is shown by ids of one's own, which are answered otherwise.
/// </summary>
public class Ids_of_another_organisation : Town
{
    private const string Nobodys = "0193e0c0-0000-7000-8000-0000000000ff";
    private static readonly string[] Farewells = ["/api/auth/logout", "/api/auth/logout-all", "/api/users/me/leave", "/api/users/me/forget", "/api/live", "/api/auth/switch"];
    private int _names;

    private static readonly JsonNode Description = JsonNode.Parse(File.ReadAllText(Path.Combine(Testing.Repository.Root, "openapi.json")))!;

    private protected override long? RequestsPerMinute => 1_000_000;

    [Fact]
    public async Task are_like_those_that_nobody_has_wherever_one_can_be_put()
    {
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        var (ours, theirs) = (await Things(ann, "acme"), await Things(eve, "other"));
        var places = Places().ToList();
        Assert.True(places.Count > 40);
        var before = await Fingerprint();
        var offences = new List<string>();
        foreach (var place in places)
        {
            var missing = await Put(eve, place, Nobodys);
            foreach (var (kind, id) in ours)
                if (await Put(eve, place, id) is var answer && answer != missing) offences.Add($"{place.Name} with our {kind}: {answer} instead of {missing}");
        }
        Assert.True(offences.Count == 0, string.Join('\n', offences));
        Assert.Equal(before, await Fingerprint());

        var noticed = 0;
        foreach (var place in places.OrderBy(place => place.Method == "DELETE"))
        {
            var missing = await Put(eve, place, Nobodys);
            foreach (var (_, id) in theirs)
                if (await Put(eve, place, id) != missing)
                {
                    noticed++;
                    break;
                }
        }
        Assert.True(noticed > places.Count / 2, $"Only {noticed} of {places.Count} places tell an id of one's own from any other: the bodies sent do not reach that far.");
    }

    [Fact]
    public async Task under_one_idempotency_key_have_answers_of_their_own()
    {
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        var (key, body) = (("Idempotency-Key", "order-1"), new { name = "Alabama", schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 } });
        var first = (await ann.Post("/api/facility-groups", body, key)).Ok(201).Text("id");
        Assert.Equal(first, (await ann.Post("/api/facility-groups", body, key)).Ok(201).Text("id"));
        Assert.NotEqual(first, (await eve.Post("/api/facility-groups", body, key)).Ok(201).Text("id"));
        (await ann.Post("/api/facility-groups", new { name = "Alaska", body.schedule }, key)).Refused("idempotency-key-reused");
        Assert.Equal("(2)", await Ask("select count(*) from mt_events where type = 'facilities.group_opened'"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => (n % 2 == 0 ? ann : eve).Post("/api/facility-groups", new { name = "Arizona", body.schedule }, ("Idempotency-Key", "order-2"))));
        Assert.Equal(2, answers.Select(answer => answer.Ok(201).Text("id")).Distinct().Count());
        Assert.Equal("(4)", await Ask("select count(*) from mt_events where type = 'facilities.group_opened'"));
    }

    [Fact]
    public async Task are_in_no_live_update_export_or_history()
    {
        var (ann, eve) = (await Owner("acme", "ann@example.test"), await Owner("other", "eve@example.test"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/live");
        request.Headers.Authorization = new("Bearer", eve.Access);
        using var live = await Product.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        using var lines = new StreamReader(await live.Content.ReadAsStreamAsync(Stop));
        await lines.ReadLineAsync(Stop);
        var (ours, theirs) = (await Things(ann, "acme"), await Things(eve, "other"));
        var heard = "";
        while (!heard.Contains(theirs["record"], StringComparison.Ordinal)) heard += await lines.ReadLineAsync(Stop).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Stop);
        foreach (var page in new[] { "/api/billing-records/export", "/api/billing-records", "/api/audit", "/api/audit/export", "/api/activity", "/api/imports", "/api/users", "/api/api-keys", $"/api/audit?entityId={ours["record"]}", $"/api/audit?actor={ours["person"]}" }) heard += (await eve.Get(page)).Text;
        Assert.All(ours, thing => Assert.DoesNotContain(thing.Value, heard.Replace("?", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("acme", heard, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Where one answer differs from another: status and body, without what differs anyway.</summary>
    private async Task<string> Put(Visitor who, Place place, string id)
    {
        var path = place.Path.Replace("{}", id, StringComparison.Ordinal);
        var name = $"Text {++_names:d6}"; // no two things of one name
        object? body = place.Body?.Replace("\"{}\"", $"\"{id}\"", StringComparison.Ordinal).Replace("\"Text\"", $"\"{name}\"", StringComparison.Ordinal);
        using var answer = await who.Raw(new HttpMethod(place.Method), path, body);
        Assert.True((int)answer.StatusCode < 500, $"{place.Name} with {id}: {(int)answer.StatusCode}");
        var text = (await answer.Content.ReadAsStringAsync(Stop)).Replace(name, "NAME", StringComparison.Ordinal);
        return $"{(int)answer.StatusCode} {Regex.Replace(text, "\"(requestId|at|issuedAt|editedAt)\":\"[^\"]*\"|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID", RegexOptions.IgnoreCase)}";
    }

    private Task<string> Fingerprint() => Ask("select count(*), max(seq_id) from mt_events where tenant_id = 'main'");

    /// <summary>One id of each kind.</summary>
    private async Task<Dictionary<string, string>> Things(Visitor owner, string of)
    {
        var group = (await owner.Post("/api/facility-groups", new { name = "Group of " + of, schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 } })).Ok(201).Text("id");
        var facility = (await owner.Post("/api/facilities", new { name = "Meadow of " + of, groupId = group })).Ok(201).Text("id");
        var csv = $"Group,Facility,Period Start,Period End,Billed\nGroup of {of},Meadow of {of},2026-08-01,2026-08-31,10.00\n";
        var import = await owner.Send(HttpMethod.Post, "/api/facilities/import", System.Text.Encoding.UTF8.GetBytes(csv), ("Content-Type", "text/csv"));
        (await owner.Post("/api/users/invitations", new { email = $"bob@{of}.example.test", role = "viewer" })).Ok(201);
        var bob = Somebody();
        bob.Keep((await bob.Post("/api/auth/invitations/accept", new { token = await Secret(InvitationMail.Name), password = Password, firstName = "Bob", lastName = "Example" })).Ok());
        var sets = (await owner.Get("/api/status-sets")).Ok();
        return new(await Invoiced(owner, of))
        {
            ["group"] = group, ["facility"] = facility,
            ["record"] = (await owner.Post("/api/billing-records", new { facilityId = facility, from = "2026-10-01", through = "2026-10-31", billed = "100" })).Ok(201).Text("id"),
            ["status"] = sets.Text("items.0.statuses.0.id"), ["import"] = import.Ok().Text("importId"),
            ["key"] = (await owner.Post("/api/api-keys", new { name = "Nightly", scopes = new[] { "facilities.see" } })).Ok(201).Text("id"),
            ["invitation"] = (await owner.Post("/api/users/invitations", new { email = $"dan@{of}.example.test", role = "viewer" })).Ok(201).Text("id"),
            ["member"] = (await bob.Get("/api/auth/me")).Ok().Text("person.id"), ["session"] = (await bob.Get("/api/auth/sessions")).Ok().Text("items.0.id"),
            ["person"] = (await owner.Get("/api/auth/me")).Ok().Text("person.id"),
        };
    }

    /// <summary>Every place for an id: one in the path, in the query, or in the body with as much around it as the body needs.</summary>
    private static IEnumerable<Place> Places()
    {
        foreach (var (path, operations) in Description["paths"]!.AsObject())
            foreach (var (method, operation) in operations!.AsObject())
            {
                if (operation!["x-permission"]!.GetValue<string>() == "anybody" || Farewells.Contains(path)) continue;
                var schema = operation["requestBody"]?["content"]?["application/json"]?["schema"];
                var (verb, filled) = (method.ToUpperInvariant(), Regex.Replace(path, @"\{\w+\}", "{}"));
                if (filled != path) yield return new(verb, filled, schema is null ? null : Sample(schema, null)!.ToJsonString());
                foreach (var parameter in operation["parameters"]?.AsArray().Where(one => one!["in"]!.GetValue<string>() == "query" && one["name"]!.GetValue<string>().EndsWith("Id", StringComparison.Ordinal)) ?? [])
                    yield return new(verb, $"{filled.Replace("{}", Nobodys, StringComparison.Ordinal)}?{parameter!["name"]!.GetValue<string>()}={{}}", null);
                if (schema is null) continue;
                foreach (var field in IdsIn(schema, "", 0)) yield return new(verb, filled.Replace("{}", Nobodys, StringComparison.Ordinal), Sample(schema, field)!.ToJsonString());
            }
    }

    private static IEnumerable<string> IdsIn(JsonNode schema, string at, int depth)
    {
        var shape = Shape(schema);
        if (shape["format"]?.GetValue<string>() == "uuid") yield return at;
        if (depth > 4) yield break;
        foreach (var (name, member) in shape["properties"]?.AsObject() ?? []) foreach (var found in IdsIn(member!, $"{at}.{name}", depth + 1)) yield return found;
        if (shape["items"] is { } items) foreach (var found in IdsIn(items, at + "[]", depth + 1)) yield return found;
    }

    /// <summary>The least that a schema takes, with an id (<c>{}</c>) at one place and wherever one is demanded.</summary>
    private static JsonNode? Sample(JsonNode schema, string? with)
    {
        var shape = Shape(schema);
        if (shape["enum"] is { } values) return values[0]!.DeepClone();
        if (shape["properties"] is { } properties)
        {
            var demanded = shape["required"]?.AsArray().Select(name => name!.GetValue<string>()).ToHashSet() ?? [];
            var made = new JsonObject();
            foreach (var (name, member) in properties.AsObject())
                if (with?.StartsWith('.' + name, StringComparison.Ordinal) == true && (with.Length == name.Length + 1 || with[name.Length + 1] is '.' or '[')) made[name] = Sample(member!, with[(name.Length + 1)..]);
                else if (demanded.Contains(name)) made[name] = name switch { "periodRule" => "arrears", "frequency" => "monthly", "role" => "viewer", "unitPrice" or "quantity" or "amount" when Shape(member!)["properties"] is null => "1", "currency" => "EUR", _ => Sample(member!, null) };
            if (made.ContainsKey("frequency")) made["dayOfMonth"] = 1;
            return made;
        }
        var type = shape["type"] is JsonArray several ? several.Select(one => one!.GetValue<string>()).First(one => one != "null") : shape["type"]?.GetValue<string>();
        return type switch
        {
            "array" => new JsonArray(with is not null || shape["minItems"] is not null ? [Sample(shape["items"]!, with?[2..])] : []),
            "integer" or "number" => 1,
            "boolean" => false,
            _ => shape["format"]?.GetValue<string>() switch { "uuid" => "{}", "date" => "2026-10-01", "date-time" => "2026-10-01T00:00:00Z", _ => "Text" },
        };
    }

    private static JsonNode Shape(JsonNode schema)
    {
        while (true)
        {
            if (schema["$ref"]?.GetValue<string>() is { } reference) schema = Description["components"]!["schemas"]![reference.Split('/')[^1]]!;
            else if ((schema["anyOf"] ?? schema["oneOf"] ?? schema["allOf"])?.AsArray().FirstOrDefault(one => one!["type"]?.ToString() != "null") is { } one) schema = one;
            else return schema;
        }
    }

    private sealed record Place(string Method, string Path, string? Body)
    {
        public string Name => $"{Method} {Path} {Body}";
    }
}
