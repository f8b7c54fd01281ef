namespace Billing.Host.Sample;

/// <summary>A client of the made-up company.</summary>
/// <param name="Name">As shown; its mail address follows from it.</param>
/// <param name="Since">The month of the story in which it comes.</param>
/// <param name="Currency">What it is billed in.</param>
/// <param name="Country">Two letters of ISO 3166.</param>
/// <param name="City">Where it is.</param>
/// <param name="Terms">Days in which it pays.</param>
/// <param name="Card">A card of the provider that takes no money, if it pays by one.</param>
internal sealed record SampleClient(string Name, int Since, string Currency = "USD", string Country = "US", string City = "Springfield", int Terms = 14, string? Card = null)
{
    public string Treatment => Country switch { "US" => "standard", "GB" => "standard", _ => "reverseCharge" };

    public string Domain => Name.ToLowerInvariant().Replace(" & ", "-", StringComparison.Ordinal).Replace(' ', '-') + ".example.test";
}

/// <summary>Settings, and clients that come one after the other; one moves, one goes.</summary>
internal sealed class SampleClients : ISamplePart
{
    public static IReadOnlyList<SampleClient> All { get; } =
    [
        new("Blue Door Bakery", 0, Card: "pm_card_visa"), new("Copper Kettle Cafe", 0, City: "Riverton"), new("Lakeside Care Homes", 0, Terms: 30, City: "Lakeview"), new("Lantern Dental", 0, Card: "pm_card_mastercard"),
        new("Quiet Harbor Hotel", 0, Terms: 30, City: "Port Example"), new("Paper Boat Books", 1), new("Linden Optics", 1, "EUR", "DE", "Musterstadt"), new("Stone Bridge Law", 2, Terms: 30),
        new("Red Kite Cycling", 3, Card: "pm_card_declinedFirst"), new("Thistle & Thread", 4, "GBP", "GB", "Exampleton"), new("Silver Birch Clinic", 5, Card: "pm_card_amex"), new("White Sail Tours", 6, "EUR", "FR", "Ville Exemple"),
        new("Tall Oak Furniture", 8, City: "Riverton"), new("Yellow Barn Farm", 10, Card: "pm_card_chargeCustomerFail"), new("Pine Hill School", 12, Terms: 30), new("Green Lantern Garden Centre", 15, "GBP", "GB", "Exampleton"),
        new("Morning Star Yoga", 17, Card: "pm_card_visa"), new("Old Mill Brewery", 19, Card: "pm_card_mastercard"),
    ];

    public async Task Play(SampleScene scene, CancellationToken stop)
    {
        if (scene.Today.Day != 1) return;
        if (scene.Month == 0) await Arrange(scene.Api, stop);
        foreach (var (number, client) in All.Index())
        {
            if (client.Since > scene.Month || scene.Clients.ContainsKey(client.Name)) continue;
            var added = await scene.Api.Post("/api/clients", new
            {
                name = client.Name, currency = client.Currency, emails = new[] { $"bills@{client.Domain}" }, termsDays = client.Terms, taxTreatment = client.Treatment, accountingId = $"SAMPLE-{number + 1:00}",
                taxId = client.Treatment == "reverseCharge" ? $"{client.Country}{100_000_000 + number}" : null, phone = $"+1 555 01{number:00}",
                address = new { line1 = $"{number + 1} Example Street", city = client.City, postalCode = $"{10_000 + number}", country = client.Country },
            }, stop);
            if (added is not { } here) continue;
            scene.Clients[client.Name] = here.Text("id");
            if (client.Card is { } card) await scene.Api.Post($"/api/clients/{here.Text("id")}/payment-methods", new { token = card }, stop);
        }
        if (scene.Month == 9 && scene.Client("Copper Kettle Cafe") is { } moved) await scene.Api.Put($"/api/clients/{moved}", new { address = new { line1 = "7 Sample Square", city = "Springfield", postalCode = "10001", country = "US" } }, stop);
    }

    private static async Task Arrange(SampleApi api, CancellationToken stop)
    {
        await api.Put("/api/invoicing-settings", new
        {
            look = "modern", termsDays = 14, sellerTaxId = "US-SAMPLE-1", footer = "Sample company: everything here is made up.",
            bank = new { holder = "Sample company", bank = "Example Bank" }, taxCategories = new[] { new { name = "Standard", taxes = new object[] { new { name = "Sales tax", rate = "8" } } }, new { name = "Not taxed", taxes = Array.Empty<object>() } },
        }, stop);
        await api.Put("/api/invoicing/reminders", new { on = true, steps = new[] { new { days = 3 }, new { days = 14 }, new { days = 30 } }, fee = new { percent = "2", graceDays = 20 } }, stop);
        await api.Patch("/api/tenants/me", new { contact = new { email = "hello@sample.example.test", phone = "+1 555 0100", line1 = "1 Example Street", line2 = "", city = "Springfield", state = "EX", country = "US", postalCode = "10000" } }, stop);
    }
}
