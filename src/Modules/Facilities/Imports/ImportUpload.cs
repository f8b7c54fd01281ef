using System.ComponentModel.DataAnnotations;
using Billing.Documents;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Facilities;

/// <summary>A file that somebody sent to be imported, and what they decided about it.</summary>
internal sealed record ImportUpload(string FileName, ReadOnlyMemory<byte> File, ImportOptions Options, bool OnlyClean)
{
    /// <summary>Reads the body: the file itself, or a form with the file in <c>file</c> and decisions as JSON in <c>options</c>.</summary>
    public static async Task<(ImportUpload? Upload, Problem? Wrong)> Read(HttpRequest request, Habits habits, CancellationToken stop)
    {
        var wanted = new ImportChoices();
        var (name, file) = ("import", Stream.Null);
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(stop);
            if (form.Files.GetFile("file") is not { } sent) return (null, Problems.BadRequest(new Fault("/file", "Send the file in the form field 'file'.")));
            (name, file) = (DownloadName.Safe(sent.FileName), sent.OpenReadStream());
            if (form.TryGetValue("options", out var json))
            {
                if (JsonText.Read<ImportChoices>(json.ToString(), "/options", out var faults) is not { } read) return (null, Problems.BadRequest(faults));
                wanted = read;
            }
            if (wanted.Fault is { } wrong) return (null, Problems.BadRequest(wrong));
        }
        else file = request.Body;

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        if (bytes.Length > SheetOptions.DefaultMaxBytes) return (null, Problems.TooLarge);
        var options = new ImportOptions
        {
            Mapping = wanted.Mapping ?? new Dictionary<string, string>(),
            DateOrder = wanted.DateOrder,
            Decimal = wanted.Decimal switch { "." => DecimalMark.Point, "," => DecimalMark.Comma, _ => null },
            Separator = wanted.Separator is [var separator] ? separator : wanted.Separator == "tab" ? '\t' : null,
            Encoding = wanted.Encoding,
            SheetName = wanted.SheetName,
            Schedules = wanted.Schedules ?? new Dictionary<string, Schedule>(),
            PaymentTermsDays = wanted.PaymentTermsDays ?? ImportOptions.UsualTerms,
            Corrections = wanted.Corrections ?? [],
            UsualDateOrder = await habits.DateOrder(stop),
            UsualDecimal = habits.Mark,
        };
        return (new ImportUpload(name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), options, wanted.OnlyClean), null);
    }
}

/// <summary>What a person decided about a file: the form field <c>options</c>. What is left out is found in the file.</summary>
internal sealed record ImportChoices
{
    /// <summary>Field → the sheet's column; an empty column leaves the field out.</summary>
    public Dictionary<string, string>? Mapping { get; init; }

    public DateOrder? DateOrder { get; init; }

    /// <summary>The sign before decimals.</summary>
    [AllowedValues(".", ",")]
    public string? Decimal { get; init; }

    /// <summary>One character, or <c>tab</c>.</summary>
    public string? Separator { get; init; }

    public string? Encoding { get; init; }

    public string? SheetName { get; init; }

    /// <summary>New group's name → the schedule it gets instead of the one found.</summary>
    public Dictionary<string, Schedule>? Schedules { get; init; }

    /// <summary>Days after the billing date that new groups get, 0 to 365; left out: 30.</summary>
    public int? PaymentTermsDays { get; init; }

    /// <summary>Cells put right, to be read instead of the file's.</summary>
    public List<CellCorrection>? Corrections { get; init; }

    /// <summary>Takes nothing while one line is rejected.</summary>
    public bool OnlyClean { get; init; }

    /// <summary>What is of the right shape and still no choice.</summary>
    internal Fault? Fault =>
        Decimal is not (null or "." or ",") ? new("/options/decimal", "The decimal sign is '.' or ','.")
        : Separator is not (null or "tab" or [_]) ? new("/options/separator", "A separator is one character, or the word 'tab'.")
        : Mapping?.FirstOrDefault(column => column.Value is null).Key is { } unmapped ? new($"/options/mapping/{unmapped}", "This must not be null; an empty column leaves the field out.")
        : Schedules?.FirstOrDefault(schedule => schedule.Value is null).Key is { } group ? new($"/options/schedules/{group}", "This must not be null.")
        : null;
}
