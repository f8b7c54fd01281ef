using System.Text.Json;
using System.Text.Json.Nodes;
using Billing.Web;

namespace Billing.Usage.Tests;

/// <summary>What others published about prices, through the functions that bill.</summary>
public class Published_prices
{
    public static IEnumerable<TheoryDataRow<string>> Ids => PublishedCase.All.Select(one => new TheoryDataRow<string>(one.Id));

    [Theory, MemberData(nameof(Ids))]
    public void come_out_as_published(string id)
    {
        var one = PublishedCase.All.Single(one => one.Id == id);
        Assert.NotEmpty(one.Expected);
        Assert.Empty(one.Differences(Answer(one.Question())));
    }

    [Fact]
    public void are_all_there() => Assert.Equal(54, PublishedCase.All.Select(one => one.Id).Distinct().Count());

    [Fact]
    public void that_came_out_otherwise_would_be_seen()
    {
        var one = PublishedCase.All.Single(one => one.Id == "om-split-package-60+50-max100");
        var wrong = one with { Expected = new JsonObject { ["amount"] = "11" } };
        Assert.Equal("om-split-package-60+50-max100: amount is 10, expected 11", Assert.Single(wrong.Differences(Answer(one.Question()))));
    }

    private static JsonObject Answer(JsonObject question)
    {
        var answer = question.Deserialize<QuotePrice>(Json.Options)!.Answer(out var faults);
        Assert.Empty(faults);
        return JsonSerializer.SerializeToNode(answer.Value, Json.Options)!.AsObject();
    }
}
