namespace Billing.EventStore;

/// <summary>
/// What a module keeps of an organisation in tables that no event fills. It goes along in lines of JSON when the organisation is taken out, and away with it when
/// that is deleted. <c>$1</c> of every statement is the tenant.
/// </summary>
/// <param name="Name">In the parcel: module, dot, what: <c>usage.events</c>.</param>
/// <param name="Take">Answers a line of JSON a row, in an order in which they can be put in again.</param>
/// <param name="Put">Write a page of lines, <c>$2</c>. The first writes a row for each line; fewer mean that a line makes no sense, and nothing is taken over.</param>
public sealed record Belonging(string Name, string Take, params IReadOnlyList<string> Put)
{
    /// <summary>Most bytes of a line.</summary>
    public int LongestLine { get; init; } = 1 << 20;

    /// <summary>The field of a line that is a file, in base64: it goes along as one, under the line's <c>name</c>, and is in the line again where it is put in. Null: none is.</summary>
    public string? Bytes { get; init; }

    /// <summary>Make room for a page of lines, <c>$2</c>, before anything is put in and in transactions of their own: what they make is no organisation's.</summary>
    public IReadOnlyList<string> Ahead { get; init; } = [];

    /// <summary>Write what follows from all lines, after the last one.</summary>
    public IReadOnlyList<string> Behind { get; init; } = [];

    /// <summary>
    /// The tables without a <c>tenant_id</c> in which it lies, and which of their rows are the tenant's: they are deleted as the daemon, in this order and before
    /// everything else. Tables that have one need not be named.
    /// </summary>
    public IReadOnlyList<(string Table, string Rows)> Drop { get; init; } = [];

    /// <summary>Erase what tells of somebody, <c>$2</c>, in the commit that forgets them.</summary>
    public IReadOnlyList<string> Forget { get; init; } = [];
}
