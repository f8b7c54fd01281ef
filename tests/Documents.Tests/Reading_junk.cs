using System.IO.Compression;
using System.Text;
using Billing.Documents;
using static Billing.Documents.Tests.Files;

namespace Billing.Documents.Tests;

public class Reading_junk
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public void of_old_office_says_which()
    {
        Assert.Equal("old-excel", Error(SheetReader.Read((byte[])[.. Ole, .. new byte[600], .. Encoding.Unicode.GetBytes("Workbook")])).Code);
        Assert.Equal("encrypted", Error(SheetReader.Read((byte[])[.. Ole, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")])).Code);
    }

    [Fact]
    public void of_a_zip_without_a_workbook_says_so() => Assert.Equal("not-a-sheet", Error(SheetReader.Read(Zip(("word/document.xml", "<w/>")))).Code);

    [Fact]
    public void of_a_bomb_stops_at_the_limit()
    {
        var bytes = new MemoryStream();
        bytes.Write(Workbook(""));
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            sheet.Write("<worksheet><sheetData>"u8);
            var air = Encoding.UTF8.GetBytes(new string(' ', 1 << 20));
            for (var i = 0; i < 300; i++) sheet.Write(air);
            sheet.Write("</sheetData></worksheet>"u8);
        }
        Assert.True(bytes.Length < 1 << 20);
        Assert.Equal("expands-too-much", Error(SheetReader.Read(bytes.ToArray())).Code);
    }

    [Fact]
    public void of_entities_does_not_unfold_them() =>
        Assert.Equal("damaged", Error(SheetReader.Read(Zip(("_rels/.rels", "<!DOCTYPE r [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Relationships>&a;</Relationships>")))).Code);

    [Fact]
    public void of_too_many_parts_is_refused() =>
        Assert.Equal("expands-too-much", Error(SheetReader.Read(Zip([.. Enumerable.Range(0, 2_100).Select(i => ($"p{i}", ""))]))).Code);

    [Fact]
    public void of_endless_rows_or_cells_stops_at_the_limit()
    {
        var rows = Error(Csv(string.Concat(Enumerable.Repeat("a\n", 1_100_000))));
        Assert.Equal(("too-many-cells", 1_048_577), (rows.Code, rows.Line));
        Assert.Equal("too-many-cells", Error(Csv(new string(',', 5_000_000))).Code);
    }

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>"), InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>"), InlineData("<row r=\"1\"><c r=\"A1\"><v>1</c></row>")]
    public void in_the_cells_is_called_damage(string rows) => Assert.Equal("damaged", Error(SheetReader.Read(Workbook(rows))).Code);

    [Fact]
    public void never_throws_whatever_the_bytes()
    {
        byte[] workbook = Workbook(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>b</t></is></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>45975.5</v></c><c r=\"B2\"><f>1</f><v>0.10000000000000002</v></c></row>",
            "<numFmts><numFmt numFmtId=\"170\" formatCode=\"[h]:mm\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>", "<si><r><t>x</t></r></si>");
        byte[] stored = Restored(workbook);
        byte[] csv = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Group;Facility;Billed\r\n\"a \"\"b\"\"\";\"c\nd\";1,50\r\n\r\nx;y;2\r\n")];
        byte[] utf16 = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a\tb\n1\t2 😀\n")];
        var read = 0;
        foreach (var seed in new[] { workbook, stored, csv, utf16, [.. Ole, .. new byte[64]] })
        {
            var random = new Random(4711);
            for (var round = 0; round < 1_500; round++)
            {
                var reading = SheetReader.Read(Mutated(seed, random), new SheetOptions { Fields = [new("Group"), new("Facility")] });
                if (reading.Succeeded) read++;
                else Assert.NotEmpty(reading.Error.Sentence);
            }
        }
        // Otherwise the mutations would never get past the first check.
        Assert.InRange(read, 500, 7_000);
    }

    /// <summary>The same parts uncompressed, so that a changed byte reaches the XML instead of failing in the decompressor.</summary>
    private static byte[] Restored(byte[] workbook)
    {
        var bytes = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(workbook)))
        using (var to = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var part in from.Entries)
            {
                using var source = part.Open();
                using var target = to.CreateEntry(part.FullName, CompressionLevel.NoCompression).Open();
                source.CopyTo(target);
            }
        return bytes.ToArray();
    }

    private static byte[] Mutated(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var n = random.Next(1, 6); n > 0 && bytes.Count > 1; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at)); break;
                case 3: bytes.Insert(at, (byte)"\"\r\n;,0<>&/\0\t"[random.Next(12)]); break;
                case 4: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at))); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }
        return [.. bytes];
    }
}
