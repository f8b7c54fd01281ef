using System.Net;
using System.Text.Json;
using Billing.Web;

namespace Billing.Host.Tests.Outgoing;

/// <summary>Addresses that users type lead to the public internet, and to what the operator allows.</summary>
public class Where_calls_may_go
{
    private static readonly JsonElement Cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "outgoing-addresses.json"))).RootElement;
    private static readonly OutgoingRules Strict = new();

    public static TheoryData<string> Refused => [.. Cases.GetProperty("published_addresses").GetProperty("refuse").EnumerateArray().Select(one => one.GetString()!)];

    public static TheoryData<string> Let => [.. Cases.GetProperty("published_addresses").GetProperty("allow").EnumerateArray().Select(one => one.GetString()!)];

    public static TheoryData<string> RefusedUrls => [.. Cases.GetProperty("urls_some").EnumerateArray().Where(one => one.GetProperty("verdict").GetString() == "refuse").Select(one => one.GetProperty("url").GetString()!)];

    [Theory]
    [MemberData(nameof(Refused))]
    [InlineData("10.0.0.1")] // private
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("127.0.0.1")] // loopback
    [InlineData("169.254.169.254")] // metadata
    [InlineData("100.100.100.200")] // metadata in shared space
    [InlineData("168.63.129.16")] // metadata under a public number
    [InlineData("fd00:ec2::254")] // metadata over IPv6
    [InlineData("100.64.0.1")] // CGNAT
    [InlineData("100.127.255.255")]
    [InlineData("224.0.0.1")] // multicast
    [InlineData("ff02::1")]
    [InlineData("0.0.0.0")] // unspecified
    [InlineData("::")]
    [InlineData("::ffff:10.0.0.1")] // mapped
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::127.0.0.1")] // compatible, long given up
    [InlineData("2002:7f00:0001::")] // 6to4
    [InlineData("2001:0:4136:e378:8000:63bf:80ff:fffe")] // Teredo
    [InlineData("64:ff9b::7f00:1")] // NAT64
    [InlineData("64:ff9b:1::7f00:1")]
    [InlineData("fe80::1%1")] // link-local with a zone
    [InlineData("fec0::1")] // site-local
    [InlineData("fc00::1")]
    [InlineData("::1%3")]
    [InlineData("255.255.255.255")]
    public void is_not_an_address_of_these(string address)
    {
        Assert.False(Strict.May("api.example.com", 443, IPAddress.Parse(address)));
        var literal = address.Contains(':', StringComparison.Ordinal) ? $"[{address.Split('%')[0]}]" : address;
        Assert.Equal(OutgoingRules.NotPublic, Strict.Against(new Uri($"https://{literal}/")));
    }

    [Theory]
    [MemberData(nameof(Let))]
    [InlineData("100.63.255.255")] // just outside of CGNAT
    [InlineData("100.128.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("169.253.255.255")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("2001:200::1")] // just outside of Teredo and its neighbours
    public void is_an_address_of_these(string address)
    {
        Assert.True(Strict.May("api.example.com", 443, IPAddress.Parse(address)));
        Assert.Null(Strict.Against(new Uri(address.Contains(':', StringComparison.Ordinal) ? $"https://[{address}]/" : $"https://{address}/")));
    }

    [Theory]
    [MemberData(nameof(RefusedUrls))]
    [InlineData("http://example.com/")] // not https
    [InlineData("https://example.com:22/")]
    [InlineData("https://me:secret@example.com/")]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://localhost/")]
    [InlineData("https://LOCALHOST./")]
    [InlineData("https://printer.local/")]
    [InlineData("https://metadata.google.internal/")]
    [InlineData("https://intranet/")]
    [InlineData("https://0x7f.1/")] // other spellings of 127.0.0.1
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://127.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://[::ffff:7f00:1]/")]
    [InlineData("https://１２７.0.0.1/")] // full-width digits
    public void is_not_a_url_like_these(string url) => Assert.True(!Uri.TryCreate(url, UriKind.Absolute, out var address) || Strict.Against(address) is not null);

    [Theory]
    [InlineData("https://example.com/hook?x=1")]
    [InlineData("https://example.com:8443/")]
    [InlineData("https://bücher.example.com/")]
    public void is_a_url_like_these(string url) => Assert.Null(Strict.Against(new Uri(url)));

    [Theory]
    [InlineData("10.1.0.0/16", "http://10.1.2.3:8080/", true)]
    [InlineData("10.1.0.0/16", "https://10.2.0.1/", false)]
    [InlineData("192.168.7.7", "http://192.168.7.7/", true)]
    [InlineData("192.168.7.7", "http://192.168.7.8/", false)]
    [InlineData("192.168.7.7", "http://[::ffff:192.168.7.7]/", true)]
    [InlineData("fd00:1::/32", "http://[fd00:1::5]:9000/", true)]
    [InlineData("fd00:1::/32", "http://[fd00:2::5]/", false)]
    [InlineData("idp.example.test", "http://idp.example.test:8080/x", true)]
    [InlineData("IDP.example.test", "https://idp.EXAMPLE.test/", true)]
    [InlineData("idp.example.test", "http://other.idp.example.test/", false)]
    [InlineData("idp.example.test:8080", "http://idp.example.test:8080/", true)]
    [InlineData("idp.example.test:8080", "http://idp.example.test:8081/", false)]
    [InlineData("other.example.test, localhost:5351", "http://localhost:5351/", true)]
    [InlineData("localhost:5351", "http://localhost:5352/", false)]
    public void is_what_an_operator_allows(string allowed, string url, bool may) => Assert.Equal(may, new OutgoingRules(allowed).Against(new Uri(url)) is null);

    [Theory]
    [InlineData("https://idp.example.test/")]
    [InlineData("10.1.0.0/99")]
    [InlineData("idp.example.test/path")]
    public void is_said_in_a_way_that_can_be_understood(string allowed) => Assert.Contains("Outgoing__Allow", Assert.Throws<SettingsException>(() => new OutgoingRules(allowed)).Message, StringComparison.Ordinal);

    [Fact]
    public void an_allowed_host_may_be_anywhere_and_another_not()
    {
        var rules = new OutgoingRules("idp.example.test");
        Assert.True(rules.May("idp.example.test", 8080, IPAddress.Parse("10.0.0.1")));
        Assert.False(rules.May("evil.example.test", 8080, IPAddress.Parse("10.0.0.1")));
    }
}
