using System.Globalization;
using System.Text.Json;

namespace Billing.Support;

/// <summary>A project of a workspace.</summary>
/// <param name="Id">Its id there.</param>
/// <param name="Name">As people there call it.</param>
/// <param name="Category">As the workspace spells it: <c>LANDING_PAGE</c>, or one of its own.</param>
/// <param name="CompletedOn">The day it was done; null: it is not, or nobody says.</param>
/// <param name="Status"><c>NOT_READY</c>, <c>READY</c>, <c>INVOICED</c>, <c>PAID</c>.</param>
/// <param name="InvoiceNumber">Empty where there is none.</param>
/// <param name="Amount">Exact, in units of the currency, finer than it can be paid where the workspace says so; null: nobody says how much.</param>
/// <param name="Currency">Of the amount.</param>
/// <param name="SiteId">The site it is for; null: none.</param>
/// <param name="Changed">When it was changed last.</param>
/// <param name="IsDeleted">Whether it lies in the bin there.</param>
internal sealed record TwentyProject(
    string Id, string Name, string Category, DateOnly? CompletedOn, string Status, string InvoiceNumber, decimal? Amount, Currency? Currency, string? SiteId, SourceMoment? Changed, bool IsDeleted)
{
    /// <summary>What a record is asked for by GraphQL.</summary>
    public const string Fields = "id name projectCategory projectCompletionDate invoiceStatus invoiceNumber revenueAmount { amountMicros currencyCode } websitePropertyLinkId updatedAt deletedAt";

    /// <summary>The amount as it can be paid, rounded half away from zero; null where none is told.</summary>
    public Money? Payable => Amount is { } amount && Currency is { } currency ? Money.Round(amount, currency) : null;

    /// <exception cref="BadRecord">It cannot be read, or lacks a field that money hangs on.</exception>
    public static TwentyProject Read(JsonElement record, TimeZoneInfo zone)
    {
        _ = record.Named("revenueAmount");
        _ = record.Named("invoiceStatus");
        var (amount, currency) = TwentyMoney.Read(record, "revenueAmount");
        return new TwentyProject(
            TwentyFields.Id(record), TwentyFields.Name(record), record.Line("projectCategory"), TwentyFields.Day(record, "projectCompletionDate", zone), record.Line("invoiceStatus") is { Length: > 0 } status ? status : "NOT_READY",
            record.Line("invoiceNumber"), amount, currency, record.Line("websitePropertyLinkId") is { Length: > 0 } site ? site : null, TwentyFields.Moment(record, "updatedAt", zone), record.Part("deletedAt") is not null);
    }
}

/// <summary>A site of a workspace.</summary>
/// <param name="Id">Its id there.</param>
/// <param name="Name">As people there call it.</param>
/// <param name="Address">Of the site; empty where none is told.</param>
/// <param name="From">The first day of its hosting; null: it is not hosted.</param>
/// <param name="Until">The last; null: there is none.</param>
/// <param name="Status">As the workspace spells it. Days decide, not this.</param>
/// <param name="Fee">For a month, in whole units and their fractions; null: nobody says. Nothing is a fee, too.</param>
/// <param name="Currency">Of the fee.</param>
/// <param name="CompanyId">Whose it is there; null: nobody's.</param>
/// <param name="Changed">When it was changed last.</param>
/// <param name="IsDeleted">Whether it lies in the bin there.</param>
internal sealed record TwentySite(
    string Id, string Name, string Address, DateOnly? From, DateOnly? Until, string Status, decimal? Fee, Currency? Currency, string? CompanyId, SourceMoment? Changed, bool IsDeleted)
{
    /// <summary>What a record is asked for by GraphQL.</summary>
    public const string Fields = "id name websiteUrl hostingStart hostingEnd hostingStatus hostingMrrAmount hostingMrrCurrency parentCompanyId updatedAt deletedAt";

    /// <exception cref="BadRecord">It cannot be read, or lacks a field that money hangs on.</exception>
    public static TwentySite Read(JsonElement record, TimeZoneInfo zone)
    {
        foreach (var name in (string[])["hostingStart", "hostingEnd", "hostingMrrAmount"]) _ = record.Named(name);
        var (from, until) = (TwentyFields.Day(record, "hostingStart", zone), TwentyFields.Day(record, "hostingEnd", zone));
        if (until < from) throw new BadRecord("period-backwards", "The hosting ends before it begins.");
        decimal? fee = record.Part("hostingMrrAmount") is { } told ? SourceJson.Number(told) is { } number and >= 0 and < 1_000_000_000 ? number : throw new BadRecord("not-an-amount", $"The monthly fee is {PlainText.Quote(told.ToString())}, which is none.") : null;
        var currency = record.Line("hostingMrrCurrency");
        return new TwentySite(
            TwentyFields.Id(record), TwentyFields.Name(record), record.Line("websiteUrl") is { Length: > 0 } address ? address : record.Part("websiteUrlLink")?.Line("primaryLinkUrl") ?? "", from, until, record.Line("hostingStatus"), fee,
            currency.Length == 0 ? null : Billing.Currency.TryParse(currency, out var known) ? known : throw new BadRecord("unknown-currency", $"{PlainText.Quote(currency)} is no currency."),
            record.Line("parentCompanyId") is { Length: > 0 } company ? company : null, TwentyFields.Moment(record, "updatedAt", zone), record.Part("deletedAt") is not null);
    }
}

/// <summary>Twenty's amounts: a million micros are one unit of any currency, however many decimals it has.</summary>
internal static class TwentyMoney
{
    private const decimal Micros = 1_000_000m;
    private const decimal Most = 1_000_000_000_000_000_000_000m; // micros; beyond it nobody means it

    /// <summary>The exact amount of a block, in units; null where none is told.</summary>
    /// <exception cref="BadRecord">The micros are no whole number, or the currency is none.</exception>
    public static (decimal? Amount, Currency? Currency) Read(JsonElement record, string name)
    {
        if (record.Part(name) is not { } block || block.Part("amountMicros") is not { } micros || micros is { ValueKind: JsonValueKind.String } && micros.GetString()!.Trim().Length == 0) return (null, null);
        if (SourceJson.Number(micros) is not { } number || number != decimal.Truncate(number) || Math.Abs(number) > Most) throw new BadRecord("not-micros", $"The amount is {PlainText.Quote(micros.ToString())} micros, which is no whole number.");
        var code = block.Line("currencyCode");
        return Currency.TryParse(code, out var currency) ? (number / Micros, currency) : throw new BadRecord("unknown-currency", $"{PlainText.Quote(code)} is no currency.");
    }
}

/// <summary>Fields that records of a workspace share.</summary>
internal static class TwentyFields
{
    public static string Id(JsonElement record) => record.Line("id") is { Length: > 0 and <= 100 } id ? id : throw new BadRecord("id-missing", "The record has no id.");

    public static string Name(JsonElement record) => record.Line("name") is { Length: > 0 } name ? name : throw new BadRecord("name-missing", "The record has no name.");

    /// <summary>A day as it stands; of a moment, the day on the workspace's wall, where a person picked it.</summary>
    public static DateOnly? Day(JsonElement record, string name, TimeZoneInfo zone)
    {
        if (record.Line(name) is not { Length: > 0 } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        return SourceMoment.Read(text, zone)?.Day ?? throw new BadRecord("not-a-day", $"{PlainText.Quote(name)} is {PlainText.Quote(text)}, which is no day.");
    }

    public static SourceMoment? Moment(JsonElement record, string name, TimeZoneInfo zone) => record.Line(name) is { Length: > 0 } text ? SourceMoment.Read(text, zone) : null;
}
