using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Billing.Subscriptions.Tests;

/// <summary>The published header of Stripe's own libraries, and what is not one.</summary>
public class Stripe_signatures
{
    private const string Body = """{"id":"evt_1","object":"event"}""";
    private static readonly DateTimeOffset Now = new(2025, 11, 19, 12, 0, 0, TimeSpan.Zero);
    private static readonly JsonNode Published = JsonNode.Parse(File.ReadAllText("Data/stripe-webhooks.json"))!["stripe"]!["published"]!;

    public static TheoryData<int> Checks() => [.. Enumerable.Range(0, Published["checks"]!.AsArray().Count)];

    public static TheoryData<string> Malformed() => [.. Published["malformed_headers"]!.AsArray().Select(one => one!.GetValue<string>())];

    [Theory, MemberData(nameof(Checks))]
    public void of_the_published_vector_are_judged_as_published(int index)
    {
        var check = Published["checks"]![index]!;
        Assert.Equal(StripeSignature.Tolerance.TotalSeconds, check["tolerance_seconds"]!.GetValue<double>());
        var body = Bytes(Published["body"]!.GetValue<string>() + check["append_to_body"]?.GetValue<string>());
        var fault = StripeSignature.Judge(Published["header"]!.GetValue<string>(), body, [Published["secret"]!.GetValue<string>()], DateTimeOffset.FromUnixTimeSeconds(check["now"]!.GetValue<long>()));
        Assert.Equal(check["verdict"]!.GetValue<string>() == "accept", fault == SignatureFault.None);
        Assert.Equal(Published["body_sha256"]!.GetValue<string>(), Convert.ToHexStringLower(SHA256.HashData(Bytes(Published["body"]!.GetValue<string>()))));
    }

    [Theory, MemberData(nameof(Malformed))]
    public void that_are_none_are_unreadable(string header) => Assert.Equal(SignatureFault.Unreadable, Judge(header));

    [Theory]
    [InlineData(-300, SignatureFault.None)]
    [InlineData(300, SignatureFault.None)]
    [InlineData(-301, SignatureFault.OutOfTime)]
    [InlineData(301, SignatureFault.OutOfTime)]
    internal void may_be_five_minutes_off_either_way(int seconds, SignatureFault expected) => Assert.Equal(expected, Judge($"t={At(seconds)},v1={Signed("one", seconds)}"));

    [Fact]
    public void by_any_secret_of_the_endpoint_count_while_one_is_rolled()
    {
        Assert.Equal(SignatureFault.None, Judge($"t={At()},v1={Signed("two")}"));
        Assert.Equal(SignatureFault.None, Judge($"t={At()},v1={Signed("gone")},v1={Signed("two")}"));
        Assert.Equal(SignatureFault.Wrong, Judge($"t={At()},v1={Signed("gone")}"));
    }

    [Theory]
    [InlineData("t={0},v0={1}")]
    [InlineData("v1={1}")]
    [InlineData("t=-5,v1={1}")]
    [InlineData("t={0},v1={1}00")]
    [InlineData("t={0};v1={1}")]
    [InlineData("")]
    [InlineData(null)]
    public void of_another_form_do_not_count(string? header) => Assert.Equal(SignatureFault.Unreadable, Judge(header is null ? null : string.Format(CultureInfo.InvariantCulture, header, At(), Signed("one"))));

    [Fact]
    public void with_a_second_time_are_judged_by_the_first() => Assert.Equal(SignatureFault.OutOfTime, Judge($"t={At(-900)},t={At()},v1={Signed("one")}"));

    [Fact]
    public void cover_every_byte() => Assert.Equal(SignatureFault.Wrong, StripeSignature.Judge($"t={At()},v1={Signed("one")}", Bytes(Body + "\n"), ["one"], Now));

    [Fact]
    public void that_are_endless_are_not_read() => Assert.Equal(SignatureFault.Unreadable, Judge($"t={At()}," + string.Concat(Enumerable.Repeat($"v1={Signed("one")},", 100))));

    [Theory]
    [InlineData("""{"id":"evt_1","type":"invoice.paid","created":1,"data":{"object":{"id":"in_1","object":"invoice","status":"paid"}}}""", true)]
    [InlineData("""{"id":"evt_1","type":"invoice.paid","created":1,"data":{}}""", false)]
    [InlineData("""{"id":"evt_1","type":"invoice.paid","created":"yesterday","data":{"object":{}}}""", false)]
    [InlineData("""{"id":"evt_1","type":"a\u0000b","created":1,"data":{"object":{}}}""", false)]
    [InlineData("[]", false)]
    [InlineData("{", false)]
    public void stand_on_events_alone(string body, bool read) => Assert.Equal(read, StripeArrival.Read(body) is not null);

    [Fact]
    public void of_a_thin_event_stand_on_nothing_that_we_take() => Assert.Null(StripeArrival.Read(Published["thin_event_body_must_be_refused_by_snapshot_endpoint"]!.GetValue<string>()));

    [Fact]
    public void say_which_version_an_event_is_written_in()
    {
        var cases = Published["api_version_compatibility"]!.AsArray();
        Assert.NotEmpty(cases);
        Assert.All(cases, one => Assert.Equal(one![2]!.GetValue<bool>(), StripeVersion.AreAlike(one[0]!.GetValue<string>(), one[1]!.GetValue<string>())));
    }

    private static SignatureFault Judge(string? header) => StripeSignature.Judge(header, Bytes(Body), ["one", "two"], Now);

    private static long At(int seconds = 0) => Now.ToUnixTimeSeconds() + seconds;

    private static string Signed(string secret, int seconds = 0) => Convert.ToHexStringLower(HMACSHA256.HashData(Bytes(secret), Bytes($"{At(seconds)}.{Body}")));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
