using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Billing.Documents.Tests;

/// <summary>Programs of others that judge what we write: qpdf and those of Poppler. <c>./dev test</c> installs them.</summary>
internal static partial class PdfTools
{
    /// <summary>What qpdf has against the file; empty when it is sound.</summary>
    public static string Faults(byte[] pdf) => On(pdf, file =>
    {
        var (exit, output) = Run("qpdf", "--check", file);
        return exit == 0 && output.Contains("No syntax or stream encoding errors found", StringComparison.Ordinal) ? "" : output;
    });

    /// <summary>The text of all pages, laid out; pages end with a form feed. Narrow and unbreakable spaces are plain ones, as some versions of Poppler make them anyway.</summary>
    public static string Text(byte[] pdf, bool layout = true) => On(pdf, file => Told("pdftotext", layout ? ["-layout", file, "-"] : [file, "-"]).Replace('\u00A0', ' ').Replace('\u202F', ' '));

    /// <summary>The text of each page.</summary>
    public static string[] Pages(byte[] pdf) => Text(pdf).TrimEnd('\f').Split('\f');

    /// <summary>Fonts by name, each with whether it is embedded, a subset, and mapped to Unicode.</summary>
    public static IReadOnlyList<(string Name, string Flags)> Fonts(byte[] pdf) => On(pdf, file =>
        Told("pdffonts", file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(line => FontLine().Match(line)).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).ToArray());

    /// <summary>The file with nothing packed or compressed, one thing a line.</summary>
    public static string Plain(byte[] pdf) => On(pdf, file =>
    {
        Told("qpdf", "--qdf", "--object-streams=disable", file, file + ".plain");
        var plain = Encoding.Latin1.GetString(File.ReadAllBytes(file + ".plain"));
        File.Delete(file + ".plain");
        return plain;
    });

    /// <summary>A page as pixels: width, height, and red, green, blue of each.</summary>
    public static (int Width, int Height, byte[] Rgb) Picture(byte[] pdf, int page = 1, int dpi = 72) => On(pdf, file =>
    {
        Told("pdftoppm", "-r", dpi.ToString(CultureInfo.InvariantCulture), "-f", $"{page}", "-l", $"{page}", "-singlefile", file, file);
        var ppm = File.ReadAllBytes(file + ".ppm");
        File.Delete(file + ".ppm");
        var head = Encoding.ASCII.GetString(ppm, 0, 20).Split('\n', ' ');
        var (width, height) = (int.Parse(head[1], CultureInfo.InvariantCulture), int.Parse(head[2], CultureInfo.InvariantCulture));
        return (width, height, ppm[^(width * height * 3)..]);
    });

    /// <summary>An attached file.</summary>
    public static byte[] Attachment(byte[] pdf, string name) => On(pdf, file =>
    {
        var output = new MemoryStream();
        using var process = Start("qpdf", ["--show-attachment=" + name, file]);
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return process.ExitCode == 0 ? output.ToArray() : throw new InvalidOperationException(process.StandardError.ReadToEnd());
    });

    private static T On<T>(byte[] pdf, Func<string, T> judge)
    {
        var file = Path.Combine(Path.GetTempPath(), $"billing-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            return judge(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Told(string program, params string[] arguments)
    {
        var (exit, output) = Run(program, arguments);
        return exit == 0 ? output : throw new InvalidOperationException($"{program}: {output}");
    }

    private static (int Exit, string Output) Run(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException($"{program} judges our documents and is not here: ./dev test Documents installs it, or apt-get install qpdf poppler-utils.", missing);
        }
    }

    [GeneratedRegex(@"^(\S+) .*?((?:yes|no) +(?:yes|no) +(?:yes|no)) +\d+ +\d+$")]
    private static partial Regex FontLine();
}
