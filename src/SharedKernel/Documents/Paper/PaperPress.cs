namespace Billing.Documents;

/// <summary>Lays a document out, from the top of the first page to the foot of the last.</summary>
internal sealed class PaperPress(Paper paper)
{
    public byte[] Print()
    {
        CheckCurrency();
        var sheet = new PaperSheet(paper);
        new PaperLetterhead(sheet).Draw();
        var totals = new PaperSums(sheet);
        new PaperTable(sheet).Draw(totals.Height);
        totals.Draw();
        new PaperClosing(sheet).Draw();
        return sheet.Finish();
    }

    // A bug of whoever asks, and one that would cost money.
    private void CheckCurrency()
    {
        var totals = paper.Totals;
        IEnumerable<Money?> amounts =
        [
            totals.Subtotal, totals.Total, totals.Discount, totals.Shipping, totals.Paid, totals.Credited, totals.AmountDue, .. totals.Taxes.SelectMany(tax => new[] { tax.Amount, tax.Of }),
            .. paper.Groups.Select(group => group.Subtotal), .. paper.Groups.SelectMany(group => group.Lines).Select(line => (Money?)line.Amount),
        ];
        if (amounts.FirstOrDefault(amount => amount is { } money && money.Currency != paper.Currency) is { } other) throw new ArgumentException($"A document in {paper.Currency} has no amount in {other.Currency}.");
    }
}
