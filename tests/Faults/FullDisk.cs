using System.Diagnostics;
using System.Net;

namespace Billing.Faults;

/// <summary>The disk of the data fills up under the product's hands, and has room again later. It says so instead of losing anything, and goes on by itself.</summary>
internal sealed class FullDisk(Options options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task Run(Trial trial)
    {
        var disk = Directory.CreateTempSubdirectory("billing-disk-");
        try
        {
            if (!Environment.IsPrivilegedProcess || !OperatingSystem.IsLinux() || await Program("mount", "-t", "tmpfs", "-o", "size=256m,mode=755", "billing-faults", disk.FullName) != 0)
            {
                trial.Skipped = "a small disk can be had by root on Linux only";
                return;
            }
            try
            {
                await Fill(trial, disk);
            }
            finally
            {
                await Program("umount", disk.FullName);
            }
        }
        finally
        {
            disk.Delete(true);
        }
    }

    private async Task Fill(Trial trial, DirectoryInfo disk)
    {
        var random = new Random(options.Seed + 3);
        var ballast = Path.Combine(disk.FullName, "ballast");
        await using var site = await Site.Open(options.Port, disk.CreateSubdirectory("data"));
        var (office, inspection) = (new Office(site, trial, random), new Inspection(site, trial));
        for (var fill = 0; fill < options.Share(3); fill++)
        {
            await office.During(async () =>
            {
                await Task.Delay(random.Next(200, 600));
                TakeAllOf(ballast);
                trial.Faults++;
                await Task.Delay(random.Next(1000, 3000));
                if (site.Product.HasEnded) trial.Lose($"the disk was full and the product ended: {site.Product.Said}");
                if (fill % 2 == 1) await StartWhileFull(trial, site);
                File.Delete(ballast);
                var since = Stopwatch.GetTimestamp();
                if (site.Product.HasEnded) await site.Start();
                else if (!await Ready(site)) trial.Lose($"the disk had room again and the product was not ready {Patience.TotalSeconds:F0} s later");
                trial.Recovered(Stopwatch.GetElapsedTime(since));
                await Task.Delay(random.Next(100, 400));
            });
            await inspection.Run();
        }
        await inspection.Commands();
    }

    /// <summary>Started on a full disk it either serves or ends with a sentence.</summary>
    private static async Task StartWhileFull(Trial trial, Site site)
    {
        await site.Kill();
        site.Begin();
        if (!await Ready(site) && !site.Product.HasEnded) trial.Lose("started on a full disk the product neither serves nor ends");
        if (site.Product.HasEnded && !site.Product.Said.Contains("disk is full", StringComparison.OrdinalIgnoreCase) && !site.Product.Said.Contains("disk of the database is full", StringComparison.OrdinalIgnoreCase)) trial.Lose($"started on a full disk the product does not say so: {site.Product.Said}");
    }

    private static async Task<bool> Ready(Site site)
    {
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Patience && !site.Product.HasEnded; await Task.Delay(20))
        {
            try
            {
                using var answer = await site.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK) return true;
            }
            catch (HttpRequestException)
            {
                // it does not listen yet
            }
        }
        return false;
    }

    private static void TakeAllOf(string file)
    {
        var block = new byte[4096];
        try
        {
            using var ballast = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            while (true) ballast.Write(block);
        }
        catch (IOException)
        {
            // now it is full
        }
    }

    private static async Task<int> Program(string name, params string[] arguments)
    {
        using var process = Process.Start(name, arguments);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
