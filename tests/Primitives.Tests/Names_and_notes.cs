using static Billing.Primitives.Tests.Kit;

namespace Billing.Primitives.Tests;

public class Names_and_notes
{
    [Theory]
    [InlineData("  Meadow \u00A0 Health ", "Meadow Health")]
    [InlineData("Café", "Café")]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("O'Brien & Söhne 🏥", "O'Brien & Söhne 🏥")]
    [InlineData("מרפאה", "מרפאה")]
    public void of_people_are_kept(string typed, string name) => Assert.Equal(name, PlainText.Name(typed, "A facility").Value);

    [Theory]
    [InlineData("Mead\u202Eow"), InlineData("Mead\u2066ow"), InlineData("Mead\u200Bow"), InlineData("Mead\uFEFFow"), InlineData("Mead\u00ADow"), InlineData("Mead\u0000ow"), InlineData("Mead\r\now"), InlineData("Mead\tow")]
    [InlineData("Mead\u2028ow"), InlineData("Mead\u3164ow"), InlineData("\u200DMeadow"), InlineData("Mead\u007Fow"), InlineData("Mead\u061Cow")]
    public void with_hidden_characters_are_refused(string name) => Assert.Equal("name-has-hidden-characters", Refused(PlainText.Name(name, "A facility")));

    [Fact]
    public void with_half_a_character_are_refused() => Assert.Equal("name-has-hidden-characters", Refused(PlainText.Name("Mead" + (char)0xD83C, "A facility")));

    [Theory, InlineData(null), InlineData(""), InlineData(" \u00A0\t ")]
    public void of_nothing_are_refused(string? name) => Assert.Equal("name-missing", Refused(PlainText.Name(name, "A facility")));

    [Fact]
    public void are_not_endless()
    {
        Assert.Equal("name-too-long", Refused(PlainText.Name(new string('a', 201), "A facility")));
        Assert.Equal(200, PlainText.Name(new string('a', 200), "A facility").Value.Length);
        Assert.Equal("note-too-long", Refused(PlainText.Note(new string('a', 2001))));
        Assert.Equal("name-too-long", Refused(PlainText.Name(string.Concat(Enumerable.Repeat("\u0958", 150)), "A facility"))); // form C makes two of each
    }

    [Theory]
    [InlineData(" check \"rate\",\r\nnew contract ", "check \"rate\",\nnew contract")]
    [InlineData("a\u202Eb\u0000c\u200Bd\tx", "abcd\tx")]
    [InlineData("👩‍🔧 came", "👩‍🔧 came")]
    [InlineData(null, ""), InlineData(" \u200B \u200D", "")]
    public void lose_only_what_cannot_be_seen(string? typed, string note) => Assert.Equal(note, PlainText.Note(typed).Value);

    [Fact]
    public void that_sound_the_same_share_a_key() => Assert.Equal(PlainText.Key("ＭEADOW health"), PlainText.Key("Meadow Health"));

    [Fact]
    public void are_quoted_short_and_clean()
    {
        Assert.Equal("“" + new string('a', 40) + "…”", PlainText.Quote(new string('a', 500)));
        Assert.Equal("“ab”", PlainText.Quote("a\u202E\u0000b"));
    }
}
