using System.Globalization;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.Host;

/// <summary>The command line's way to take organisations out and in. Both may be done beside the serving product.</summary>
internal static class ParcelCommands
{
    public static async Task<int> Export(IModule[] modules, string[] said, CancellationToken stop)
    {
        var words = new Words(said, "tenant=", "json");
        if (words is not { Plain: [var path] } || words["tenant"] is not { } name) throw new WordsException("Say whom to take out and where to: export --tenant NAME FILE.tar.");
        if (File.Exists(path)) throw new WordsException($"{path} is there already; name another file.");
        return await StoreCommands.Within(modules, said, async (services, _) =>
        {
            var tenant = await services.GetRequiredService<IOrganisations>().Called(name, stop) ?? throw new WordsException($"There is no organisation {name}; write its name in addresses, or its key.");
            var draft = path + ".part";
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, BufferSize = 128 << 10 };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; // as confidential as the database
            try
            {
                await using (var file = new FileStream(draft, options))
                {
                    if (!(await services.GetRequiredService<IParcels>().Pack(tenant, file, done => Progress("packing", done), stop)).TryGet(out var packed, out var refused)) return Refused(refused);
                    await file.FlushAsync(stop);
                    file.Flush(flushToDisk: true);
                    Ended();
                    var bytes = file.Length;
                    if (words.Has("json")) JsonLines.Say(new { file = path, bytes, packed.Organisation, packed.TakenOutAt, packed.Position, packed.Events, packed.Files });
                    else Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {packed.Events} events, {packed.Files.Count} files, {bytes} bytes, as of {packed.TakenOutAt:yyyy-MM-ddTHH:mm:ssZ}. It is as confidential as the database."));
                }
                File.Move(draft, path);
                return 0;
            }
            finally
            {
                File.Delete(draft);
            }
        });
    }

    public static async Task<int> Import(IModule[] modules, string[] said, CancellationToken stop)
    {
        var words = new Words(said, "owner=", "slug=", "json");
        if (words is not { Plain: [var path] } || words["owner"] is not { } owner) throw new WordsException("Say what to take in and whom it is to belong to: import FILE.tar --owner MAIL-ADDRESS.");
        if (!File.Exists(path)) throw new WordsException($"There is no file {path}.");
        return await StoreCommands.Within(modules, said, async (services, _) =>
        {
            await using var file = new FileStream(path, new FileStreamOptions { Access = FileAccess.Read, BufferSize = 128 << 10 });
            if (!(await services.GetRequiredService<IParcels>().TakeIn(file, owner, words["slug"], Progress, stop)).TryGet(out var taken, out var refused)) return Refused(refused);
            Ended();
            if (words.Has("json")) JsonLines.Say(taken);
            else Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{taken.Name} is here as {taken.Slug}, and belongs to {owner}: {taken.Events} events, {taken.Lines} lines beside them; all {taken.ReadModels} read models are the same, {taken.Rows} rows.{(taken.People.Count > 0 ? $" To be invited: {string.Join(", ", taken.People)}." : "")}"));
            return 0;
        });
    }

    private static int Refused(Refusal refused)
    {
        Ended();
        Console.Error.WriteLine($"{refused.Code}: {refused.Sentence}");
        return 1;
    }

    private static void Progress(string stage, double done)
    {
        if (!Console.IsErrorRedirected) Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{stage} {done:P0}\u001b[K"));
    }

    private static void Ended()
    {
        if (!Console.IsErrorRedirected) Console.Error.Write("\r\u001b[K");
    }
}
