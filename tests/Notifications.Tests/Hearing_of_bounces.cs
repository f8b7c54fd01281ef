using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Billing.Notifications.Tests;

public class Hearing_of_bounces
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_614_265_330);

    [Fact]
    public void knows_the_signature_that_libraries_of_the_standard_are_tested_with() => Assert.True(WebhookSignature.IsGood(
        "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "{\"test\": 2432232314}"u8, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Now));

    [Fact]
    public void takes_one_good_signature_among_others_and_none_that_is_late_altered_or_of_another_secret()
    {
        var (secret, body, at) = (WebhookSignature.NewSecret(), "{}"u8.ToArray(), Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var good = "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"a.{at}.{{}}")));
        Assert.True(WebhookSignature.IsGood("a", at, good, body, secret, Now));
        Assert.True(WebhookSignature.IsGood("a", at, $"v1,AAAA v2,x nonsense {good}", body, secret, Now.AddMinutes(5)));
        Assert.False(WebhookSignature.IsGood("a", at, good, body, secret, Now.AddSeconds(301)));
        Assert.False(WebhookSignature.IsGood("a", at, good, body, secret, Now.AddSeconds(-301)));
        Assert.False(WebhookSignature.IsGood("a", at, good, "{ }"u8, secret, Now));
        Assert.False(WebhookSignature.IsGood("b", at, good, body, secret, Now));
        Assert.False(WebhookSignature.IsGood("a", at, good, body, WebhookSignature.NewSecret(), Now));
        Assert.All([null, "", "v1", "v1,", good[..^4], new string('x', 5_000)], (string? signatures) => Assert.False(WebhookSignature.IsGood("a", at, signatures, body, secret, Now)));
        Assert.All([null, "", "now", "-1", "99999999999999999999", "9223372036854775807"], (string? time) => Assert.False(WebhookSignature.IsGood("a", time, good, body, secret, Now)));
    }

    [Fact]
    public void reads_which_mail_it_was_and_why()
    {
        var mail = new Guid("0193e0c0-0000-7000-8000-000000000001");
        string Told(string messageId, string more = "") => $$"""{"type":"mail.bounced","data":{"messageId":"{{messageId}}","recipient":"ann@example.test"{{more}} } }""";
        Assert.Equal(("mail.bounced", new ToldBounce(mail, "ann@example.test", "550 No such user", true)), HearOfBounce.Read(Told($"<{mail:n}@example.test>", ",\"reason\":\"550\\r\\nNo such user\"")));
        Assert.Equal(("mail.bounced", new ToldBounce(mail, "ann@example.test", "", false)), HearOfBounce.Read(Told($"{mail:n}@example.test", ",\"permanent\":false")));
        Assert.Null(HearOfBounce.Read(Told("<CAF=x@mail.example.test>"))!.Value.Data.Mail);
        Assert.All(["", "[]", "null", "{}", """{"type":"mail.bounced"}""", """{"type":1,"data":{}}""", """{"type":"x","data":{"messageId":7}}"""], body => Assert.Null(HearOfBounce.Read(body)));
    }
}
