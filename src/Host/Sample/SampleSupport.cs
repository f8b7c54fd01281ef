using System.Globalization;
using static Billing.Host.Sample.SampleScene;

namespace Billing.Host.Sample;

/// <summary>Requests of clients, projects and hosted sites; on the fifth the month before is closed for each of them.</summary>
internal sealed class SampleSupport : ISamplePart
{
    private static readonly (string Client, string Site, int Since, int Requests)[] Clients = [("Copper Kettle Cafe", "Kettle menu", 0, 4), ("Quiet Harbor Hotel", "Harbor rooms", 0, 6), ("Stone Bridge Law", "Bridge archive", 2, 3), ("Tall Oak Furniture", "Oak shop", 8, 4)];

    private static readonly (int Month, string Client, string Name, string Category, string Price)[] Projects =
    [
        (1, "Copper Kettle Cafe", "Menu with pictures", "website", "850.00"), (4, "Quiet Harbor Hotel", "Spring campaign page", "landing-page", "600.00"), (7, "Stone Bridge Law", "Move of the archive", "migration", "1900.00"),
        (11, "Tall Oak Furniture", "New shop", "website", "3200.00"), (15, "Copper Kettle Cafe", "Summer page", "landing-page", "450.00"), (19, "Quiet Harbor Hotel", "Booking form", "website", "1250.00"), (23, "Tall Oak Furniture", "Catalogue page", "landing-page", "700.00"),
    ];

    private static readonly (string Type, string Words)[] Asked = [("Content", "Change the opening hours."), ("Mail", "Mails of the form do not arrive."), ("Pictures", "Put the new pictures in."), ("Speed", "The front page is slow."), ("Access", "A colleague needs a sign-in."), ("Mistake", "The price list shows last year.")];

    private static readonly string[] Urgencies = ["low", "medium", "medium", "high", "promotion"], Hours = ["0.5", "1", "1.5", "2", "3"], Sources = ["email", "phone", "ticket", "sms"];

    public async Task Play(SampleScene scene, CancellationToken stop)
    {
        switch (scene.Today.Day)
        {
            case 1:
                await Arrange(scene, stop);
                break;
            case 5 when scene.Month > 0:
                foreach (var (client, _, _, _) in Clients.Where(one => one.Since < scene.Month)) if (scene.Client(client) is { } id) await Close(scene, id, stop);
                break;
            default:
                await Ask(scene, stop);
                break;
        }
    }

    private static async Task Arrange(SampleScene scene, CancellationToken stop)
    {
        if (scene.Month == 0)
        {
            await scene.Api.Post("/api/support/rate-cards", new { from = Iso(scene.Today), promotion = "60", low = "75", medium = "90", high = "130" }, stop);
            await scene.Api.Post("/api/support/allowances", new { from = Iso(scene.Today), hours = "1" }, stop);
        }
        if (scene.Month == 12) await scene.Api.Post("/api/support/rate-cards", new { from = Iso(scene.Today), promotion = "65", low = "80", medium = "98", high = "140" }, stop);
        foreach (var (client, site, _, _) in Clients.Where(one => one.Since == scene.Month))
            if (scene.Client(client) is { } id) await scene.Api.Post("/api/support/sites", new { clientId = id, name = site, start = Iso(scene.Today), webAddress = $"https://{site.ToLowerInvariant().Replace(' ', '-')}.example.test" }, stop);
        foreach (var (_, client, name, category, price) in Projects.Where(one => one.Month == scene.Month))
            if (scene.Client(client) is { } id) await scene.Api.Post("/api/support/projects", new { clientId = id, name, category, price = new { amount = price, currency = "USD" }, completedOn = Iso(scene.Today.AddDays(17)), ready = true }, stop);
    }

    /// <summary>What was asked for and done since the day that was played before.</summary>
    private static async Task Ask(SampleScene scene, CancellationToken stop)
    {
        foreach (var (name, _, _, requests) in Clients.Where(one => one.Since <= scene.Month))
            for (var n = 0; n < requests; n++)
            {
                T Of<T>(IReadOnlyList<T> all, string what) => scene.Dice.One(all, what, name, Iso(scene.Today), n);
                if (!scene.Dice.Chance(30, "asks", name, Iso(scene.Today), n) || scene.Client(name) is not { } client) continue;
                var (type, description) = Of(Asked, "asked");
                await scene.Api.Post("/api/support/requests", new
                {
                    clientId = client, resolvedOn = Iso(scene.Today.AddDays(-1 - scene.Dice.Roll(3, "day", name, Iso(scene.Today), n))), resolvedAt = string.Create(CultureInfo.InvariantCulture, $"{8 + scene.Dice.Roll(9, "hour", name, Iso(scene.Today), n):00}:30:00"),
                    description, type, category = "support", urgency = Of(Urgencies, "urgency"), hours = Of(Hours, "hours"), source = Of(Sources, "source"),
                }, stop);
            }
    }

    private static async Task Close(SampleScene scene, string client, CancellationToken stop)
    {
        var month = Iso(scene.LastMonth)[..7];
        if (await scene.Api.Post($"/api/support/months/{month}/close?dryRun=true", new { clientId = client }, stop) is { } dry && dry.Text("total.amount") is not ("0.00" or "")) await scene.Api.Post($"/api/support/months/{month}/close", new { clientId = client }, stop);
    }
}
