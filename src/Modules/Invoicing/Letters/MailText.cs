namespace Billing.Invoicing;

/// <summary>What an organisation writes itself in mails of one kind, in one language.</summary>
/// <param name="Language">Two letters of ISO 639; one of the languages of documents.</param>
/// <param name="Subject">One line, a <see cref="Template"/>.</param>
/// <param name="Message">What stands above the facts, a <see cref="Template"/>.</param>
internal sealed record MailText(string Language, string Subject, string Message)
{
    public const int LongestSubject = 150;
    public const int LongestMessage = 4_000;

    /// <summary>Own texts as they can be mailed, one for each language; what is blank in both parts, or says what is said anyway, is no own text.</summary>
    /// <param name="wanted">As written.</param>
    /// <param name="known">The placeholders there are.</param>
    /// <param name="usual">What is said in a language without an own text.</param>
    public static Result<ValueList<MailText>> ReadAll(IReadOnlyList<MailText> wanted, IReadOnlyList<TemplateField> known, Func<string, MailText> usual)
    {
        List<MailText> own = [];
        foreach (var text in wanted)
        {
            if (string.IsNullOrWhiteSpace(text.Subject) && string.IsNullOrWhiteSpace(text.Message)) continue;
            if (!text.Read(known).TryGet(out var read, out var refused)) return refused;
            if (own.Any(one => one.Language == read.Language)) return No.Twice(read.Language);
            if (read != usual(read.Language)) own.Add(read);
        }
        return own.OrderBy(text => text.Language, StringComparer.Ordinal).ToValueList();
    }

    /// <summary>As it can be mailed, once placeholders are filled.</summary>
    public Result<MailText> Read(IReadOnlyList<TemplateField> known)
    {
        if (!Languages.Offered.Contains(Language)) return Languages.NotOffered(Language);
        if (!OneLine.Read(Subject, "A subject", LongestSubject).TryGet(out var subject, out var refused)) return refused;
        if (!PlainText.Note(Message, LongestMessage).TryGet(out var message, out refused)) return refused;
        if (subject.Length == 0 || message.Length == 0) return No.Half(Language);
        if (!Template.Read(subject, known).TryGet(out var title, out refused) || !Template.Read(message, known).TryGet(out _, out refused)) return refused;
        return title.Uses(Placeholders.Link) ? No.LinkInSubject : new MailText(Language, subject, message);
    }

    /// <summary>With the values in place of the placeholders; what grows too long is cut.</summary>
    public MailText With(IReadOnlyDictionary<string, TemplateValue> values) => this with { Subject = PlainText.Line(Filled(Subject, values), LongestSubject), Message = Filled(Message, values) };

    // A text from before there were blocks may hold what would be one today: it goes as it stands.
    private static string Filled(string text, IReadOnlyDictionary<string, TemplateValue> values) => Template.Read(text, Placeholders.OfAny).TryGet(out var template, out _) ? template.Write(values, LongestMessage) : text;

    private static class No
    {
        public static readonly Refusal LinkInSubject = new("link-in-subject", "The link opens the invoice to whoever reads it, so it does not stand in a subject. Write {link} into the text.");
        public static Refusal Half(string language) => new Refusal("mail-text-incomplete", $"The text in {language} has a subject and a message, or neither. Fill in the one that is missing, or empty both.").With("language", language);
        public static Refusal Twice(string language) => new Refusal("language-twice", $"There are two texts in {language}. Leave one out.").With("language", language);
    }
}
