using System.Text.Json;
using Billing.Host.Tests.Facilities;
using Billing.Testing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Invoicing;

/// <summary>A bureau whose mails leave by a real mail server, which may be away and may refuse.</summary>
public abstract class MailBureau : Bureau
{
    private protected Counterpart Server { get; set; } = null!;

    private protected override async Task<IReadOnlyDictionary<string, string?>> Settings()
    {
        Server = await Counterpart.Start("smtp.mjs", new { });
        return new Dictionary<string, string?> { ["Mail:Smtp"] = $"smtp://127.0.0.1:{Server.Port}", ["Mail:From"] = "Billing <billing@example.test>", ["Public:Address"] = "https://billing.example.test" };
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What the server took so far.</summary>
    private protected List<JsonElement> Mails() => [.. Server.Said.Where(said => said.GetProperty("event").GetString() == "mail")];

    /// <summary>Waits until a mail with a document is in a state.</summary>
    /// <param name="document">Its address: <c>invoices/…</c>.</param>
    private protected Task Becomes(string document, string state) => Until($"the mail is {state}", async () => (await Ours.Get($"/api/{document}/sendings")).Ok()["items"]!.AsArray().Any(one => one.Text("state") == state));

    /// <summary>An issued invoice of a client with this address, and a copy for its boss.</summary>
    private protected static async Task<string> Issued(Desk desk, string email)
    {
        var client = (await desk.Client("Meadow Health", new { emails = new[] { email }, ccEmails = new[] { "boss@meadow.example.test" }, language = "de" })).Text("id");
        var id = (await desk.Post("/api/invoices", new { clientId = client, lines = new[] { new { description = "Work", unitPrice = "100" } } })).Ok(201).Text("id");
        (await desk.Post($"/api/invoices/{id}/issue", new { })).Ok();
        return id;
    }
}
