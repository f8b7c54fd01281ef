using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Billing.AiCosts;

/// <summary>OpenAI: costs in dollars by project and line item, and usage by project, key, model, batch and tier. Costs cannot be asked for by model, and cover things that no usage report has a row for: they are the money.</summary>
internal sealed class OpenAiReader(AiProvider provider, AiCalls calls) : IAiReader
{
    private const int TailDays = 3;
    // Costs are said to take 180; asked for more than 31 they were seen to be cut to that without a word.
    private const int MostDays = 31;

    private static readonly string[] ByModel = ["project_id", "user_id", "api_key_id", "model"];

    /// <summary>Each report with its path and what its rows are told apart by. A refused one besides the first three is one that the organisation does not have.</summary>
    private static readonly (AiReport Report, string Path, string[] GroupBy)[] All =
    [
        (new("completions", TailDays, MostDays), "/usage/completions", ["project_id", "user_id", "api_key_id", "model", "batch", "service_tier"]),
        (new("embeddings", TailDays, MostDays, IsOptional: true), "/usage/embeddings", ByModel),
        (new("costs", TailDays, MostDays), "/costs", ["project_id", "line_item"]),
        (new("moderations", TailDays, MostDays, IsOptional: true), "/usage/moderations", ByModel),
        (new("images", TailDays, MostDays, IsOptional: true), "/usage/images", [.. ByModel, "size", "source"]),
        (new("audio_speeches", TailDays, MostDays, IsOptional: true), "/usage/audio_speeches", ByModel),
        (new("audio_transcriptions", TailDays, MostDays, IsOptional: true), "/usage/audio_transcriptions", ByModel),
        (new("vector_stores", TailDays, MostDays, IsOptional: true), "/usage/vector_stores", ["project_id"]),
        (new("code_interpreter_sessions", TailDays, MostDays, IsOptional: true), "/usage/code_interpreter_sessions", ["project_id"]),
    ];

    public AiProvider Provider => provider;

    public IReadOnlyList<AiReport> Reports { get; } = [.. All.Select(one => one.Report)];

    public async Task Verify(AiConnection to, DateTimeOffset now, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await Ask(to, "/costs", new AiWindow(All[2].Report, today.AddDays(-1), today), [], 1, null, stop);
    }

    public async Task<AiPage> Read(AiConnection to, AiWindow window, string? cursor, CancellationToken stop)
    {
        var (report, path, groupBy) = All.Single(one => one.Report.Name == window.Report.Name);
        var page = await Ask(to, path, window, groupBy, MostDays, cursor, stop);
        return new AiPage([.. page.List("data").Select(bucket => Bucket(report, bucket))], page.NextPage("has_more", "next_page"));
    }

    private Task<JsonElement> Ask(AiConnection to, string path, AiWindow window, IEnumerable<string> groupBy, int limit, string? cursor, CancellationToken stop)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"?start_time={window.Begins.ToUnixTimeSeconds()}&end_time={window.Ends.ToUnixTimeSeconds()}&bucket_width=1d&limit={limit}");
        var grouped = string.Concat(groupBy.Select(name => $"&group_by={name}"));
        return calls.Get(to.At($"/v1/organization{path}{query}{grouped}{(cursor is null ? "" : $"&page={Uri.EscapeDataString(cursor)}")}"), headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", to.Key), stop);
    }

    private static AiBucket Bucket(AiReport report, JsonElement bucket)
    {
        var (start, end) = (bucket.Seconds("start_time"), bucket.Seconds("end_time"));
        return new AiBucket(start, end - start, [.. bucket.List("results").Select(row => report.Name == "costs" ? Cost(row) : Usage(report, row))]);
    }

    private static AiRecord Cost(JsonElement row)
    {
        var amount = row.Part("amount");
        var cost = amount.Amount("value") ?? throw new AiReadStopped(AiTrouble.IncompleteRead, "A row of the costs has no amount.");
        var item = row.Text("line_item");
        return AiRecord.Money(new(Model: OpenAiLineItem.Model(item), Project: row.Text("project_id"), Key: row.Text("api_key_id"), Item: item), cost, amount.Text("currency") ?? "USD", row.Amount("quantity"), row.Text("quantity_unit"));
    }

    private static AiRecord Usage(AiReport report, JsonElement row)
    {
        var of = new AiDimensions(
            row.Text("model"), row.Text("project_id"), row.Text("api_key_id"), row.Text("user_id"), row.Flag("batch") ? "batch" : Tier(row.Text("service_tier")), null, report.Name is "completions" or "embeddings" ? null : report.Name,
            report.Name == "images" ? $"{row.Text("size")} {row.Text("source")}".Trim() : null);
        var (quantity, unit) = report.Name switch
        {
            "images" => (row.Amount("images"), "images"),
            "audio_speeches" => (row.Amount("characters"), "characters"),
            "audio_transcriptions" => (row.Amount("seconds"), "seconds"),
            "vector_stores" => (row.Amount("usage_bytes"), "bytes"),
            "code_interpreter_sessions" => (row.Amount("num_sessions"), "sessions"),
            _ => (null, null as string),
        };
        return AiRecord.Usage(of, Tokens(row), row.CountOrNull("num_model_requests"), 0, quantity, quantity is null ? null : unit);
    }

    /// <summary>Their input holds what came from the cache and what was written into it, sound and pictures too: the kinds here do not overlap.</summary>
    private static TokenKinds Tokens(JsonElement row)
    {
        var (cached, written, output) = (row.Count("input_cached_tokens"), row.Count("input_cache_write_tokens"), row.Count("output_tokens"));
        var (audio, images, cachedAudio, cachedImages) = (row.Count("input_audio_tokens"), row.Count("input_image_tokens"), row.Count("input_cached_audio_tokens"), row.Count("input_cached_image_tokens"));
        var (spoken, drawn) = (row.Count("output_audio_tokens"), row.Count("output_image_tokens"));
        return new TokenKinds(
            Input: row.Count("input_tokens") - cached - written - audio - images, CacheRead: cached - cachedAudio - cachedImages, CacheWrite: written, Output: output - spoken - drawn,
            AudioInput: audio, CachedAudioInput: cachedAudio, AudioOutput: spoken, ImageInput: images, CachedImageInput: cachedImages, ImageOutput: drawn);
    }

    private static string? Tier(string? said) => said is "default" or "auto" ? "standard" : said;
}

/// <summary>The text of a line of OpenAI's costs: the model stands before the first comma. Its wording is documented nowhere.</summary>
internal static class OpenAiLineItem
{
    public static string? Model(string? item) => item?.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma ? item[..comma] : null;
}
