using System.Collections;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Billing.Subscriptions;

/// <summary>Stripe's requests are forms: <c>items[0][price]=p&amp;metadata[invoice]=i</c>. Names are written in snake case; what is null is left out.</summary>
internal static class StripeForm
{
    /// <summary>A form of the properties of an anonymous object, of dictionaries and of lists of them.</summary>
    public static string Of(object? fields)
    {
        var form = new StringBuilder();
        Write(form, "", fields);
        return form.ToString();
    }

    private static void Write(StringBuilder form, string name, object? value)
    {
        switch (value)
        {
            case null:
                return;
            case IReadOnlyDictionary<string, string> pairs:
                foreach (var (key, text) in pairs) Write(form, Within(name, key), text);
                return;
            case string or bool or int or long or decimal or DateTimeOffset:
                form.Append(form.Length == 0 ? "" : "&").Append(Escaped(name)).Append('=').Append(WebUtility.UrlEncode(Text(value)));
                return;
            case IEnumerable list:
                foreach (var (index, one) in list.Cast<object>().Index()) Write(form, $"{name}[{index}]", one);
                return;
            default:
                foreach (var property in value.GetType().GetProperties()) Write(form, Within(name, JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)), property.GetValue(value));
                return;
        }
    }

    private static string Within(string outer, string name) => outer.Length == 0 ? name : $"{outer}[{name}]";

    private static string Escaped(string name) => WebUtility.UrlEncode(name).Replace("%5B", "[", StringComparison.Ordinal).Replace("%5D", "]", StringComparison.Ordinal);

    private static string Text(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        DateTimeOffset instant => instant.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)value,
    };
}
