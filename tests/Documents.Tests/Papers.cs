using System.Buffers.Binary;
using System.IO.Compression;

namespace Billing.Documents.Tests;

/// <summary>Plainly made up documents.</summary>
internal static class Papers
{
    public static readonly Currency Euro = Currency.Parse("EUR");
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    public static Money Eur(decimal amount) => new(amount, Euro);

    /// <summary>An invoice with a bit of everything.</summary>
    public static Paper Invoice(PaperLook look = PaperLook.Modern, PaperFormat format = PaperFormat.A4, PaperLanguage language = PaperLanguage.English, PdfImage? logo = null) => new()
    {
        Kind = PaperKind.Invoice, Number = "INV-2026-0042", Currency = Euro, CreatedAt = Noon, Look = look, Format = format, Language = language, Logo = logo,
        Seller = new("Müller & Söhne GmbH", ["Beispielweg 12", "20095 Hamburg", "Germany"]) { Contact = ["billing@example.test", "+49 40 000000", "www.example.test"], TaxId = "DE000000000", Registration = ["Amtsgericht Hamburg, HRB 00000"] },
        Client = new("Example Client Łódź sp. z o.o.", ["Accounts payable", "ul. Przykładowa 5", "90-001 Łódź", "Poland"]) { TaxId = "PL0000000000" },
        IssuedOn = new(2026, 1, 2), DueOn = new(2026, 1, 31), Period = new(new(2025, 12, 1), new(2025, 12, 31)), PurchaseOrder = "PO-7781", ClientNumber = "C-1007",
        Groups =
        [
            new("Support",
            [
                new("Support on call, December", Eur(1140)) { Quantity = 12, Unit = "h", UnitPrice = 95, Taxes = [new(19)], Detail = "Requests 1041, 1044, 1052 and 1060; two hours of the contingent were free of charge." },
                new("Emergency at night: restoring the order database from a backup, and a report on what had gone wrong and how it will be kept from happening again", Eur(285)) { Quantity = 1.5m, Unit = "h", UnitPrice = 190, Taxes = [new(19)] },
            ], Eur(1425)),
            new("Hosting",
            [
                new("Server L", Eur(178)) { Quantity = 2, UnitPrice = 89, Taxes = [new(19)], Period = new(new(2025, 12, 1), new(2025, 12, 31)) },
                new("Traffic", Eur(13.17m)) { Quantity = 1204.5m, Unit = "GB", UnitPrice = 0.010934m, Taxes = [new(19)], Period = new(new(2025, 12, 1), new(2025, 12, 31)) },
                new("Credit for an outage on 12 December", Eur(-20)) { Quantity = 1, UnitPrice = -20, Taxes = [new(19)] },
                new("Handbook, printed", Eur(24)) { Quantity = 1, UnitPrice = 24, Taxes = [new(7)] },
            ], Eur(195.17m)),
        ],
        Totals = new(Eur(1620.17m), Eur(1840.91m)) { Discount = Eur(81.01m), DiscountLabel = "5 %", Taxes = [new(new(19), Eur(288.11m), Eur(1516.36m)), new(new(7), Eur(1.60m), Eur(22.80m))], Shipping = Eur(12.04m), Paid = Eur(500), AmountDue = Eur(1340.91m) },
        Bank = new("Müller & Söhne GmbH") { Iban = "DE02 1203 0000 0000 2020 51", Bic = "BYLADEM1001", Bank = "Beispielbank" },
        PaymentLink = "https://billing.example.test/p/0b1c2d3e4f",
        Notes = "Thank you for your trust. Questions? Just reply to the mail this came with.",
        Terms = "Payable within 30 days without deduction. Goods remain ours until they are paid for.",
    };

    /// <summary>A table of so many lines, each of another amount.</summary>
    public static Paper Long(int lines, PaperLook look = PaperLook.Modern, PaperLanguage language = PaperLanguage.English)
    {
        PaperLine[] all = [.. Enumerable.Range(1, lines).Select(i => new PaperLine($"Line {i:000} of the long table" + (i % 7 == 0 ? ", with a description that needs more than a single line of the table, so that rows are of different heights" : ""), Eur(i * 1.01m)) { Quantity = i, UnitPrice = 1.01m, Taxes = [new(19)] })];
        var sum = Eur(all.Sum(line => line.Amount.Amount));
        var tax = new Percentage(19).Of(sum);
        return Invoice(look, language: language) with { Groups = [new(null, all)], Totals = new(sum, sum + tax) { Taxes = [new(new(19), tax, sum)], AmountDue = sum + tax } };
    }

    /// <summary>A PNG file of so many pixels: a disc in a colour on nothing.</summary>
    public static byte[] Png(int width, int height, int bits = 8, int color = 6, bool interlaced = false)
    {
        var samples = color switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var raw = new MemoryStream();
        (int X, int Y, int StepX, int StepY)[] passes = interlaced ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)] : [(0, 0, 1, 1)];
        foreach (var pass in passes)
        {
            for (var y = pass.Y; y < height && pass.X < width; y += pass.StepY)
            {
                var columns = (width - pass.X + pass.StepX - 1) / pass.StepX;
                var line = new byte[(columns * samples * bits + 7) / 8];
                for (var c = 0; c < columns; c++)
                {
                    var inside = Math.Pow(pass.X + c * pass.StepX - width / 2.0, 2) / (width * width) + Math.Pow(y - height / 2.0, 2) / (height * height) < 0.23;
                    int[] values = color switch { 2 => [0x1F, inside ? 0x4F : 0xF0, 0xA3], 6 => [0x1F, 0x4F, 0xA3, inside ? 255 : 0], 4 => [inside ? 40 : 220, inside ? 255 : 0], 3 => [inside ? 1 : 0], _ => [inside ? 0 : (1 << Math.Min(bits, 8)) - 1] };
                    for (var s = 0; s < samples; s++)
                    {
                        var at = c * samples + s;
                        if (bits == 16) line[at * 2] = line[at * 2 + 1] = (byte)values[s];
                        else if (bits == 8) line[at] = (byte)values[s];
                        else line[at * bits / 8] |= (byte)(values[s] << (8 - bits - at * bits % 8));
                    }
                }
                raw.WriteByte(0);
                raw.Write(line);
            }
        }
        var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(raw.ToArray());
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)bits, (byte)color, (byte)(interlaced ? 1 : 0));
        return [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. Chunk("IHDR", header), .. color == 3 ? Chunk("PLTE", [255, 255, 255, 0x1F, 0x4F, 0xA3]) : [], .. color == 3 ? Chunk("tRNS", [0]) : [], .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(type), .. data];
        byte[] length = new byte[4], check = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc(body));
        return [.. length, .. body, .. check];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
