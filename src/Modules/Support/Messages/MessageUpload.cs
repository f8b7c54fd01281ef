using Billing.Documents;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Support;

/// <summary>What a person says of a message instead of the lists.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Take">Whether it is a request; left out: as the lists say.</param>
/// <param name="ClientId">Whose it is; left out: as of the file.</param>
/// <param name="Type">Left out: as the lists say; so are the others.</param>
internal sealed record MessageChoice(int Line, bool? Take = null, Guid? ClientId = null, string? Type = null, string? Category = null, Urgency? Urgency = null, Effort? Effort = null, Quantity? Hours = null);

/// <summary>What a person decided about a file of messages: the form field <c>options</c>.</summary>
/// <param name="ClientId">Whose requests they are; left out: as the address says.</param>
/// <param name="Choices">About single messages.</param>
/// <param name="OnlyClean">Takes nothing while one line is rejected.</param>
internal sealed record MessageImportChoices(Guid? ClientId = null, List<MessageChoice>? Choices = null, bool OnlyClean = false);

/// <summary>A file of messages that somebody sent.</summary>
internal sealed record MessageUpload(string FileName, ReadOnlyMemory<byte> File, MessageImportChoices Choices)
{
    /// <summary>Reads the body: the file itself, or a form with the file in <c>file</c> and decisions as JSON in <c>options</c>.</summary>
    public static async Task<(MessageUpload? Upload, Problem? Wrong)> Read(HttpRequest request, CancellationToken stop)
    {
        var (choices, name, file) = (new MessageImportChoices(), "messages", request.Body);
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(stop);
            if (form.Files.GetFile("file") is not { } sent) return (null, Problems.BadRequest(new Fault("/file", "Send the file in the form field 'file'.")));
            (name, file) = (DownloadName.Safe(sent.FileName), sent.OpenReadStream());
            if (form.TryGetValue("options", out var json))
            {
                if (JsonText.Read<MessageImportChoices>(json.ToString(), "/options", out var faults) is not { } read) return (null, Problems.BadRequest(faults));
                choices = read;
            }
        }
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        return bytes.Length > SheetOptions.DefaultMaxBytes ? (null, Problems.TooLarge) : (new MessageUpload(name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), choices), null);
    }
}
