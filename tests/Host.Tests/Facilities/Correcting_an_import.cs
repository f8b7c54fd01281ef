using System.Text;

namespace Billing.Host.Tests.Facilities;

public class Correcting_an_import : Office
{
    private const string Corrected = "select concat_ws(' ', data ->> 'line', data ->> 'column', data ->> 'was', data ->> 'became') from mt_events where tenant_id = 'ours' and type = 'facilities.import_cell_corrected'";

    private static readonly byte[] Sheet = Encoding.UTF8.GetBytes("Group,Facility,Billing Date,From Date,Through Date,Status,Billed,Paid\nNorth,Elm,11/01/2025,10/01/2025,10/31/2025,Lost,n/a,\nNorth,Oak,11/01/2025,10/01/2025,10/31/2025,Paid,x,\nNorth,Ash,11/13/2025,10/14/2025,11/12/2025,Paid,7.00,\n");

    [Fact]
    public async Task takes_the_mended_lines_and_notes_what_was_mended()
    {
        var options = new { corrections = new[] { new { line = 2, column = "Billed", value = "12.50" }, new { line = 2, column = "Status", value = "Billed" } } };
        var dry = (await Ours.Post("/api/facilities/import?dryRun=true", Form(options))).Ok();
        Assert.Equal("2 3 Billed x", $"{dry.Text("accepted")} {dry.Text("rejected.0.line")} {dry.Text("rejected.0.column")} {dry.Text("rejected.0.value")}");
        Assert.Equal("12.50 new", $"{dry.Text("preview.0.cells.Billed")} {dry.Text("preview.0.outcome")}");
        Assert.Equal("", await Table(Corrected));

        var left = await Ours.Post("/api/facilities/import/rejected", Form(options));
        Assert.Equal(200, (int)left.Status);
        Assert.DoesNotContain("Elm", left.Text, StringComparison.Ordinal);
        Assert.Contains("Oak", left.Text, StringComparison.Ordinal);

        var done = (await Ours.Post("/api/facilities/import", Form(options))).Ok();
        Assert.Equal("2 1", $"{done.Text("accepted")} {done["rejected"]!.AsArray().Count}");
        Assert.Equal("12.50", (await Ours.Get("/api/billing-records?search=Elm")).Ok().Text("items.0.billed.amount"));
        Assert.Equal("(\"2 Billed n/a 12.50\")\n(\"2 Status Lost Billed\")", await Table(Corrected));

        Assert.Equal(2, (await Ours.Post($"/api/imports/{done.Text("importId")}/undo")).Ok()["undone"]!.GetValue<int>());
        Assert.Equal("0", (await Theirs.Get("/api/billing-records?limit=1")).Ok().Text("count"));
    }

    [Fact]
    public async Task of_a_cell_that_is_not_there_is_refused()
    {
        var refused = (await Ours.Post("/api/facilities/import?dryRun=true", Form(new { corrections = new[] { new { line = 9, column = "Billed", value = "1" } } }))).Refused("no-such-cell");
        Assert.Equal("9 Billed", $"{refused.Text("line")} {refused.Text("column")}");
        (await Ours.Post("/api/facilities/import?dryRun=true", Form(new { corrections = new[] { new { line = 2, column = "Billed" } } }))).Refused("bad-request", 400);
    }

    [Fact]
    public async Task gives_new_groups_the_terms_that_were_said_or_thirty_days()
    {
        Assert.Equal("30", (await Ours.Post("/api/facilities/import?dryRun=true", Sheet)).Ok().Text("newGroups.0.paymentTermsDays"));
        (await Ours.Post("/api/facilities/import", Form(new { paymentTermsDays = 366 }))).Refused("terms-out-of-range");
        (await Ours.Post("/api/facilities/import", Form(new { paymentTermsDays = 14 }))).Ok();
        (await Theirs.Post("/api/facilities/import", Sheet)).Ok();
        Assert.Equal("14 30", $"{(await Ours.Get("/api/facility-groups")).Ok().Text("items.0.paymentTermsDays")} {(await Theirs.Get("/api/facility-groups")).Ok().Text("items.0.paymentTermsDays")}");
    }

    [Theory]
    [InlineData("{\"mapping\":{\"group\":null}}", "/options/mapping/group")]
    [InlineData("{\"dateOrder\":\"zzz\"}", "/options/dateOrder")]
    [InlineData("{\"foo\":1}", "/options/foo")]
    [InlineData("{\"separator\":\"abc\"}", "/options/separator")]
    [InlineData("{\"decimal\":\"x\"}", "/options/decimal")]
    [InlineData("{\"corrections\":[null]}", "/options/corrections/0")]
    [InlineData("null", "/options")]
    [InlineData("{", "/options")]
    public async Task with_choices_that_cannot_be_read_is_refused_with_their_place(string choices, string pointer)
    {
        using var form = new MultipartFormDataContent { { new StringContent(choices), "options" }, { new ByteArrayContent(Sheet), "file", "tracker.csv" } };
        var refused = (await Ours.Post("/api/facilities/import?dryRun=true", form)).Refused("bad-request", 400);
        Assert.Equal(pointer, refused.Text("errors.0.pointer"));
        Assert.DoesNotContain("Billing.", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=abc", "--abc\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nGroup,Fac")]
    [InlineData("multipart/form-data; boundary=LONG", "x")]
    public async Task in_a_form_that_is_none_is_refused(string type, string body)
    {
        foreach (var path in new[] { "/api/facilities/import?dryRun=true", "/api/facilities/import/rejected" })
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.TryAddWithoutValidation("Content-Type", type.Replace("LONG", new string('b', 300), StringComparison.Ordinal));
            (await Ours.Post(path, content)).Refused("bad-request", 400);
        }
    }

    private static MultipartFormDataContent Form(object options) => new()
    {
        { new StringContent(System.Text.Json.JsonSerializer.Serialize(options)), "options" },
        { new ByteArrayContent(Sheet), "file", "tracker.csv" },
    };
}
