using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Billing.Host.Sample;

/// <summary>Chance that comes of a number: what is thrown for the same words is the same whenever and in whatever order it is asked, so that a play that was cut off goes on as it would have.</summary>
internal sealed class Dice(int seed)
{
    /// <summary>From 0 up to, and without, a number of sides.</summary>
    public int Roll(int sides, params ReadOnlySpan<object> about)
    {
        var words = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{seed}");
        foreach (var word in about) words.Append('|').Append(Convert.ToString(word, CultureInfo.InvariantCulture));
        return (int)(BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(words.ToString()))) % (uint)sides);
    }

    /// <summary>Yes in so many of a hundred.</summary>
    public bool Chance(int percent, params ReadOnlySpan<object> about) => Roll(100, about) < percent;

    /// <summary>One of several.</summary>
    public T One<T>(IReadOnlyList<T> of, params ReadOnlySpan<object> about) => of[Roll(of.Count, about)];

    /// <summary>An amount between two of whole units, with hundredths, as the API takes it.</summary>
    public string Amount(int from, int through, params ReadOnlySpan<object> about) =>
        string.Create(CultureInfo.InvariantCulture, $"{from + Roll(through - from, about)}.{Roll(100, [.. about, "hundredths"]):00}");
}
