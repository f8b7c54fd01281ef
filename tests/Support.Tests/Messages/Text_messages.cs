using System.Diagnostics;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Billing.Support.Tests;

/// <summary>What a file of text messages is taken for, line by line, and by which rule.</summary>
public class Text_messages
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly MessageSieve Sieve = new(MessageLists.Usual);

    [Fact]
    public void are_requests_at_the_organisations_own_time()
    {
        var one = Assert.Single(Read("Them,\"Can you fix the contact form on acme.example today?\",2025-06-23T12:47:00Z").Messages);
        Assert.Equal((new DateTime(2025, 6, 23, 8, 47, 0), "Can you fix the contact form on acme.example today?", "acme.example"), (one.At, one.Text, one.Address));
        Assert.Equal((MessageRule.Kind, "can you add|can you create|can you update|can you fix|can you check", "General Request", "support", Effort.Medium), (one.Verdict.Rule, one.Verdict.Because, one.Verdict.Kind!.Type, one.Verdict.Kind.Category, one.Verdict.Kind.Effort));
        Assert.Equal((Urgency.High, "today"), (one.Verdict.Urgency, one.Verdict.UrgencyBecause));
        Assert.Equal(MessageRule.Aside, Assert.Single(Read("Them,\"Sounds good\",2025-06-23T12:47:00Z").Messages).Verdict.Rule);
    }

    [Theory]
    [InlineData("Please connect the webhook of the new form", "Form Integration", "forms", nameof(Effort.Small))]
    [InlineData("The form should send to our webhook", "Form Integration", "forms", nameof(Effort.Small))]
    [InlineData("We plan the nameserver cutover for Friday", "DNS", "hosting", nameof(Effort.Medium))]
    [InlineData("Could we migrate our old site next week", "Site Migration", "migration", nameof(Effort.Large))]
    [InlineData("Migration of the website is due", "Site Migration", "migration", nameof(Effort.Large))]
    [InlineData("I want a backup of the whole site", "Backup", "hosting", nameof(Effort.Medium))]
    [InlineData("Send me a zip of the site", "Backup", "hosting", nameof(Effort.Medium))]
    [InlineData("Please remove that old form", "Form Removal", "forms", nameof(Effort.Small))]
    [InlineData("From now on use this email for orders", "Email Routing", "email", nameof(Effort.Small))]
    [InlineData("Time to update the plugin license", "License", "general", nameof(Effort.Small))]
    [InlineData("Hi, can you add our new hours", "General Request", "support", nameof(Effort.Medium))]
    [InlineData("We need to talk about the banner", "General Request", "support", nameof(Effort.Medium))]
    [InlineData("He needs you on the phone", "General Request", "support", nameof(Effort.Medium))]
    [InlineData("I need help with this thing", "General Request", "support", nameof(Effort.Medium))]
    [InlineData("need help", "General Request", "support", nameof(Effort.Medium))]
    [InlineData("Please help!", "General Request", "support", nameof(Effort.Medium))]
    [InlineData("The checkout page is broken again", "General Request", "support", nameof(Effort.Medium))]
    public void are_of_the_first_kind_whose_words_are_there(string text, string type, string category, string effort)
    {
        var kind = Judge(text).Kind!;
        Assert.Equal((type, category, effort), (kind.Type, kind.Category, $"{kind.Effort}"));
    }

    [Theory]
    [InlineData("Liked “Can you fix the form on the site today?”", nameof(MessageRule.Reaction))]
    [InlineData("Loved \"the site is updated\"", nameof(MessageRule.Reaction))]
    [InlineData("Emphasized “please fix the site”", nameof(MessageRule.Reaction))]
    [InlineData("Disliked an image of the site to fix", nameof(MessageRule.Reaction))]
    [InlineData("Thanks!", nameof(MessageRule.Courtesy))]
    [InlineData("Thank you so much", nameof(MessageRule.Courtesy))]
    [InlineData("Ok", nameof(MessageRule.Courtesy))]
    [InlineData("Yes.", nameof(MessageRule.Courtesy))]
    [InlineData("no", nameof(MessageRule.Courtesy))]
    [InlineData("LOL", nameof(MessageRule.Courtesy))]
    [InlineData("Works for me, update the site then", nameof(MessageRule.Aside))]
    [InlineData("Just wanted to let you know the site is fixed", nameof(MessageRule.Aside))]
    [InlineData("Heads up: we changed the page", nameof(MessageRule.Aside))]
    [InlineData("FYI the domain was renewed", nameof(MessageRule.Aside))]
    [InlineData("Site down", nameof(MessageRule.TooShort))]
    [InlineData("👍👍 🎉", nameof(MessageRule.Empty))]
    [InlineData("", nameof(MessageRule.Empty))]
    [InlineData("See you at lunch on Friday then", nameof(MessageRule.NotARequest))]
    [InlineData("The information on performance was fixed", nameof(MessageRule.NotARequest))] // neither "form" nor a platform is a form
    public void that_ask_for_nothing_are_left_out(string text, string rule) => Assert.Equal((rule, false), ($"{Judge(text).Rule}", Judge(text).IsRequest));

    [Theory]
    [InlineData("Can you fix it ASAP, no rush though", nameof(Urgency.High), "asap")]
    [InlineData("Can you fix it immediately", nameof(Urgency.High), "immediately")]
    [InlineData("Can you fix this critical thing", nameof(Urgency.High), "critical*")]
    [InlineData("An emergency, can you check it", nameof(Urgency.High), "emergency|emergencies")]
    [InlineData("Can you fix it urgently", nameof(Urgency.High), "urgent*")]
    [InlineData("Can you add it when you can", nameof(Urgency.Low), "when you can")]
    [InlineData("No rush, can you update it", nameof(Urgency.Low), "no rush")]
    [InlineData("Can you check it eventually", nameof(Urgency.Low), "eventually")]
    [InlineData("Can you fix the form", nameof(Urgency.Medium), null)]
    public void are_as_urgent_as_they_say(string text, string urgency, string? because) => Assert.Equal((urgency, because), ($"{Judge(text).Urgency}", Judge(text).UrgencyBecause));

    [Fact]
    public void of_others_are_left_out_whatever_they_say()
    {
        var read = Read("Me,Can you fix the form on the site?,2025-06-23T12:47:00Z", " them ,Can you fix the form on the site?,2025-06-23T12:47:00Z");
        Assert.Equal([(MessageRule.OtherSender, (string?)"Me"), (MessageRule.Kind, "can you add|can you create|can you update|can you fix|can you check")], read.Messages.Select(one => (one.Verdict.Rule, one.Verdict.Because)));
        Assert.True(new MessageSieve(MessageLists.Usual with { Senders = [] }).Hears("Anybody"));
    }

    [Theory]
    [InlineData("Can you\u0000 fix\u0007 the \uFFFCform?", "Can you fix the form?")]
    [InlineData("Say \"\"hello\"\" there", "Say \"hello\" there")]
    [InlineData("a\r\nb \t c", "a\nb c")]
    [InlineData("\u0004\u000Bstreamtyped\u0081è\u0003\u0084\u0001@\u0084\u0084\u0084\u0012NSAttributedString\u0000\u0084\u0084\bNSObject\u0000\u0085\u0092\u0084\u0084\u0084\bNSString\u0001\u0094\u0084\u0001+\u0015Can you fix the form?\u0086\u0084\u0002iI\u0001\u0015\u0092\u0084\u0084\u0084\fNSDictionary\u0000\u0094\u0084\u0001i\u0001\u0092\u0084\u0096\u0096\u001D__kIMMessagePartAttributeName\u0086", "Can you fix the form?")]
    [InlineData("streamtyped@NSAttributedStringNSObjectNSString+*Can you fix the form that does not answer?iINSDictionaryi__kIMMessagePartAttributeName", "Can you fix the form that does not answer?")]
    [InlineData("streamtyped Can you add a + to the page?", "Can you add a + to the page?")]
    [InlineData("Ask the wiING team", "Ask the wiING team")]
    public void are_cleaned_of_what_a_backup_wrapped_around_them(string told, string clean) => Assert.Equal(clean, MessageText.Clean(told).Value);

    [Theory]
    [InlineData("see https://acme.example.test/contact, please", "https://acme.example.test/contact")]
    [InlineData("on www.acme.example.test.", "www.acme.example.test")]
    [InlineData("write to ann@acme.example.test", null)]
    [InlineData("It is down.Please look", null)]
    public void name_the_site_they_are_about(string text, string? address) => Assert.Equal(address, MessageText.Address(text));

    [Fact]
    public void that_cannot_be_read_say_which_cell_and_that_come_twice_count_once()
    {
        var read = Read("Them,Can you fix it?,yesterday", ",Can you fix it?,2025-06-23T12:47:00Z", $"Them,{new string('x', 10_001)},2025-06-23T12:47:00Z", "Them,Can you fix it?,2025-06-23 12:47:00", "THEM,Can you fix it?,2025-06-23T08:47:00-04:00", "Them,torn,2025-06-23T12:47:00Z,more");
        Assert.Equal([(2, "message_date", "not-an-instant"), (3, "sender", "cell-missing"), (4, "message_text", "message-too-long"), (7, null, "row-too-long")], read.Rejected.Select(error => (error.Line, error.Column, error.Code)));
        Assert.Equal((6, 5), (Assert.Single(read.Repeated).Line, read.Repeated[0].FirstLine));
        Assert.Equal(5, Assert.Single(read.Messages).Line);
        Assert.Equal("message_text", MessageFile.Read(Encoding.UTF8.GetBytes("sender,message_date\nThem,2025-06-23T12:47:00Z\n"), Sieve, NewYork).Refusal?.Details?["column"]);
    }

    [Fact]
    public void keep_the_hour_that_comes_twice_apart()
    {
        var read = Read("Them,Can you fix it?,2025-11-02T05:30:00Z", "Them,Can you fix it?,2025-11-02T06:30:00Z");
        Assert.Equal([new DateTime(2025, 11, 2, 1, 30, 0), new DateTime(2025, 11, 2, 1, 30, 0)], read.Messages.Select(one => one.At));
        Assert.NotEqual(read.Messages[0].Key, read.Messages[1].Key);
    }

    [Theory]
    [InlineData("can you | fix")]
    [InlineData("… site")]
    [InlineData("*")]
    [InlineData("& form")]
    [InlineData("")]
    [InlineData("!?")]
    public void are_never_looked_through_for_nothing(string pattern) => Assert.Equal(pattern == "can you | fix" ? null : "pattern-wrong", WordPattern.Read(pattern).Refusal?.Code);

    [Fact]
    public void are_found_by_patterns_as_by_expressions() => Prop.ForAll(Gen.Elements("a", "b", "ab", "c").ArrayOf(4).Zip(Gen.Elements("a", "b", "ab*", "a*").ArrayOf(2)).ToArbitrary(), made =>
    {
        var (words, pattern) = (made.Item1, made.Item2);
        var spelled = string.Join(' ', words);
        string Regex(string word) => $@"\b{word.Replace("*", @"\w*")}\b";
        bool Has(string regex) => System.Text.RegularExpressions.Regex.IsMatch(spelled, regex);
        return Is($"{pattern[0]} {pattern[1]}") == Has($"{Regex(pattern[0])} {Regex(pattern[1])}")
            && Is($"{pattern[0]} … {pattern[1]}") == Has($"{Regex(pattern[0])} (.* )?{Regex(pattern[1])}")
            && Is($"{pattern[0]}|{pattern[1]}") == Has($"{Regex(pattern[0])}|{Regex(pattern[1])}")
            && Is($"{pattern[0]} & {pattern[1]}") == (Has(Regex(pattern[0])) && Has(Regex(pattern[1])));
        bool Is(string text) => WordPattern.Read(text).Value.IsIn(words);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void of_any_kind_are_cleaned_once_and_judged_alike() => Prop.ForAll(Gen.Elements("streamtyped", "NSString", "+", "iI", "\"\"", "\u0000", "\uFFFC", "\n", " ", "fix", "form", "Liked “", "”", "ok", "today", "é", "👍").ArrayOf(8).ToArbitrary(), parts =>
    {
        var clean = MessageText.Clean(string.Concat(parts)).Value;
        var again = MessageText.Clean(clean).Value;
        var verdict = Judge(clean);
        return (clean.Contains("streamtyped", StringComparison.Ordinal) || again == clean) && !clean.Contains("\"\"", StringComparison.Ordinal) && clean.All(letter => letter is '\n' or >= ' ' and not '\uFFFC') && verdict == Judge(clean) && verdict.IsRequest == (verdict.Rule >= MessageRule.Kind);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void by_the_thousands_are_read_in_a_moment()
    {
        string[] said = ["Can you fix the contact form today?", "Sounds good", "Liked “Can you fix it”", "The checkout page of the shop is broken when people pay with the new card", "See you on Friday at the office then", "Please migrate the old site when you can"];
        var lines = Enumerable.Range(0, 6_000).Select(n => string.Create(CultureInfo.InvariantCulture, $"Them,\"{said[n % said.Length]} ({n})\",2025-06-{1 + n % 28:00}T{n % 24:00}:{n % 60:00}:00Z")).ToArray();
        var watch = Stopwatch.StartNew();
        var read = Read(lines);
        Assert.Equal((6_000, 3_000), (read.Messages.Count, read.Messages.Count(one => one.Verdict.IsRequest)));
        Assert.Equal(6_000, read.Messages.Select(one => one.Key).Distinct().Count());
        TestContext.Current.SendDiagnosticMessage($"6,000 messages in {watch.ElapsedMilliseconds} ms");
    }

    private static MessageVerdict Judge(string text) => Sieve.Judge("Them", text);

    private static MessageReading Read(params string[] lines) => MessageFile.Read(Encoding.UTF8.GetBytes("sender,message_text,message_date\n" + string.Join('\n', lines)), Sieve, NewYork).Value;
}
