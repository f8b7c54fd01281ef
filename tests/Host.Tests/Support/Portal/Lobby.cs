using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;

namespace Billing.Host.Tests.Support.Portal;

/// <summary>Two agencies with two clients each, and somebody of each client's who may come into the portal.</summary>
public abstract class Lobby : Town
{
    private protected Visitor Ours { get; private set; } = null!;

    private protected Visitor Theirs { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (Ours, Theirs) = (await Owner("ours", "ann@example.test"), await Owner("theirs", "eve@example.test"));
    }

    private protected static async Task<string> Client(Visitor of, string name, object? more = null)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        body["name"] = name;
        return (await of.Post("/api/clients", body.ToJsonString())).Ok(201).Text("id");
    }

    /// <summary>Invites somebody; answers their id.</summary>
    private protected static async Task<string> Invited(Visitor of, string client, string email, bool seesInvoices = false) =>
        (await of.Post("/api/support/portal-users", new { clientId = client, name = "Dora Example", email, seesInvoices })).Ok(201).Text("id");

    /// <summary>The secret of the next mail to an address.</summary>
    private protected async Task<string> Link(string email)
    {
        while (true)
        {
            var next = await Until($"a link goes to {email}", () => Task.FromResult(Product.Post.Sent.TryDequeue(out var sent) ? Tuple.Create(sent.Kind, sent.Mail) : null));
            if (next.Item1.StartsWith("support.portal_", StringComparison.Ordinal) && string.Equals(next.Item2.To, email, StringComparison.OrdinalIgnoreCase)) return next.Item2.Parts.OfType<Web.MailPart.Button>().Single().Path.Split("/portal#")[1];
        }
    }

    /// <summary>Somebody in the portal, invited and come in by the mail.</summary>
    private protected async Task<Guest> In(Visitor of, string client, string email, bool seesInvoices = false)
    {
        var id = await Invited(of, client, email, seesInvoices);
        var guest = new Guest(Somebody()) { Id = id };
        (await guest.Post("/api/portal/session", new { token = await Link(email) })).Ok();
        return guest;
    }
}

/// <summary>Somebody of a client's with a browser.</summary>
internal sealed class Guest(Visitor who)
{
    /// <summary>The portal user's.</summary>
    public string Id { get; init; } = "";

    /// <summary>What is in the cookie; null for none.</summary>
    public string? Secret { get; set; }

    /// <summary>The cookie as it was set last.</summary>
    public string Set { get; private set; } = "";

    public Task<Reply> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Reply> Post(string path, object? body = null) => Send(HttpMethod.Post, path, body);

    public async Task<Reply> Send(HttpMethod method, string path, object? body = null, params (string, string)[] headers)
    {
        (string, string)[] usual = headers.Length > 0 ? headers : [("X-Billing-Client", "browser")];
        using var answer = await who.Raw(method, path, body, Secret is null ? usual : [.. usual, ("Cookie", $"billing-portal={Secret}")]);
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.SingleOrDefault(one => one.StartsWith("billing-portal=", StringComparison.Ordinal)) is { } cookie)
        {
            Set = cookie;
            Secret = cookie.Split(';')[0]["billing-portal=".Length..] is { Length: > 0 } secret ? secret : null;
        }
        return new Reply(answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), answer.Headers.ETag?.Tag, answer.Content.Headers.ContentType?.MediaType);
    }

    public async Task<JsonArray> Items(string path) => (await Get(path)).Ok()["items"]!.AsArray();
}
