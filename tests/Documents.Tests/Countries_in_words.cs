using System.Globalization;

namespace Billing.Documents.Tests;

public class Countries_in_words
{
    [Theory]
    [InlineData(PaperLanguage.English, "Germany"), InlineData(PaperLanguage.German, "Deutschland"), InlineData(PaperLanguage.French, "Allemagne"), InlineData(PaperLanguage.Spanish, "Alemania")]
    public void are_in_the_language_of_the_document(PaperLanguage language, string name) => Assert.Equal(name, Countries.NameOf("DE", language));

    [Fact]
    public void are_the_same_whatever_the_machine_speaks()
    {
        var was = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal("Indien", Countries.NameOf("IN", PaperLanguage.German));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = was;
        }
    }

    [Fact]
    public void are_known_for_every_country_in_every_language() => Assert.All(
        from first in Letters from second in Letters let code = $"{first}{second}" where Countries.NameOf(code, PaperLanguage.English) != code select code,
        code => Assert.All(Enum.GetValues<PaperLanguage>(), language => Assert.True(Countries.NameOf(code, language) is { Length: > 2 } name && name != code && name.Trim() == name, $"{code} {language}")));

    [Fact]
    public void are_two_hundred_and_fifty() => Assert.Equal(250, (from first in Letters from second in Letters let code = $"{first}{second}" where Countries.NameOf(code, PaperLanguage.English) != code select code).Count());

    [Fact]
    public void are_their_code_where_nobody_knows_them() => Assert.Equal("ZZ", Countries.NameOf("ZZ", PaperLanguage.French));

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
}
