using Billing.Documents;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Support;

/// <summary>A file that somebody sent, and what they decided about it.</summary>
internal sealed record SheetUpload<T>(string FileName, ReadOnlyMemory<byte> File, T Choices);

/// <summary>Reads files that are sent.</summary>
internal static class SheetUpload
{
    /// <summary>Reads the body: the file itself, or a form with the file in <c>file</c> and decisions as JSON in <c>options</c>.</summary>
    /// <param name="request">Whose body it is.</param>
    /// <param name="name">What the file is called where nobody says.</param>
    /// <param name="choices">What is decided where nobody says.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<(SheetUpload<T>? Upload, Problem? Wrong)> Read<T>(HttpRequest request, string name, T choices, CancellationToken stop) where T : class
    {
        var file = request.Body;
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(stop);
            if (form.Files.GetFile("file") is not { } sent) return (null, Problems.BadRequest(new Fault("/file", "Send the file in the form field 'file'.")));
            (name, file) = (DownloadName.Safe(sent.FileName), sent.OpenReadStream());
            if (form.TryGetValue("options", out var json))
            {
                if (JsonText.Read<T>(json.ToString(), "/options", out var faults) is not { } read) return (null, Problems.BadRequest(faults));
                choices = read;
            }
        }
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, stop);
        return bytes.Length > SheetOptions.DefaultMaxBytes ? (null, Problems.TooLarge) : (new SheetUpload<T>(name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), choices), null);
    }
}
