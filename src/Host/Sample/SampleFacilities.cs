using System.Text.Json;
using static Billing.Host.Sample.SampleScene;

namespace Billing.Host.Sample;

/// <summary>Facilities that are billed month by month; some come, one is renamed, one moves to another group, one is put away. One group's cycles become invoices.</summary>
internal sealed class SampleFacilities : ISamplePart
{
    private static readonly (string Group, string Currency, string? Client)[] Groups = [("Lakeside Care Homes", "USD", "Lakeside Care Homes"), ("River Clinics", "USD", null), ("Coast Hotels", "EUR", null)];

    private static readonly (string Name, string Group, int Since)[] Facilities =
    [
        ("Lakeside North", "Lakeside Care Homes", 0), ("Lakeside South", "Lakeside Care Homes", 0), ("Lakeside Garden House", "Lakeside Care Homes", 6), ("Lakeside Hill House", "Lakeside Care Homes", 13),
        ("Clinic at the Bridge", "River Clinics", 0), ("Clinic at the Ferry", "River Clinics", 0), ("Clinic at the Mill", "River Clinics", 3), ("Clinic at the Spring", "River Clinics", 11),
        ("Hotel Lighthouse", "Coast Hotels", 0), ("Hotel Dunes", "Coast Hotels", 2), ("Hotel Old Pier", "Coast Hotels", 5),
    ];

    public async Task Play(SampleScene scene, CancellationToken stop)
    {
        if (scene.Today.Day is not (1 or 5 or 25)) return;
        var groups = (await scene.Api.All("/api/facility-groups", stop)).ToDictionary(group => group.Text("name"), group => group.Text("id"));
        var facilities = (await scene.Api.All("/api/facilities", stop)).ToDictionary(one => one.Text("name"));
        if (scene.Today.Day == 1) await Open(scene, groups, facilities, stop);
        else await Keep(scene, groups, facilities, stop);
    }

    private static async Task Open(SampleScene scene, Dictionary<string, string> groups, Dictionary<string, JsonElement> facilities, CancellationToken stop)
    {
        foreach (var (name, currency, client) in Groups)
        {
            if (groups.ContainsKey(name)) continue;
            var group = await scene.Api.Post("/api/facility-groups", new { name, schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 }, paymentTermsDays = 30, currency, clientId = client is null ? null : scene.Client(client) }, stop);
            if (group is { } opened) groups[name] = opened.Text("id");
        }
        foreach (var (name, group, since) in Facilities)
            if (since <= scene.Month && !facilities.ContainsKey(name) && !(name == "Hotel Dunes" && scene.Month > 9) && !(name == "Hotel Old Pier" && scene.Month > 18) && groups.TryGetValue(group, out var id)) await scene.Api.Post("/api/facilities", new { name, groupId = id }, stop);
        if (scene.Month == 9 && facilities.TryGetValue("Hotel Dunes", out var renamed)) await scene.Api.Put($"/api/facilities/{renamed.Text("id")}", new { name = "Hotel Dunes & Spa", groupId = renamed.Text("groupId") }, stop);
        if (scene.Month == 14 && facilities.TryGetValue("Clinic at the Ferry", out var moved)) await scene.Api.Put($"/api/facilities/{moved.Text("id")}", new { name = "Clinic at the Ferry", groupId = groups["Lakeside Care Homes"] }, stop);
        if (scene.Month == 18 && facilities.TryGetValue("Hotel Old Pier", out var closed)) await scene.Api.Delete($"/api/facilities/{closed.Text("id")}", stop);
    }

    /// <summary>On the fifth the month before is billed; on the twenty-fifth most of it is paid, the rest a month later.</summary>
    private static async Task Keep(SampleScene scene, Dictionary<string, string> groups, Dictionary<string, JsonElement> facilities, CancellationToken stop)
    {
        if (scene.Month == 0) return;
        var statuses = (await scene.Api.Get("/api/status-sets", stop)).Items().FirstOrDefault().Items("statuses").ToList();
        var settled = statuses.Find(status => status.Text("settles") == "True").Text("id");
        var items = new List<object>();
        foreach (var facility in facilities.Values)
        {
            var name = facility.Text("name");
            string Billed(DateOnly month) => scene.Dice.Amount(1800, 5200, "billed", name, Iso(month));
            bool Late(DateOnly month) => scene.Dice.Chance(12, "paid late", name, Iso(month));
            void Paid(DateOnly month, string note) => items.Add(new { facilityId = facility.Text("id"), from = Iso(month), through = Iso(month.AddMonths(1).AddDays(-1)), paid = Billed(month), paidOn = Iso(scene.Today), statusId = settled.Length > 0 ? settled : null, note });
            if (scene.Today.Day == 5) items.Add(new { facilityId = facility.Text("id"), from = Iso(scene.LastMonth), through = Iso(scene.EndOfLastMonth), billed = Billed(scene.LastMonth) });
            else
            {
                if (!Late(scene.LastMonth)) Paid(scene.LastMonth, "");
                var before = scene.LastMonth.AddMonths(-1);
                if (scene.Month > 1 && Late(before) && Facilities.Any(one => one.Name == name && one.Since < scene.Month - 1)) Paid(before, "Paid after a call.");
            }
        }
        if (items.Count > 0 && await scene.Api.Post("/api/billing-records/bulk", new { items }, stop) is { } saved && saved.Text("refused") != "0") scene.Api.Refused.Add($"{scene.Today:O} billing records: {saved}");
        if (scene.Today.Day == 5) await scene.Api.Post($"/api/facility-groups/{groups["Lakeside Care Homes"]}/cycles/bill", new { from = Iso(scene.LastMonth), through = Iso(scene.EndOfLastMonth) }, stop);
    }
}
