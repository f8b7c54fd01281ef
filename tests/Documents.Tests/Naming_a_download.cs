using Billing.Documents;

namespace Billing.Documents.Tests;

public class Naming_a_download
{
    [Theory]
    [InlineData("records.csv", "records.csv"), InlineData("a\r\nSet-Cookie: x=1.csv", "a Set-Cookie- x=1.csv"), InlineData("../../etc/passwd", "-..-etc-passwd"), InlineData("a\"b;c.csv", "a-b;c.csv"), InlineData("C:\\x.csv", "C--x.csv")]
    [InlineData("gpj.\u202Efdp.exe", "gpj.fdp.exe"), InlineData("  . ", "download"), InlineData("", "download"), InlineData("nul.csv", "_nul.csv"), InlineData("\u200B.csv", "csv"), InlineData("x\uD800.csv", "x.csv")]
    public void makes_it_safe(string name, string safe) => Assert.Equal(safe, DownloadName.Safe(name));

    [Fact]
    public void keeps_the_ending_of_a_long_one() => Assert.Equal(new string('x', 115) + ".xlsx", DownloadName.Safe(new string('x', 500) + ".xlsx"));

    [Theory]
    [InlineData("records.csv", "attachment; filename=\"records.csv\"")]
    [InlineData("Größe €.csv", "attachment; filename=\"Gro_e _.csv\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%E2%82%AC.csv")]
    public void tells_the_browser(string name, string header) => Assert.Equal(header, DownloadName.Attachment(name));

    [Theory]
    [InlineData("a\r\nb\"c\\d.csv"), InlineData("日本\u0085語\u2028.csv"), InlineData("\0\u007F")]
    public void never_breaks_the_header(string name) => Assert.Matches("^attachment; filename=\"[ !#-\\[\\]-~]+\"(; filename\\*=UTF-8''[A-Za-z0-9%._~-]+)?$", DownloadName.Attachment(name));
}
