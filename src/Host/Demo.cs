using System.Net.Http.Headers;
using System.Text.Json;

namespace Billing.Host;

/// <summary>Gives somebody who tries the product something to look at: a file goes through the import, as a person would take it there.</summary>
internal static class Demo
{
    public static async Task Fill(string address, string file, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        await using var rows = File.OpenRead(file);
        using var body = new StreamContent(rows);
        body.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var answer = await http.PostAsync(new Uri("/api/facilities/import", UriKind.Relative), body, stop);
        using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(stop));
        Console.Out.WriteLine(answer.IsSuccessStatusCode
            ? $"Sample data: {said.RootElement.GetProperty("accepted")} records new, {said.RootElement.GetProperty("unchanged")} there already."
            : $"The sample data were refused: {said.RootElement.GetProperty("detail")}");
    }
}
