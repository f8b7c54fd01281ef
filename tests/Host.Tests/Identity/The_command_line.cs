using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;

namespace Billing.Host.Tests.Identity;

/// <summary>The program beside the serving product, on the same database.</summary>
public class The_command_line : Town
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task follows_the_log_of_one_organisation_until_it_is_asked_to_end()
    {
        var (ann, eve) = (await Owner("acme"), await Owner("other"));
        using var tail = The_process.Start(["tail", "--tenant", "acme", "--after=0", "--type", "facilities.*", "--json"], Settings);
        var before = await Line(tail); // what an organisation begins with
        Assert.Equal(("main", "system"), (before.Text("organisation"), before.Text("actorKind")));
        foreach (var owner in new[] { eve, ann }) (await owner.Post("/api/facility-groups", new { name = "Meadow", schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 } })).Ok(201);
        JsonNode line;
        do Assert.Equal("main", (line = await Line(tail)).Text("organisation"));
        while (line.Text("type") != "facilities.group_opened");
        Assert.Equal(("1", "Meadow", "person"), (line.Text("version"), line.Text("data.name"), line.Text("actorKind")));
        Assert.Equal(0, The_process.Command("kill", "-INT", tail.Id.ToString(CultureInfo.InvariantCulture)));
        await tail.WaitForExitAsync(Stop).WaitAsync(Patience, Stop);
        Assert.Equal(0, tail.ExitCode);
        Assert.All((await tail.StandardOutput.ReadToEndAsync(Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries), rest => Assert.Equal("main", JsonNode.Parse(rest).Text("organisation")));
    }

    [Theory]
    [InlineData("tail --tenant nobody", "There is no organisation nobody; write its name in addresses, or its key.")]
    [InlineData("tail --after yesterday", "--after is 'yesterday'; write the number of an event, or 0 for all there are.")]
    [InlineData("tail --type facilities.opened*", "No event is called facilities.opened*; docs/events.md lists them, and * stands for anything, as in invoicing.*.")]
    [InlineData("tail --follow", "There is no --follow here; there is --tenant, --after, --type, --json.")]
    [InlineData("tail --after", "--after needs a value behind it.")]
    public async Task says_what_it_does_not_understand(string words, string sentence)
    {
        await Owner("acme");
        var (exit, said, complaint) = await Run(words.Split(' '));
        Assert.Equal((2, "", sentence), (exit, said, complaint.Trim()));
    }

    [Theory]
    [InlineData("projections", "highWaterMark", 10)]
    [InlineData("verify", "streams", 1)]
    [InlineData("replay --all --compare", "differing", 10)]
    [InlineData("replay facilities.groups", "rows", 1)]
    [InlineData("dead-letters", "", 0)]
    public async Task answers_programs_in_json_and_nothing_else(string words, string property, int atLeast)
    {
        var (_, other) = (await Owner("acme"), await Owner("other"));
        var (exit, said, _) = await Run([.. words.Split(' '), "--json"]);
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length >= atLeast, said);
        Assert.All(lines, line => Assert.NotNull(JsonNode.Parse(line)![property]));
        Assert.Equal(0, exit);
        Assert.NotNull(other);
    }

    private async Task<(int Exit, string Said, string Complaint)> Run(string[] words)
    {
        using var process = The_process.Start(words, Settings);
        var complaint = process.StandardError.ReadToEndAsync(Stop);
        var said = await process.StandardOutput.ReadToEndAsync(Stop).WaitAsync(Patience, Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, said, await complaint);
    }

    private static async Task<JsonNode> Line(Process process) =>
        JsonNode.Parse(await process.StandardOutput.ReadLineAsync(Stop).AsTask().WaitAsync(Patience, Stop) ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(Stop)))!;
}
