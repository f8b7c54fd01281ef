using System.Globalization;
using System.Text.RegularExpressions;

namespace Billing.Documents.Tests;

public partial class A_long_invoice
{
    [Theory]
    [InlineData(PaperLook.Classic, PaperLanguage.English), InlineData(PaperLook.Modern, PaperLanguage.German), InlineData(PaperLook.Minimal, PaperLanguage.English)]
    public void carries_its_sum_from_page_to_page(PaperLook look, PaperLanguage language)
    {
        var (pdf, words) = (Papers.Long(300, look, language).Print(), PaperWords.In(language));
        Assert.Equal("", PdfTools.Faults(pdf));
        var pages = PdfTools.Pages(pdf);
        Assert.True(pages.Length >= 10, $"{pages.Length} pages");
        var (soFar, seen) = (0m, new List<int>());
        for (var p = 0; p < pages.Length; p++)
        {
            var lines = pages[p].Split('\n').Where(line => line.Trim().Length > 0).Select(line => line.Trim()).ToList();
            Assert.Contains(lines, line => line.StartsWith(words.Description, StringComparison.Ordinal) && line.EndsWith("(EUR)", StringComparison.Ordinal)); // the header again
            Assert.Contains(words.Page(p + 1, pages.Length), pages[p], StringComparison.Ordinal);
            var carried = lines.Where(line => line.StartsWith(words.CarriedForward, StringComparison.Ordinal) || line.StartsWith(words.BroughtForward, StringComparison.Ordinal)).Select(Last).ToList();
            Assert.Equal((p > 0 ? 1 : 0) + (p < pages.Length - 1 ? 1 : 0), carried.Count);
            if (p > 0) Assert.Equal(soFar, carried[0]);
            foreach (var row in lines.Select(line => RowLine().Match(line)).Where(match => match.Success))
            {
                seen.Add(int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture));
                soFar += Last(row.Value);
            }
            if (p < pages.Length - 1) Assert.Equal(soFar, carried[^1]);
        }
        Assert.Equal(Enumerable.Range(1, 300), seen);
        Assert.Equal(Enumerable.Range(1, 300).Sum(i => i * 1.01m), soFar);
        Assert.Equal(soFar, Last(pages[^1].Split('\n').Single(line => line.Trim().StartsWith(words.Subtotal, StringComparison.Ordinal))));
        Assert.Contains("Line 300", pages[^1], StringComparison.Ordinal); // the sums never stand alone
    }

    [Fact]
    public void of_any_length_ends_well()
    {
        for (var lines = 1; lines <= 45; lines++)
        {
            var pages = PdfTools.Pages(Papers.Long(lines, (PaperLook)(lines % 3)).Print());
            var page = pages.Single(page => page.Contains("Subtotal", StringComparison.Ordinal));
            Assert.Contains($"Line {lines:000}", page, StringComparison.Ordinal);
            Assert.Equal(lines, pages.Sum(p => Regex.Count(p, "Line \\d{3} of")));
        }
    }

    [Fact]
    public void breaks_a_description_that_is_longer_than_a_page()
    {
        var text = string.Join(' ', Enumerable.Range(1, 3000).Select(i => $"word{i}"));
        var paper = Papers.Long(3);
        var pdf = (paper with { Groups = [new(null, [.. paper.Groups[0].Lines.Take(1), new(text, Papers.Eur(7)) { Quantity = 1 }, .. paper.Groups[0].Lines.Skip(1)])] }).Print();
        Assert.Equal("", PdfTools.Faults(pdf));
        var pages = PdfTools.Pages(pdf);
        Assert.True(pages.Length > 3);
        Assert.Equal(Enumerable.Range(1, 3000), WordNumber().Matches(string.Concat(pages)).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));
        Assert.Equal([8.01m, 8.01m], pages[1].Split('\n').Where(line => line.Contains("forward", StringComparison.Ordinal)).Select(Last)); // counted once, where it begins
    }

    private static decimal Last(string line)
    {
        var number = Amount().Matches(line)[^1].Value;
        return decimal.Parse(number[^3] == ',' ? number.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : number, NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^Line (\d{3}) of the long table.*?[\d.,]+$")]
    private static partial Regex RowLine();

    [GeneratedRegex(@"[\d.,]*\d[.,]\d\d")]
    private static partial Regex Amount();

    [GeneratedRegex(@"word(\d+)")]
    private static partial Regex WordNumber();
}
