using System.Diagnostics;
using Billing.Documents;
using Billing.Documents.Tests;

namespace Billing.Bench;

/// <summary>Invoices as PDF: an ordinary one with a logo and a payment code, and one with 300 lines. Memory is all that was allocated on the way, freed or not.</summary>
internal static class Printing
{
    private const double Megabyte = 1024 * 1024;

    public static IEnumerable<Figure> Run(Options options)
    {
        var logo = PdfImage.Read(Papers.Png(600, 240)).Value;
        var begun = Stopwatch.GetTimestamp();
        Papers.Invoice(logo: logo).Print();
        yield return new Figure("pdf", "the first invoice of a process, fonts read", "ms", Score.Of("first", Stopwatch.GetElapsedTime(begun).TotalMilliseconds));
        foreach (var (what, paper, longest, most) in new[] { ("an invoice of two pages", Papers.Invoice(logo: logo), 50.0, 20.0), ("an invoice of 300 lines", Papers.Long(300), 500, 60) })
        {
            for (var warm = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(warm) < options.Time;) paper.Print();
            List<double> times = [], memory = [];
            for (var i = 0; i < options.Turns * 20; i++)
            {
                var (allocated, from) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
                paper.Print();
                times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                memory.Add((GC.GetAllocatedBytesForCurrentThread() - allocated) / Megabyte);
            }
            yield return new Figure("pdf", what, "ms", Score.Of("print", times)) { Bar = longest };
            yield return new Figure("pdf", $"{what}: memory", "MB", Score.Of("allocated", memory)) { Bar = most };
        }
    }
}
