namespace Billing.Documents;

/// <summary>What stands under the sums: why there is no tax, how to pay, notes and terms.</summary>
internal sealed class PaperClosing(PaperSheet sheet)
{
    private const double Row = 13, Code = 92, Pad = 12, LinkHeight = 36;
    private readonly PaperStyle _style = sheet.Style;

    private Paper Paper => sheet.Paper;

    private PaperWords Words => sheet.Words;

    public void Draw()
    {
        if (Paper.TaxNote is { } taxNote)
        {
            sheet.Paragraph(taxNote, PaperSheet.Left, sheet.Width, _style.Text, 9, 12.5, _style.Ink);
            sheet.Y += 12;
        }
        DrawPayment();
        if (DrawBeside()) return;
        if (Paper.Notes is { } notes) sheet.Section(Words.Notes, notes);
        if (Paper.Terms is { } terms) sheet.Section(Words.Terms, terms);
    }

    /// <summary>Short notes and terms stand beside each other: often enough that keeps an invoice on one page.</summary>
    private bool DrawBeside()
    {
        const double Gap = 20;
        if (Paper is not { Notes: { } notes, Terms: { } terms }) return false;
        var (width, top) = ((sheet.Width - Gap) / 2, sheet.Y);
        var lines = new[] { notes, terms }.Max(text => PdfText.Wrap(text, _style.Text, PaperSheet.SectionSize, width).Count);
        if (lines > 6 || !sheet.Fits(PaperSheet.SectionHead + lines * PaperSheet.SectionLeading)) return false;
        sheet.Section(Words.Notes, notes, PaperSheet.Left, width);
        var below = sheet.Y;
        sheet.Y = top;
        sheet.Section(Words.Terms, terms, PaperSheet.Left + width + Gap, width);
        sheet.Y = Math.Max(below, sheet.Y);
        return true;
    }

    private void DrawPayment()
    {
        var due = Paper.Totals.AmountDue ?? Paper.Totals.Total;
        if (Paper.Kind != PaperKind.Invoice || Paper.Stamp == PaperStamp.Void || !due.IsPositive || (Paper.Bank is null && Link is null)) return;
        var (facts, link) = (Facts(), Link);
        var (code, scan) = CodeFor(due) is { } payment ? (payment, Words.ScanToPay) : (link is null ? null : QrMatrix.Of(link), Words.ScanToOpen);
        var inset = Paper.Look == PaperLook.Minimal ? 0 : Pad;
        var rows = facts.Select(fact => (fact.Label, Lines: PdfText.Wrap(fact.Value, _style.Text, 9, sheet.Width - inset * 2 - 92 - (code is null ? 0 : Code + 40)))).ToArray();
        var height = inset * 2 + Math.Max(18 + rows.Sum(row => row.Lines.Count) * Row + (link is null ? 0 : LinkHeight), code is null ? 0 : Code + 12);
        if (!sheet.Fits(height)) sheet.Turn();
        var (page, top, left) = (sheet.Page, sheet.Y, PaperSheet.Left + inset);
        using (page.AsDecoration())
        {
            if (Paper.Look == PaperLook.Modern) page.Rectangle(PaperSheet.Left, top, sheet.Width, height, _style.Tint, 5);
            if (Paper.Look == PaperLook.Classic) page.Frame(PaperSheet.Left, top, sheet.Width, height, 0.5, _style.Hair);
        }
        sheet.Y += inset;
        var heading = Paper.DueOn is { } day ? $"{Words.PayBy} {sheet.Formats.Date(day)}" : Words.Payment;
        sheet.Put(sheet.Document.Root.Add("H2"), heading, left, sheet.Y + 9, _style.Strong, 10, Paper.Look == PaperLook.Minimal ? _style.Ink : _style.Accent);
        sheet.Y += 18;
        foreach (var (label, lines) in rows)
        {
            var element = sheet.Document.Root.Add("P");
            sheet.Put(element, PdfText.Fit(label, _style.Text, PaperStyle.Small, 86), left, sheet.Y + 9, _style.Text, PaperStyle.Small, _style.Soft);
            foreach (var line in lines)
            {
                sheet.Put(element, line, left + 92, sheet.Y + 9, _style.Text, 9, _style.Ink);
                sheet.Y += Row;
            }
        }
        if (link is not null) DrawLink(page, link, left, sheet.Width - inset * 2 - (code is null ? 0 : Code + 40));
        if (code is not null) DrawCode(page, code, scan, top, height, inset);
        sheet.Y = top + height + 12;
    }

    private string? Link => (Paper.PaymentLink ?? Paper.PageLink) is { } address ? PdfLink.Safe(address) : null;

    private void DrawLink(PdfPage page, string link, double left, double most)
    {
        var (element, y, label) = (sheet.Document.Root.Add("P"), sheet.Y + 4, Paper.PaymentLink is null ? Words.SeeOnline : Words.PayOnline);
        var width = _style.Strong.Width(label, 9) + 20;
        // The address below, for whoever holds it on paper; browsers add https by themselves.
        var address = PdfText.Fit(link.StartsWith("https://", StringComparison.Ordinal) ? link["https://".Length..] : link, _style.Text, PaperStyle.Small, most);
        using (page.As(element))
        {
            if (Paper.Look == PaperLook.Modern) page.Rectangle(left, y, width, 18, _style.Accent, 4);
            else page.Frame(left, y, width, 18, 0.6, _style.Accent, Paper.Look == PaperLook.Minimal ? 9 : 0);
            page.Text(label, left + 10, y + 12.2, _style.Strong, 9, Paper.Look == PaperLook.Modern ? PdfColor.White : _style.Accent);
            page.Text(address, left, y + 28.5, _style.Text, PaperStyle.Small, _style.Soft);
        }
        page.Link(left, y, width, 18, link);
        page.Link(left, y + 20, _style.Text.Width(address, PaperStyle.Small), 11, link);
    }

    private void DrawCode(PdfPage page, QrMatrix code, string scan, double top, double height, double inset)
    {
        var (x, y, side) = (sheet.Right - inset - Code, top + (height - Code - 10) / 2, Code / code.Size);
        using (page.As(sheet.Document.Root.Add("Figure", scan)))
        {
            page.Rectangle(x, y, Code, Code, PdfColor.White, 3);
            page.Squares(x, y, side, code.Runs, PdfColor.Black);
        }
        using (page.As(sheet.Document.Root.Add("P"))) page.TextCentred(PdfText.Fit(scan, _style.Text, 6.75, Code + 36), x + Code / 2, y + Code + 8, _style.Text, 6.75, _style.Soft);
    }

    private List<PaperFact> Facts()
    {
        List<PaperFact> facts = [];
        if (Paper.Bank is not { } bank) return facts;
        facts.Add(new(Words.Holder, bank.Holder));
        if (bank.Iban is { } iban) facts.Add(new("IBAN", EpcPayment.Grouped(iban)));
        if (bank.Bic is { } bic) facts.Add(new("BIC", bic));
        if (bank.Bank is { } name) facts.Add(new(Words.Bank, name));
        facts.AddRange(bank.More);
        if ((bank.Reference ?? Paper.Number) is { } reference) facts.Add(new(Words.Reference, reference));
        return facts;
    }

    // Nobody should pay a draft, or a test.
    private QrMatrix? CodeFor(Money due) =>
        Paper is { Stamp: PaperStamp.None, Bank: { WithCode: true, Iban: { } iban } bank } && new EpcPayment(bank.Holder, iban, bank.Bic, due, bank.Reference ?? Paper.Number ?? "").Text().TryGet(out var text, out _) ? QrMatrix.Of(text, utf8: true) : null;
}
