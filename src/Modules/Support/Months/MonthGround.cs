namespace Billing.Support;

/// <summary>A request that counts, is resolved and whose category is charged.</summary>
/// <param name="Close">The close that it went into; null before.</param>
internal sealed record MonthRequest(Guid Id, DateOnly On, TimeOnly At, Urgency Urgency, Quantity Hours, string? Close);

/// <summary>A project that may be invoiced, or is.</summary>
/// <param name="On">The day on which it was completed.</param>
/// <param name="Close">The close that it went into; null before.</param>
/// <param name="Elsewhere">Whether it was invoiced without a close here.</param>
internal sealed record MonthProject(Guid Id, string Name, string Category, DateOnly On, Money Price, string? Close, bool Elsewhere);

/// <summary>What is known of a client where months of it are worked out.</summary>
/// <param name="Currency">In which it is billed.</param>
internal sealed record MonthGround(Guid ClientId, Currency Currency, IReadOnlyList<MonthRequest> Requests, IReadOnlyList<MonthProject> Projects, IReadOnlyList<HostedSite> Sites, SupportTerms Terms, SupportLedger Ledger)
{
    /// <summary>What was billed in the currency in which it is billed now.</summary>
    public IEnumerable<MonthClosed> Closes => Ledger.Closes.Where(close => close.Currency == Currency);

    /// <summary>What an hour of a day costs.</summary>
    public RateCard RatesOn(DateOnly day) => RateCard.For(Terms.Rates, ClientId, day, Currency);

    /// <summary>What costs nothing in a month.</summary>
    public FreeAllowance AllowanceOf(DateOnly month) => FreeAllowance.For(Terms.Allowances, ClientId, month);

    /// <summary>Why months cannot be worked out: something is in another currency than the client's. Null when they can.</summary>
    public Refusal? Check(IEnumerable<DateOnly> months)
    {
        foreach (var month in months)
        {
            if (Requests.Where(one => one.Close is null && Months.Of(one.On) == month).Select(one => (Currency?)RatesOn(one.On).Currency).FirstOrDefault(currency => currency != Currency) is { } rates) return No.Rates(Currency, rates);
            if (Projects.FirstOrDefault(one => one.Close is null && Months.Of(one.On) == month && one.Price.Currency != Currency) is { } project) return No.Project(Currency, project.Name);
            if (Sites.FirstOrDefault(site => site.Of(month) is { State: not HostingState.Inactive } of && of.Fee.Currency != Currency) is { } site) return No.Site(Currency, site.Name);
        }
        return null;
    }

    private static class No
    {
        public static Refusal Rates(Currency client, Currency rates) => new Refusal("rates-in-another-currency", $"This client is billed in {client}, and its rates are in {rates}. Agree rates in {client}.").With("currency", client.Code).With("given", rates.Code);
        public static Refusal Project(Currency client, string name) => new Refusal("project-in-another-currency", $"This client is billed in {client}, and the project {PlainText.Quote(name)} has its price in another currency. Write it in {client}.").With("currency", client.Code).With("name", PlainText.Shown(name));
        public static Refusal Site(Currency client, string name) => new Refusal("site-in-another-currency", $"This client is billed in {client}, and the site {PlainText.Quote(name)} has its fee in another currency. Agree one in {client}.").With("currency", client.Code).With("name", PlainText.Shown(name));
    }
}
