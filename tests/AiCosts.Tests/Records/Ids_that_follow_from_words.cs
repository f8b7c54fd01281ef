namespace Billing.AiCosts.Tests;

public class Ids_that_follow_from_words
{
    [Fact]
    public void stay_the_same_for_ever() => Assert.Equal(("395fa60d-effd-cc77-aa61-f9be86e77521", "11dba9e8-9d25-1431-ad7a-2a1728daf047"), (AiPrices.Id.ToString(), AiReadings.Id(new Guid("0193e0c0-0000-7000-8000-000000000001")).ToString()));

    [Fact]
    public void of_a_line_are_another_in_each_import()
    {
        var (line, one, other) = (new Guid("0193e0c0-0000-7000-8000-000000000001"), new Guid("0193e0c0-0000-7000-8000-000000000002"), new Guid("0193e0c0-0000-7000-8000-000000000003"));
        Assert.NotEqual(ImportedLines.Id(line, one), ImportedLines.Id(line, other));
        Assert.Equal(ImportedLines.Id(line, one), ImportedLines.Id(line, one));
    }
}
