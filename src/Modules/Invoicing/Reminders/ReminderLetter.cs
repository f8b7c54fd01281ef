namespace Billing.Invoicing;

/// <summary>Writes the letter of a reminder; the link goes in when it is mailed.</summary>
internal static class ReminderLetter
{
    /// <param name="step">Which; its own text in the document's language, else the usual one.</param>
    /// <param name="ground">Invoice, client and day.</param>
    /// <param name="sender">The organisation's name.</param>
    /// <param name="fee">That comes with it.</param>
    public static DocumentLetter Of(ReminderStep step, ReminderGround ground, string sender, Money? fee)
    {
        var language = ground.Invoice.Addressee?.Language ?? "en";
        var values = LetterValues.Of(ground.Invoice, ground.Client, sender, language).Reminding(language, ground.DaysLate, fee ?? Money.Zero(ground.Invoice.Currency));
        var text = step.TextIn(language).With(values);
        return DocumentLetter.For(ground.Client, text);
    }
}
