using System.Text;
using Billing.Web;

namespace Billing.Host;

/// <summary>Writes the API's description to a file. It needs no database and opens no port.</summary>
internal static class OpenApiFile
{
    public static async Task<int> Write(IModule[] modules, string file, CancellationToken stop)
    {
        await File.WriteAllTextAsync(file, await Render(modules, stop), stop);
        Console.WriteLine($"Wrote {Path.GetFullPath(file)}");
        return 0;
    }

    public static async Task<string> Render(IModule[] modules, CancellationToken stop)
    {
        await using var app = Product.Describe(modules);
        app.UseEndpoints(_ => { }); // tells the description of the endpoints, which starting would do
        return Encoding.UTF8.GetString(await ApiDescription.Render(app.Services, stop)).ReplaceLineEndings("\n").TrimEnd() + "\n";
    }
}
