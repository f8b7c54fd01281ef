using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Billing.Usage.Tests;

public class Reading_an_event
{
    private static readonly DateTime Now = new(2026, 3, 10, 12, 0, 0, DateTimeKind.Utc);

    private static readonly Dictionary<string, KnownMeter> Meters = new()
    {
        ["calls"] = new(Some.Id(1), "calls", false, [new(new MeterRule(Aggregation.Sum, null, [new PropertyFilter("status", ["200"])], ["region", "big"]), DateTimeOffset.UnixEpoch)]),
        ["old"] = new(Some.Id(2), "old", true, [new(new MeterRule(Aggregation.Sum, null, [], []), DateTimeOffset.UnixEpoch)]),
    };

    [Fact]
    public void takes_value_one_and_now_where_nothing_is_said()
    {
        var happened = Good("""{"id":"a","meter":"calls","subject":"s"}""");
        Assert.Equal((1m, Now, null, false), (happened.Value, happened.At, happened.Properties, happened.Counted));
    }

    [Fact]
    public void keeps_properties_in_order_and_groups_by_those_of_the_meter()
    {
        var happened = Good("""{"id":"a","meter":"calls","subject":"s","properties":{"zone":null,"status":200,"region":"eu-\"1\"","big":true}}""");
        Assert.Equal("""{"big":true,"region":"eu-\u00221\u0022","status":200}""", happened.Properties);
        Assert.Equal("""["eu-\u00221\u0022",true]""", happened.Dims);
        Assert.True(happened.Counted);
    }

    [Fact]
    public void makes_one_content_of_what_is_written_differently()
    {
        var one = Good("""{"id":"a","meter":"calls","subject":"s","value":1.50,"at":"2026-03-10T12:00:00Z","properties":{"a":"1","b":"2"}}""");
        var other = Good("""{"properties":{"b":"2","a":"\u0031"},"value":"15e-1","at":"2026-03-09T00:00:00+01:00","subject":"s","meter":"calls","id":"a"}""");
        Assert.Equal((one.Key, one.Content), (other.Key, other.Content));
        Assert.NotEqual(one.Content, Good("""{"id":"a","meter":"calls","subject":"s","value":1.51,"properties":{"a":"1","b":"2"}}""").Content);
    }

    [Theory]
    [InlineData("0.000000000001"), InlineData("-3"), InlineData("999999999999.999999999999"), InlineData("-123456789012.123456789012"), InlineData("1e3"), InlineData("\"12.5\""), InlineData("0")]
    public void takes_values_exactly(string value) =>
        Assert.Equal(decimal.Parse(value.Trim('"'), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture), Good($$"""{"id":"a","meter":"calls","subject":"s","value":{{value}}}""").Value);

    [Theory]
    [InlineData("1e400", "value-out-of-range"), InlineData("1e12", "value-out-of-range"), InlineData("-1000000000000", "value-out-of-range"), InlineData("1e-13", "too-fine"), InlineData("1e-400", "too-fine"), InlineData("0.1234567890123", "too-fine")]
    [InlineData("NaN", "not-json"), InlineData("\"NaN\"", "value-not-a-number"), InlineData("\"Infinity\"", "value-not-a-number"), InlineData("\"\"", "value-not-a-number"), InlineData("\"1,5\"", "value-not-a-number"), InlineData("\" 1\"", "value-not-a-number"), InlineData("true", "value-not-a-number"), InlineData("null", "value-not-a-number"), InlineData("0x10", "not-json")]
    public void refuses_values_that_it_could_not_keep(string value, string code) => Bad($$"""{"id":"a","meter":"calls","subject":"s","value":{{value}}}""", code);

    [Theory]
    [InlineData("2026-03-10T14:15:00+05:45", "2026-03-10T08:30:00Z"), InlineData("2026-03-10T14:15:00\\u002B05:45", "2026-03-10T08:30:00Z"), InlineData("2026-03-10T08:30:00.1234567Z", "2026-03-10T08:30:00.123456Z"), InlineData("2026-03-11T12:00:00Z", "2026-03-11T12:00:00Z"), InlineData("2000-01-01T00:00:00Z", "2000-01-01T00:00:00Z")]
    public void reads_instants_in_microseconds(string at, string utc) =>
        Assert.Equal(DateTimeOffset.Parse(utc, null).UtcDateTime, Good($$"""{"id":"a","meter":"calls","subject":"s","at":"{{at}}"}""").At);

    [Theory]
    [InlineData("\"2026-03-10T08:30:00\"", "at-not-an-instant"), InlineData("\"2026-03-10\"", "at-not-an-instant"), InlineData("\"yesterday\"", "at-not-an-instant"), InlineData("1773131400", "at-not-an-instant"), InlineData("\"2026-02-30T00:00:00Z\"", "at-not-an-instant")]
    [InlineData("\"2026-03-11T12:00:01Z\"", "too-far-ahead"), InlineData("\"1999-12-31T23:59:59Z\"", "too-old")]
    public void refuses_what_is_no_instant_to_bill(string at, string code) => Bad($$"""{"id":"a","meter":"calls","subject":"s","at":{{at}}}""", code);

    [Theory]
    [InlineData("{}", "id-missing"), InlineData("""{"id":"","meter":"calls","subject":"s"}""", "bad-length"), InlineData("""{"id":"a","meter":"calls","subject":" "}""", "bad-length"), InlineData("""{"id":7,"meter":"calls","subject":"s"}""", "not-text")]
    [InlineData("""{"id":"a","subject":"s"}""", "meter-missing"), InlineData("""{"id":"a","meter":"none","subject":"s"}""", "unknown-meter"), InlineData("""{"id":"a","meter":"old","subject":"s"}""", "meter-retired"), InlineData("""{"id":"a","meter":"calls"}""", "subject-missing")]
    [InlineData("""{"id":"a","meter":"calls","subject":"s","properties":[]}""", "bad-properties"), InlineData("""{"id":"a","meter":"calls","subject":"s","properties":{"a":{}}}""", "bad-properties"), InlineData("""{"id":"a","meter":"calls","subject":"s","properties":{"a":1,"a":2}}""", "field-twice")]
    [InlineData("""{"id":"a","meter":"calls","subject":"s","colour":1}""", "unknown-field"), InlineData("""{"id":"a","meter":"calls","subject":"s"} x""", "not-json"), InlineData("""{"id":"a\ud800","meter":"calls","subject":"s"}""", "not-json"), InlineData("null", "not-an-object"), InlineData("", "not-json")]
    public void says_what_is_wrong(string json, string code) => Bad(json, code);

    [Fact]
    public void refuses_ids_longer_than_can_be_kept() => Bad(JsonSerializer.Serialize(new { id = new string('a', 256), meter = "calls", subject = "s" }), "bad-length");

    private static UsageEvent Good(string json)
    {
        var happened = new EventReader(Meters, Now).Read(Encoding.UTF8.GetBytes(json), 0, out var rejected);
        Assert.Null(rejected);
        return happened!;
    }

    private static void Bad(string json, string code)
    {
        Assert.Null(new EventReader(Meters, Now).Read(Encoding.UTF8.GetBytes(json), 3, out var rejected));
        Assert.Equal((3, code), (rejected!.Index, rejected.Code));
        Assert.EndsWith(".", rejected.Message, StringComparison.Ordinal);
    }
}

public class Splitting_an_array
{
    [Theory]
    [InlineData("[]", true), InlineData("[ ]", true), InlineData("[1]", true, "1"), InlineData(" [ {\"a\":\"]},[\\\"\"} ,[2,3], 4 ] ", true, " {\"a\":\"]},[\\\"\"} ", "[2,3]", " 4 ")]
    [InlineData("[1,]", true, "1", ""), InlineData("[{\"a\":NaN},{}]", true, "{\"a\":NaN}", "{}"), InlineData("[1,2", false, "1"), InlineData("[1] 2", false, "1"), InlineData("", false), InlineData("{}", false), InlineData("[\"a", false), InlineData("[}", false)]
    public void finds_each_element_and_the_end(string body, bool whole, params string[] elements)
    {
        List<string> found = [];
        Assert.Equal(whole, EventSplitter.Split(Encoding.UTF8.GetBytes(body), one => found.Add(Encoding.UTF8.GetString(one.Span))));
        Assert.Equal(elements, found);
    }

    [Fact]
    public void finds_what_a_reader_of_json_finds() => Prop.ForAll<string[]>(texts =>
    {
        var elements = texts.Select((text, i) => JsonSerializer.Serialize(new Dictionary<string, object?> { [text ?? "n"] = i % 3 == 0 ? new[] { text } : text })).ToList();
        List<string> found = [];
        return EventSplitter.Split(Encoding.UTF8.GetBytes($"[{string.Join(',', elements)}]"), one => found.Add(Encoding.UTF8.GetString(one.Span))) && found.SequenceEqual(elements);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void of_a_body_cut_anywhere_gives_a_part_of_its_elements() => Prop.ForAll<PositiveInt>(length =>
    {
        var body = Encoding.UTF8.GetBytes("""[{"a":"x,]}"},{"b":[1,{"c":"\\"}]},{"d":"\""}]""");
        List<string> all = [], found = [];
        EventSplitter.Split(body, one => all.Add(Encoding.UTF8.GetString(one.Span)));
        var cut = body[..(length.Get % body.Length)];
        return !EventSplitter.Split(cut, one => found.Add(Encoding.UTF8.GetString(one.Span))) && found.SequenceEqual(all.Take(found.Count));
    }).QuickCheckThrowOnFailure();
}
