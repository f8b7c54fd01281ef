using Billing.Invoicing.Contracts;
using Microsoft.AspNetCore.Http;

namespace Billing.Subscriptions;

/// <summary>What somebody wrote on the page of a checkout link, without what cannot be seen.</summary>
/// <param name="Card">The token of a test card; empty for none.</param>
/// <param name="Seen">The amounts that stood on the page when they pressed.</param>
/// <param name="Applies">Whether they only want to see what a coupon takes off.</param>
internal sealed record CheckoutForm(
    string Name, string Email, string Line1, string Line2, string PostalCode, string City, string State, string Country, string TaxId, string Coupon, string Card = "", string Seen = "", bool Applies = false)
{
    /// <summary>What the button is called that only looks, and the part of an address that brings a coupon.</summary>
    public const string ApplyCoupon = "coupon";

    /// <summary>What the page begins with.</summary>
    /// <param name="address">What its address says of the coupon; nothing: the link's.</param>
    public static CheckoutForm Of(CheckoutOpened asked, IQueryCollection address) => new(
        asked.Name?.Text ?? "", asked.Email?.Text ?? "", "", "", "", "", "", "", "", address.TryGetValue(ApplyCoupon, out var brought) ? PlainText.Line(brought.ToString(), LongestCoupon) : asked.Coupon ?? "");

    public static CheckoutForm Of(IFormCollection form)
    {
        string Field(string name, int longest = PlainText.LongestName) => PlainText.Line(form[name].ToString(), longest);
        return new CheckoutForm(
            Field("name"), Field("email", 254), Field("line1"), Field("line2"), Field("postalCode", 50), Field("city"), Field("state"), Field("country", 2).ToUpperInvariant(), Field("taxId", 50), Field("coupon", LongestCoupon), Field("card", 100), Field("seen"), Field("do") == ApplyCoupon);
    }

    /// <summary>The client that somebody new becomes.</summary>
    public NewClient Client(Currency currency, string? language) => new(Name, Email, currency, language, Some(TaxId), new NewAddress(Some(Line1), Some(Line2), Some(City), Some(State), Some(PostalCode), Some(Country)));

    /// <summary>Nothing of it: a record's text ends up in logs.</summary>
    public override string ToString() => nameof(CheckoutForm);

    private const int LongestCoupon = 100;

    private static string? Some(string text) => text.Length == 0 ? null : text;
}
