using System.Text;
using Billing.Documents;
using static Billing.Documents.Tests.Files;

namespace Billing.Documents.Tests;

public class Reading_a_csv_file
{
    [Fact]
    public void gives_the_line_on_which_each_record_starts()
    {
        var sheet = Sheet("a,b\r\n1,\"x\r\ny\"\r\n\r\n,\n2,z\r3,\"\"\"q\"\"\"");
        Assert.Equal([2, 6, 7], sheet.Rows.Select(r => r.Line));
        Assert.Equal([["1", "x\r\ny"], ["2", "z"], ["3", "\"q\""]], Cells(sheet));
        Assert.Equal((1, "a|b"), (sheet.HeaderLine, string.Join('|', sheet.Columns)));
    }

    [Theory]
    [InlineData("utf-8", true), InlineData("utf-8", false), InlineData("utf-16le", true), InlineData("utf-16le", false), InlineData("utf-16be", true), InlineData("utf-16be", false), InlineData("windows-1252", false)]
    public void finds_its_encoding(string name, bool mark)
    {
        Encoding encoding = name switch { "utf-8" => Encoding.UTF8, "utf-16le" => Encoding.Unicode, "utf-16be" => Encoding.BigEndianUnicode, _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)! };
        byte[] file = [.. mark ? encoding.Preamble : [], .. encoding.GetBytes("Name;Größe €\nBär;12,5\n")];
        var sheet = Sheet(SheetReader.Read(file));
        Assert.Equal(name, sheet.Origin.Encoding);
        Assert.Equal(["Name", "Größe €"], sheet.Columns);
        Assert.Equal("Bär", sheet.Rows[0][0]);
    }

    [Fact]
    public void takes_the_encoding_that_was_chosen() =>
        Assert.Equal("GrÃ¶ÃŸe", Sheet("Größe\n1", new SheetOptions { Encoding = "Windows-1252" }).Columns[0]);

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", ','), InlineData("a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n", ';'), InlineData("a\tb\n1,2\t3\n", '\t'), InlineData("a|b\n1|2\n", '|')]
    [InlineData("\"a, x\";\"b, y\"\n\"1, 2\";\"3, 4\"\n", ';'), InlineData("\"a;1\",\"b;2\"\n\"c;3\",\"d;4\"\n", ','), InlineData("only\n1\n2\n", ',')]
    [InlineData("name;note\nx;a, b, c\ny;d, e, f\nz;g, h, i\n", ';'), InlineData("sep=|\nx,1|y,2\nz,3|w,4\n", '|')]
    public void finds_its_separator(string text, char separator) => Assert.Equal(separator, Sheet(text).Origin.Separator);

    [Fact]
    public void with_a_separator_hint_counts_the_hint_as_a_line()
    {
        var sheet = Sheet("sep=;\na;b\n1;2");
        Assert.Equal((2, 3), (sheet.HeaderLine, sheet.Rows[0].Line));
    }

    [Fact]
    public void finds_the_header_below_a_title()
    {
        var sheet = Sheet("Report of November\n\nfacility_name,Billing Date,Paid\nMeadow,2025-11-14,1\n", new SheetOptions { Fields = [new("Facility Name"), new("Billing date"), new("Paid")] });
        Assert.Equal(3, sheet.HeaderLine);
        Assert.Equal(4, Assert.Single(sheet.Rows).Line);
        Assert.Equal(3, Sheet("Report\n\nx,y,z\n1,2,3\n4,5,6\n").HeaderLine);
    }

    [Fact]
    public void names_every_column_once()
    {
        var sheet = Sheet("Billed, billed ,,Two\n words,\n1,2,3,4,\n".Replace("Two\n words", "\"Two\n words\"", StringComparison.Ordinal));
        Assert.Equal(["Billed", "billed (2)", "Column 3", "Two words"], sheet.Columns);
        Assert.Equal(["duplicate-column", "blank-column"], sheet.Notes.Select(n => n.Code));
    }

    [Fact]
    public void reports_ragged_rows()
    {
        var sheet = Sheet("a,b\n1\n1,2,3\n1,2,\n1,2\n3,4\n");
        Assert.Equal([("row-too-short", 2), ("row-too-long", 3), ("row-too-long", 4)], sheet.Notes.Select(n => (n.Code, n.Line ?? 0)));
        Assert.Equal(("", 3, 2, 2), (sheet.Rows[0][1], sheet.Rows[1].Count, sheet.Width, sheet.Columns.Count));
    }

    [Fact]
    public void lets_rows_be_longer_than_the_header_where_all_are()
    {
        var sheet = Sheet("a,b\n1,2,x\n1,2,y\n");
        Assert.Equal((3, "a|b|Column 3"), (sheet.Width, string.Join('|', sheet.Columns)));
        Assert.Equal((3, "a|b"), (Sheet("a,b\n1,2,\n").Width, string.Join('|', Sheet("a,b\n1,2,\n").Columns)));
    }

    [Theory]
    [InlineData("Name,Note\nx,\"never closed\ny,z\n", "open-quote", 2, "Note"), InlineData("Name,Note\nx,y\nz,\"a\" b\n", "bad-quote", 3, "Note")]
    [InlineData("Name,Note\nx,\"opened\ny,\"z\"\n", "bad-quote", 2, "Note")]
    public void that_is_half_quoted_says_where(string text, string code, int line, string column)
    {
        var error = Error(Csv(text));
        Assert.Equal((code, line, column), (error.Code, error.Line, error.Column));
    }

    [Theory]
    [InlineData("", "empty-file"), InlineData("\n\n  \n,,,\n", "empty-file"), InlineData("a\0b", "not-a-sheet"), InlineData("<html><table>", "not-a-sheet"), InlineData("%PDF-1.7", "not-a-sheet")]
    public void that_is_none_is_refused(string text, string code) => Assert.Equal(code, Error(Csv(text)).Code);

    [Fact]
    public void refuses_a_cell_beyond_what_a_spreadsheet_holds() =>
        Assert.Equal(("cell-too-long", 2), (Error(Csv("a\n" + new string('x', 32_768))).Code, Error(Csv("a\n" + new string('x', 32_768))).Line));

    [Fact]
    public async Task stops_reading_a_stream_at_the_limit()
    {
        await using var endless = new Endless();
        Assert.Equal("too-large", Error(await SheetReader.ReadAsync(endless, stop: TestContext.Current.CancellationToken)).Code);
        Assert.InRange(endless.Given, SheetOptions.DefaultMaxBytes, SheetOptions.DefaultMaxBytes + 1_000_000);
    }

    [Fact]
    public void of_a_million_columns_ends_quickly_and_politely() => Assert.Equal("too-many-cells", Error(Csv(new string('a', 1) + string.Concat(Enumerable.Repeat(",a", 1_000_000)) + "\n1")).Code);

    private sealed class Endless : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'a');
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
