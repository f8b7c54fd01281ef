using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Billing.Faults;

/// <summary>An import of 20,000 lines is cut off in the middle and asked for again under the same key: all of it, once.</summary>
internal sealed class ImportKills(Options options)
{
    private const int Facilities = 100;
    private const int LinesEach = 200;

    /// <summary>Of all lines.</summary>
    private const decimal Sum = (LinesEach * Facilities * (Facilities - 1) / 2) + (Facilities * (LinesEach / 100) * 49.50m);

    public async Task Run(Trial trial)
    {
        var random = new Random(options.Seed + 2);
        await using var site = await Site.Open(options.Port);
        var file = Lines();
        var cut = 0;
        // Ever later, until one import is done before it is cut off: the moments lie all over it, however quick the machine is.
        for (var moment = random.Next(100, 500); ; moment += (moment / 2) + random.Next(400, 1000))
        {
            var answered = Send(site, file, "import");
            await Task.WhenAny(answered, Task.Delay(moment));
            if (answered.IsCompleted && await answered is { } done)
            {
                Check(trial, done);
                break;
            }
            cut++;
            if (cut % 3 == 0) System.Diagnostics.Process.GetProcessById(site.Servers()[0]).Kill();
            await site.Kill();
            trial.Faults++;
            if (await answered is { } justInTime) Check(trial, justInTime);
            await site.Start();
            trial.Recovered(site.Product.UntilFirstAnswer);
        }
        if (await Send(site, file, "import") is { } repeated) Check(trial, repeated);
        else trial.Lose("the import's answer is not repeated under its key");
        trial.Acknowledged = Facilities * LinesEach;
        if (await site.Ask("select count(*) from facilities_billing_records") is not (long)(Facilities * LinesEach)) trial.Lose($"{await site.Ask("select count(*) from facilities_billing_records")} billing records instead of {Facilities * LinesEach}");
        if (await site.Ask("select count(*) from facilities_imports") is not 1L) trial.Lose("there is not exactly one import");
        if (await site.Ask("select sum(billed) from facilities_billing_records") is not Sum) trial.Lose($"{await site.Ask("select sum(billed) from facilities_billing_records")} billed instead of {Sum}");
        await new Inspection(site, trial).Store();
        await new Inspection(site, trial).Commands();
    }

    private static void Check(Trial trial, JsonElement answer)
    {
        if (answer.GetProperty("accepted").GetInt32() != Facilities * LinesEach || answer.GetProperty("rejected").GetArrayLength() > 0) trial.Lose($"the import took {answer.GetProperty("accepted")} lines");
    }

    /// <summary>Null when no answer came.</summary>
    private static async Task<JsonElement?> Send(Site site, string file, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/facilities/import") { Content = new StringContent(file, Encoding.UTF8, "text/csv") };
        request.Headers.Add("Idempotency-Key", key);
        try
        {
            using var answer = await site.Http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            return answer.IsSuccessStatusCode ? JsonElement.Parse(text) : throw new InvalidOperationException($"The import was answered {(int)answer.StatusCode}: {text}");
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private static string Lines()
    {
        var text = new StringBuilder("Group,Facility,Billing Date,From Date,Through Date,Billed,Note\n");
        for (var facility = 0; facility < Facilities; facility++)
        {
            for (var line = 0; line < LinesEach; line++)
            {
                var from = new DateOnly(2021, 1, 4).AddDays(7 * line);
                text.AppendLine(CultureInfo.InvariantCulture, $"Tracked,Facility {facility},{from.AddDays(7):O},{from:O},{from.AddDays(6):O},{facility}.{line % 100:00},Line {line}");
            }
        }
        return text.ToString();
    }
}
