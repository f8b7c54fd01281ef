using Billing.Documents;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Invoicing;

/// <summary>What a person decided about a list of clients: the form field <c>options</c>. What is left out is found in the file.</summary>
/// <param name="Mapping">Field → the sheet's column; an empty column leaves the field out.</param>
/// <param name="Separator">One character, or <c>tab</c>.</param>
/// <param name="Corrections">Cells put right, to be read instead of the file's.</param>
/// <param name="OnlyClean">Takes nothing while one line is rejected.</param>
internal sealed record ClientImportChoices(Dictionary<string, string>? Mapping = null, string? Separator = null, string? Encoding = null, string? SheetName = null, List<CellCorrection>? Corrections = null, bool OnlyClean = false)
{
    public ClientImportOptions Options => new(Mapping ?? [], Separator is [var separator] ? separator : Separator == "tab" ? '\t' : null, Encoding, SheetName, Corrections ?? []);

    /// <summary>What is of the right shape and still no choice.</summary>
    internal Fault? Fault =>
        Separator is not (null or "tab" or [_]) ? new("/options/separator", "A separator is one character, or the word 'tab'.")
        : Mapping?.FirstOrDefault(column => column.Value is null).Key is { } unmapped ? new($"/options/mapping/{unmapped}", "This must not be null; an empty column leaves the field out.")
        : null;
}

/// <summary>A list of clients that somebody sent.</summary>
internal sealed record ClientUpload(string FileName, ReadOnlyMemory<byte> File, ClientImportChoices Choices)
{
    /// <summary>Reads the body: the file itself, or a form with the file in <c>file</c> and decisions as JSON in <c>options</c>.</summary>
    public static async Task<(ClientUpload? Upload, Problem? Wrong)> Read(HttpRequest request, CancellationToken stop)
    {
        var (choices, name, file) = (new ClientImportChoices(), "clients", request.Body);
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(stop);
            if (form.Files.GetFile("file") is not { } sent) return (null, Problems.BadRequest(new Fault("/file", "Send the file in the form field 'file'.")));
            (name, file) = (DownloadName.Safe(sent.FileName), sent.OpenReadStream());
            if (form.TryGetValue("options", out var json))
            {
                if (JsonText.Read<ClientImportChoices>(json.ToString(), "/options", out var faults) is not { } read) return (null, Problems.BadRequest(faults));
                choices = read;
            }
            if (choices.Fault is { } wrong) return (null, Problems.BadRequest(wrong));
        }
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        return bytes.Length > SheetOptions.DefaultMaxBytes ? (null, Problems.TooLarge) : (new ClientUpload(name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), choices), null);
    }
}
