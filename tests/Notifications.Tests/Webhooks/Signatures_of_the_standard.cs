using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Billing.Notifications.Tests;

/// <summary>Published vectors, and cases of our own, of Standard Webhooks.</summary>
public class Signatures_of_the_standard
{
    private static readonly JsonElement Cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "webhooks", "webhooks.json"))).RootElement;
    private static readonly JsonElement Standard = Cases.GetProperty("standard_webhooks");

    private static JsonElement Sender => Cases.GetProperty("sender");

    private static TheoryData<string, string> Named(string list, string name) => [.. Standard.GetProperty(list).EnumerateArray().Select(one => new TheoryDataRow<string, string>(one.GetProperty(name).GetString()!, one.GetRawText()))];

    public static TheoryData<string, string> Published => Named("published_sign", "name");

    public static TheoryData<string, string> Verified => Named("verify_some", "name");

    public static TheoryData<string, bool> Secrets => [.. Standard.GetProperty("published_secret_formats").GetProperty("cases").EnumerateArray().Select(one => new TheoryDataRow<string, bool>(one.GetProperty("value").GetString()!, one.GetProperty("valid").GetBoolean()))];

    public static TheoryData<string> Unpadded => [.. Standard.GetProperty("published_unpadded_secrets").GetProperty("accept_without_padding").EnumerateArray().Select(one => one.GetString()!)];

    public static TheoryData<string?, string?> RetryAfter => [.. Sender.GetProperty("retry_after_parsing").GetProperty("cases").EnumerateArray().Select(one => new TheoryDataRow<string?, string?>(
        one.GetProperty("value").GetString(), one.TryGetProperty("instant", out var instant) ? instant.GetString() : one.GetProperty("seconds") is { ValueKind: JsonValueKind.Number } seconds ? seconds.GetRawText() : null))];

    [Theory, MemberData(nameof(Published))]
    public void are_made_as_published(string name, string json)
    {
        Assert.NotEmpty(name);
        var one = JsonDocument.Parse(json).RootElement;
        Assert.Equal(one.GetProperty("expected_signature").GetString(), WebhookSignature.Sign(one.GetProperty("webhook_id").GetString()!, Timestamp(one), Encoding.UTF8.GetBytes(one.GetProperty("body").GetString()!), [WebhookSecret.Of(WebhookSigning.Hmac, Convert.FromBase64String(one.GetProperty("secret").GetString()!["whsec_".Length..]))])); // one of them is shorter than secrets may be
    }

    [Fact]
    public void of_a_key_are_made_as_published()
    {
        var one = Standard.GetProperty("published_asymmetric");
        var key = WebhookSecret.Read(one.GetProperty("secret_key").GetString())!;
        Assert.Equal((WebhookSigning.Ed25519, one.GetProperty("public_key").GetString()), (key.Signing, key.Verifier));
        Assert.Equal(one.GetProperty("expected_signature").GetString(), WebhookSignature.Sign(one.GetProperty("webhook_id").GetString()!, Timestamp(one), Encoding.UTF8.GetBytes(one.GetProperty("body").GetString()!), [key]));
    }

    [Theory, MemberData(nameof(Verified))]
    public void are_judged_as_every_receiver_should(string name, string json)
    {
        var one = JsonDocument.Parse(json).RootElement;
        string? Header(string header) => one.GetProperty("headers").TryGetProperty(header, out var value) ? value.GetString() : null;
        var now = DateTimeOffset.FromUnixTimeSeconds(one.GetProperty("now").GetInt64());
        var good = one.GetProperty("secrets").EnumerateArray().Any(secret => WebhookSignature.IsGood(Header("webhook-id"), Header("webhook-timestamp"), Header("webhook-signature"), Encoding.UTF8.GetBytes(one.GetProperty("body").GetString()!), secret.GetString()!, now));
        Assert.True(good == (one.GetProperty("verdict").GetString() == "accept"), name);
    }

    [Theory, MemberData(nameof(Secrets))]
    public void have_secrets_of_a_certain_form(string written, bool isOne) => Assert.Equal(isOne, WebhookSecret.Read(written) is not null);

    [Theory, MemberData(nameof(Unpadded))]
    public void have_secrets_that_may_lack_their_filling(string written) => Assert.True(WebhookSecret.Read("whsec_" + written) is not null || Convert.FromBase64String(written.PadRight((written.Length + 3) / 4 * 4, '=')).Length < 24);

    [Theory, InlineData("hmac", "whsec_"), InlineData("ed25519", "whpk_")]
    public void are_checked_with_what_is_shown(string signing, string prefix)
    {
        var (one, other) = (WebhookSecret.New(Enum.Parse<WebhookSigning>(signing, ignoreCase: true)), WebhookSecret.New(Enum.Parse<WebhookSigning>(signing, ignoreCase: true)));
        Assert.StartsWith(prefix, one.Verifier, StringComparison.Ordinal);
        Assert.NotEqual(one.Reveal(), other.Reveal());
        Assert.Equal(one.Verifier, WebhookSecret.Read(one.Reveal())!.Verifier);
        Assert.DoesNotContain(one.Reveal()[6..20], one.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void stand_side_by_side_while_a_secret_is_replaced_the_new_one_first()
    {
        var (old, fresh, at) = (WebhookSecret.New(WebhookSigning.Hmac), WebhookSecret.New(WebhookSigning.Hmac), DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
        var signatures = WebhookSignature.Sign("evt_1", 1_800_000_000, "{}"u8, [fresh, old]);
        Assert.Equal(2, signatures.Split(' ').Length);
        Assert.StartsWith(fresh.Sign("evt_1.1800000000.{}"u8.ToArray()), signatures, StringComparison.Ordinal);
        Assert.All([old, fresh], secret => Assert.True(WebhookSignature.IsGood("evt_1", "1800000000", signatures, "{}"u8, secret.Reveal(), at)));
    }

    [Theory, MemberData(nameof(RetryAfter))]
    public void are_sent_again_when_the_answer_says(string? said, string? expected)
    {
        var now = new DateTimeOffset(2015, 10, 21, 7, 27, 0, TimeSpan.Zero);
        TimeSpan? wait = expected is null ? null : double.TryParse(expected, NumberStyles.Number, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture) - now;
        Assert.Equal(wait, WebhookSchedule.Asked(said, now));
    }

    [Fact]
    public void are_sent_again_at_the_times_of_the_standard_a_fifth_more_or_less()
    {
        var published = Sender.GetProperty("published_schedules_seconds").GetProperty("standard_webhooks_example").EnumerateArray().Select(one => one.GetDouble()).Skip(1).ToArray();
        var pauses = Enumerable.Range(1, 200).Select(delivery => Enumerable.Range(1, published.Length).Select(attempt => WebhookSchedule.After(Some.Id(delivery), attempt)!.Value.TotalSeconds).ToArray()).ToArray();
        for (var attempt = 0; attempt < published.Length; attempt++)
        {
            Assert.All(pauses, one => Assert.InRange(one[attempt], published[attempt] * 0.8, published[attempt] * 1.2));
            Assert.True(pauses.Max(one => one[attempt]) - pauses.Min(one => one[attempt]) > published[attempt] * 0.3);
        }
        Assert.Null(WebhookSchedule.After(Some.Id(1), published.Length + 1));
        Assert.Equal(WebhookSchedule.After(Some.Id(1), 1), WebhookSchedule.After(Some.Id(1), 1));
    }

    [Theory, InlineData(1, 0), InlineData(2, 0), InlineData(3, 5), InlineData(4, 10), InlineData(6, 40), InlineData(9, 300), InlineData(5_000, 300)]
    public void are_not_sent_for_a_while_to_an_address_that_takes_nothing(int failures, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), WebhookSchedule.Rest(failures));

    private static long Timestamp(JsonElement one) => one.GetProperty("timestamp") is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : long.Parse(one.GetProperty("timestamp").GetString()!, CultureInfo.InvariantCulture);
}
