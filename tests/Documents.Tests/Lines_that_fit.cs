using System.Text;

namespace Billing.Documents.Tests;

public class Lines_that_fit
{
    private const string Story = "A quick brown fox jumps over the lazy dog/cat, well-known for its long-windedness – 12,345.67 times; ÄÖÜ äöü ß, and AVATAR Tolkien.";

    [Theory]
    [InlineData(40), InlineData(75), InlineData(120), InlineData(400), InlineData(2000)]
    public void are_no_wider_than_asked_and_lose_nothing(double width)
    {
        var lines = PdfText.Wrap(Story, PdfFonts.Serif, 10, width);
        Assert.All(lines, line => Assert.True(PdfFonts.Serif.Width(line, 10) <= width + 0.01, line));
        Assert.Equal(Story.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
        Assert.All(lines.SkipLast(1).Zip(lines.Skip(1)), pair => Assert.True(PdfFonts.Serif.Width(pair.First + " " + pair.Second.Split(' ', '/')[0], 10) > width || width < 60, "no line ends early"));
    }

    [Fact]
    public void break_a_word_of_ten_thousand_characters()
    {
        var lines = PdfText.Wrap(new string('W', 10_000), PdfFonts.Sans, 10, 200);
        Assert.All(lines, line => Assert.InRange(PdfFonts.Sans.Width(line, 10), 1, 200));
        Assert.Equal(10_000, lines.Sum(line => line.Length));
    }

    [Fact]
    public void hold_one_character_at_least() => Assert.Equal(["a", "b", "😀"], PdfText.Wrap("ab😀", PdfFonts.Sans, 10, 1));

    [Fact]
    public void end_where_the_text_has_a_line_break() => Assert.Equal(["one", "two", "", "three"], PdfText.Wrap("one\r\ntwo\n\nthree", PdfFonts.Sans, 10, 500));

    [Fact]
    public void do_not_break_at_a_no_break_space() => Assert.Equal(["about", "12\u00A0345\u00A0€"], PdfText.Wrap("about 12\u00A0345\u00A0€", PdfFonts.Sans, 10, 60));

    [Fact]
    public void are_cut_with_an_ellipsis_where_one_has_to_do() => Assert.Equal("A quick brown…", PdfText.Fit(Story, PdfFonts.Sans, 10, 75));

    [Fact]
    public void are_kerned_but_figures_stand_in_columns()
    {
        foreach (var font in new[] { PdfFonts.Sans, PdfFonts.SansSemibold, PdfFonts.SansLight, PdfFonts.Serif, PdfFonts.SerifSemibold, PdfFonts.SerifDisplay })
        {
            Assert.True(font.Width("AV", 100) < font.Width("A", 100) + font.Width("V", 100) - 1, font.Name);
            Assert.All("0123456789", digit => Assert.Equal(font.Width("0", 100), font.Width(digit.ToString(), 100)));
            Assert.Equal(font.Width("1,111.11", 10), font.Width("7,947.44", 10), 6);
        }
    }

    [Fact]
    public void can_be_written_in_all_our_fonts()
    {
        const string Needed = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ ĄąĆćČčĎďĐđĘęĚěĞğĢģĪīĮįİıĶķŁłĻļŃńŅņŇňŐőŒœŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŹźŻżŽž ȘșȚț ẞ €£¥₹$¢₩₫₺₴₦₱ −–—‘’‚“”„«»‹›…•·×§¶†™©®°ºª½¼¾ ΑΩαω АЯая";
        foreach (var font in new[] { PdfFonts.Sans, PdfFonts.SansSemibold, PdfFonts.SansLight, PdfFonts.Serif, PdfFonts.SerifSemibold, PdfFonts.SerifDisplay })
            Assert.Equal("", string.Concat(Needed.EnumerateRunes().Where(rune => !font.Has(rune))));
    }
}
