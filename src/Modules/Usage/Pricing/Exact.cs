using System.Globalization;
using System.Numerics;

namespace Billing.Usage;

/// <summary>
/// A number that loses no digit in sums and products: System.Decimal keeps 28, and a quantity of 12 decimals times a price of 12 decimals has more.
/// Quotients, which may go on for ever, are kept to 24 decimals.
/// </summary>
internal readonly record struct Exact : IComparable<Exact>
{
    /// <summary>Decimals that a number may have when somebody gives it.</summary>
    public const int Decimals = 12;

    private const int QuotientDecimals = 24;
    private const int WholeDigits = 18;

    /// <summary>1, 10, 100, … as far as numbers usually go.</summary>
    private static readonly BigInteger[] Tens = [.. Enumerable.Range(0, 64).Select(power => BigInteger.Pow(10, power))];

    private readonly BigInteger _digits;
    private readonly int _scale;

    private Exact(BigInteger digits, int scale)
    {
        if (scale > 0 && digits.IsEven && digits >= long.MinValue && digits <= long.MaxValue)
        {
            var few = (long)digits;
            for (; scale > 0 && few % 10 == 0; scale--) few /= 10;
            digits = few;
        }
        for (; scale > 0 && digits.IsEven && digits % 10 == 0; scale--) digits /= 10;
        (_digits, _scale) = (digits, digits.IsZero ? 0 : scale);
    }

    public static Exact Zero => default;

    public bool IsZero => _digits.IsZero;

    public bool IsNegative => _digits.Sign < 0;

    public bool IsPositive => _digits.Sign > 0;

    public static implicit operator Exact(int value) => new(value, 0);

    public static implicit operator Exact(Money money) => Of(money.Amount);

    public static Exact operator +(Exact a, Exact b) => Math.Max(a._scale, b._scale) is var scale ? new(a.At(scale) + b.At(scale), scale) : default;

    public static Exact operator -(Exact a, Exact b) => a + -b;

    public static Exact operator -(Exact a) => new(-a._digits, a._scale);

    public static Exact operator *(Exact a, Exact b) => new(a._digits * b._digits, a._scale + b._scale);

    /// <summary>To 24 decimals, half away from zero.</summary>
    public static Exact operator /(Exact a, Exact b) => new(Quotient(a.At(a._scale + QuotientDecimals + b._scale), b._digits * Ten(a._scale)), QuotientDecimals);

    public static bool operator <(Exact a, Exact b) => a.CompareTo(b) < 0;

    public static bool operator >(Exact a, Exact b) => a.CompareTo(b) > 0;

    public static bool operator <=(Exact a, Exact b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Exact a, Exact b) => a.CompareTo(b) >= 0;

    public static Exact Of(decimal value)
    {
        Span<int> parts = stackalloc int[4]; // 96 bits of digits, the lowest first, and at last sign and scale
        decimal.GetBits(value, parts);
        BigInteger digits = new UInt128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
        return new(parts[3] < 0 ? -digits : digits, (parts[3] >> 16) & 0xFF);
    }

    public static Exact Of(long value) => new(value, 0);

    public static Exact Sum(IEnumerable<Exact> numbers) => numbers.Aggregate(Zero, (sum, one) => sum + one);

    public static Exact Least(Exact a, Exact b) => a < b ? a : b;

    public static Exact Most(Exact a, Exact b) => a > b ? a : b;

    /// <summary>That many hundredths of it.</summary>
    public Exact Percent(Exact percent) => new(_digits * percent._digits, _scale + percent._scale + 2);

    /// <summary>How many whole ones of a size are needed to hold it; none for nothing and less.</summary>
    public Exact PiecesOf(Exact size)
    {
        if (!IsPositive) return Zero;
        var scale = Math.Max(_scale, size._scale);
        return new((At(scale) + size.At(scale) - 1) / size.At(scale), 0);
    }

    /// <summary>With so many decimals; below nothing, tens, hundreds and so on.</summary>
    public Exact Rounded(int decimals, RoundingMode mode = RoundingMode.Round)
    {
        if (decimals >= _scale) return this;
        var step = Ten(_scale - decimals);
        var rounded = mode switch
        {
            RoundingMode.Round => Quotient(_digits, step),
            RoundingMode.Floor => Floor(_digits, step),
            _ => -Floor(-_digits, step),
        };
        return decimals >= 0 ? new(rounded, decimals) : new(rounded * Ten(-decimals), 0);
    }

    /// <summary>As an amount, rounded once, half away from zero; the refusal when it is larger than an amount may be.</summary>
    public Result<Money> ToMoney(Currency currency)
    {
        var rounded = Rounded(currency.MinorUnits);
        return rounded < Of(MoneyText.Limit) && rounded > -Of(MoneyText.Limit)
            ? new Money(decimal.Parse(rounded.ToString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), currency)
            : new Refusal("amount-too-large", "This amount is too large; an amount is less than 1,000,000,000,000,000.");
    }

    /// <summary>Reads plain text such as <c>-12.5</c>: no exponent, no thousands, no more decimals than said.</summary>
    public static bool TryRead(string? text, out Exact exact, int decimals = Decimals, int whole = WholeDigits)
    {
        exact = default;
        var number = text.AsSpan();
        var negative = number.StartsWith("-");
        if (negative) number = number[1..];
        var point = number.IndexOf('.');
        var before = point < 0 ? number : number[..point];
        var after = point < 0 ? [] : number[(point + 1)..];
        if (before.Length is 0 || before.Length > whole || after.Length > decimals || (point >= 0 && after.Length == 0)) return false;
        if (before.ContainsAnyExceptInRange('0', '9') || after.ContainsAnyExceptInRange('0', '9')) return false;
        var digits = BigInteger.Parse(string.Concat(before, after), NumberStyles.None, CultureInfo.InvariantCulture);
        exact = new(negative ? -digits : digits, after.Length);
        return true;
    }

    public int CompareTo(Exact other) => Math.Max(_scale, other._scale) is var scale ? At(scale).CompareTo(other.At(scale)) : 0;

    /// <summary>Plain text with as few decimals as it needs: <c>0.0025</c>.</summary>
    public override string ToString()
    {
        var digits = BigInteger.Abs(_digits).ToString(CultureInfo.InvariantCulture).PadLeft(_scale + 1, '0');
        return (IsNegative ? "-" : "") + (_scale == 0 ? digits : $"{digits[..^_scale]}.{digits[^_scale..]}");
    }

    private BigInteger At(int scale) => scale == _scale ? _digits : _digits * Ten(scale - _scale);

    private static BigInteger Ten(int power) => power < Tens.Length ? Tens[power] : BigInteger.Pow(10, power);

    private static BigInteger Quotient(BigInteger a, BigInteger b)
    {
        var whole = BigInteger.DivRem(BigInteger.Abs(a), BigInteger.Abs(b), out var rest);
        return (rest * 2 >= BigInteger.Abs(b) ? whole + 1 : whole) * a.Sign * b.Sign;
    }

    private static BigInteger Floor(BigInteger a, BigInteger step) => BigInteger.DivRem(a, step, out var rest) is var whole && rest.Sign < 0 ? whole - 1 : whole;
}

/// <summary>Which way a number that lies between two goes.</summary>
internal enum RoundingMode
{
    /// <summary>To the nearer one; the middle goes away from zero.</summary>
    Round,

    /// <summary>Up.</summary>
    Ceil,

    /// <summary>Down.</summary>
    Floor,
}
