namespace Billing.Usage;

/// <summary>The parts of a price that looks at each event: the first thousand each by itself, those after them as one part, which nobody reads line by line.</summary>
internal sealed class EventParts
{
    private const int Most = 1_000;

    private readonly List<Part> _parts = [];
    private int _events;
    private Exact _amount;
    private Exact _quantity;

    /// <summary>The next event costs nothing.</summary>
    public void Free(Exact quantity)
    {
        if (_events++ < Most) _parts.Add(new Part(PartKind.Event, $"Event {_events}, free", 0, _events, quantity));
        else _quantity += quantity;
    }

    /// <summary>The next event costs an amount.</summary>
    /// <param name="quantity">What of it counts.</param>
    public void Paid(Exact amount, Exact quantity, Exact unit, Exact? flat = null)
    {
        if (_events++ < Most)
        {
            _parts.Add(new Part(PartKind.Event, $"Event {_events}", amount, _events, quantity, unit, flat));
            return;
        }
        _amount += amount;
        _quantity += quantity;
    }

    public IReadOnlyList<Part> All => _events <= Most ? _parts : [.. _parts, new Part(PartKind.Event, $"Events {Most + 1} to {_events}", _amount, Quantity: _quantity)];
}
