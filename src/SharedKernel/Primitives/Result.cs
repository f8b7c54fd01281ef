using System.Diagnostics.CodeAnalysis;

namespace Billing;

/// <summary>A value that was asked for, or the refusal that says why there is none.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public readonly struct Result<T> where T : notnull
{
    private readonly T? _value;
    private readonly Refusal? _refusal;
    private readonly bool _given;

    private Result(T value)
    {
        _value = value;
        _given = true;
    }

    private Result(Refusal refusal) => _refusal = refusal;

    /// <summary>Why there is no value; null when there is one.</summary>
    public Refusal? Refusal => _refusal;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It was refused: ask with <see cref="TryGet"/> where that can happen.</exception>
    public T Value => _given ? _value! : throw new InvalidOperationException(_refusal?.Sentence ?? "Nothing was decided.");

    /// <summary>Either the value or the refusal.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? refusal)
    {
        value = _value;
        refusal = _given ? null : _refusal ?? throw new InvalidOperationException("Nothing was decided.");
        return _given;
    }

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Refusal refusal) => new(refusal);

    public override string ToString() => _given ? $"{_value}" : _refusal?.Sentence ?? "";
}
