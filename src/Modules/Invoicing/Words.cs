using System.Text.Json;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>The words of an enum as the API and the tables write them: in camel case.</summary>
internal static class Words
{
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>What is wrong with a parameter that is one of the words, or left out; null when nothing is.</summary>
    public static Problem? Check<TEnum>(string parameter, string? word) where TEnum : struct, Enum => word is null || Enum.GetValues<TEnum>().Any(value => Of(value) == word)
        ? null
        : Problems.BadRequest(new Fault("?" + parameter, $"Write {string.Join(" or ", Enum.GetValues<TEnum>().Select(value => $"{parameter}={Of(value)}"))}."));
}
