using System.Text.Json;
using System.Text.Json.Serialization;

namespace Billing.Primitives.Tests;

public class Changes_of_fields
{
    private sealed record Request([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Change<int> Number, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Change<string> Text);

    [Fact]
    public void tell_absent_from_null_from_a_value()
    {
        var request = JsonSerializer.Deserialize<Request>("""{"Text":null}""")!;
        Assert.False(request.Number.IsSaid);
        Assert.True(request.Text.IsCleared);
        Assert.Equal(Change<int>.To(0), JsonSerializer.Deserialize<Request>("""{"Number":0}""")!.Number);
        Assert.NotEqual(Change<int>.Cleared, Change<int>.To(0));
    }

    [Theory, InlineData("{}"), InlineData("""{"Number":5}"""), InlineData("""{"Number":null,"Text":"a"}""")]
    public void survive_a_journey_as_JSON(string json) => Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Request>(json)));

    [Fact]
    public void of_the_wrong_type_are_refused() => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Request>("""{"Number":"x"}"""));

    [Fact]
    public void give_their_value()
    {
        Change<string> change = "a";
        Assert.True(change.TryGet(out var value) && value == "a");
        Assert.False(Change<string>.Cleared.TryGet(out _));
    }
}
