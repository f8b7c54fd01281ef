using Billing.Web;
using Microsoft.AspNetCore.Mvc;

namespace Billing.Facilities;

/// <summary>Which rows of the grid are wanted.</summary>
internal sealed record RecordFilter
{
    [FromQuery] public FacilityGroupId? GroupId { get; init; }

    [FromQuery] public FacilityId? FacilityId { get; init; }

    /// <summary>With <see cref="Through"/>: periods that begin in this window, cycles that nobody saved included.</summary>
    [FromQuery] public DateOnly? From { get; init; }

    [FromQuery] public DateOnly? Through { get; init; }

    /// <summary>Any of these; <c>none</c> for rows without a status.</summary>
    [FromQuery] public string[]? StatusId { get; init; }

    /// <summary>outstanding, overdue, paid or empty; or withdrawn, the only way to see records that were withdrawn.</summary>
    [FromQuery] public string? State { get; init; }

    /// <summary>Part of the facility's or the group's name, or of the note.</summary>
    [FromQuery] public string? Search { get; init; }

    /// <summary>Billed at least.</summary>
    [FromQuery] public decimal? MinAmount { get; init; }

    /// <summary>Billed at most.</summary>
    [FromQuery] public decimal? MaxAmount { get; init; }

    /// <summary>Paid at least.</summary>
    [FromQuery] public decimal? MinPaid { get; init; }

    /// <summary>Paid at most.</summary>
    [FromQuery] public decimal? MaxPaid { get; init; }

    /// <summary>Open at least.</summary>
    [FromQuery] public decimal? MinOutstanding { get; init; }

    /// <summary>Open at most.</summary>
    [FromQuery] public decimal? MaxOutstanding { get; init; }

    /// <summary>Billed on this day or later.</summary>
    [FromQuery] public DateOnly? BilledFrom { get; init; }

    /// <summary>Billed on this day or earlier.</summary>
    [FromQuery] public DateOnly? BilledThrough { get; init; }

    /// <summary>Paid on this day or later.</summary>
    [FromQuery] public DateOnly? PaidFrom { get; init; }

    /// <summary>Paid on this day or earlier.</summary>
    [FromQuery] public DateOnly? PaidThrough { get; init; }

    /// <summary>Part of the note.</summary>
    [FromQuery] public string? Note { get; init; }

    /// <summary>Fields that hold nothing: billed, paid, paidOn, note.</summary>
    [FromQuery] public string[]? Blank { get; init; }

    /// <summary>Fields that hold something.</summary>
    [FromQuery] public string[]? Filled { get; init; }

    private static readonly string[] States = ["outstanding", "overdue", "paid", "empty", "withdrawn"];

    /// <summary>Fields that may hold nothing, by their public name.</summary>
    public static readonly IReadOnlyDictionary<string, (string Column, Func<GridRow, object?> Of)> Optional = new Dictionary<string, (string, Func<GridRow, object?>)>
    {
        ["billed"] = ("r.billed", r => r.Billed),
        ["paid"] = ("r.paid", r => r.Paid),
        ["paidOn"] = ("r.paid_on", r => r.PaidOn),
        ["note"] = ("r.note", r => r.Note),
    };

    /// <summary>Whether withdrawn records are wanted, and no others.</summary>
    public bool Withdrawn => State == "withdrawn";

    /// <summary>The statuses wanted.</summary>
    public IReadOnlyList<Guid> Statuses => [.. (StatusId ?? []).Where(s => s != "none").Select(Guid.Parse)];

    /// <summary>Whether rows without a status are wanted, too.</summary>
    public bool WithoutStatus => StatusId?.Contains("none") ?? false;

    /// <summary>Whether rows are wanted that nobody saved.</summary>
    public bool WithComputed => !Withdrawn && ((From is not null && Through is not null) || State == "empty");

    /// <summary>What is wrong with it, or null.</summary>
    public Problem? Check()
    {
        if (From is null != Through is null) return Problems.BadRequest(new Fault(From is null ? "?from" : "?through", "A window has both from and through."));
        if (From > Through) return Problems.BadRequest(new Fault("?through", "The window ends before it begins."));
        if (From is { } from && Through is { } through && through.DayNumber - from.DayNumber > 800) return Problems.BadRequest(new Fault("?through", "A window spans at most 800 days; leave it out to see all saved records."));
        if (State is not null && !States.Contains(State)) return Problems.BadRequest(new Fault("?state", "A state is outstanding, overdue, paid, empty or withdrawn."));
        foreach (var (pointer, fields) in new[] { ("?blank", Blank), ("?filled", Filled) })
            if (fields?.Any(f => !Optional.ContainsKey(f)) == true) return Problems.BadRequest(new Fault(pointer, $"Fields that may be empty are {string.Join(", ", Optional.Keys)}."));
        return StatusId?.Any(s => s != "none" && !Guid.TryParse(s, out _)) == true ? Problems.BadRequest(new Fault("?statusId", "A status is named by its id, or none.")) : null;
    }

    /// <summary>Whether a row is wanted, but for the window, the group and the facility.</summary>
    public bool Wants(GridRow row) =>
        (StatusId is not { Length: > 0 } || (row.StatusId is { } status ? Statuses.Contains(status.Value) : WithoutStatus))
        && State switch
        {
            "outstanding" => row.State is MoneyState.Outstanding or MoneyState.Overdue,
            "overdue" => row.State == MoneyState.Overdue,
            "paid" => row.State is MoneyState.Paid or MoneyState.Overpaid,
            "empty" => row.State == MoneyState.Empty,
            _ => true,
        }
        && (MinAmount is null || row.Billed?.Amount >= MinAmount) && (MaxAmount is null || row.Billed?.Amount <= MaxAmount)
        && (MinPaid is null || row.Paid?.Amount >= MinPaid) && (MaxPaid is null || row.Paid?.Amount <= MaxPaid)
        && (MinOutstanding is null || row.Outstanding?.Amount >= MinOutstanding) && (MaxOutstanding is null || row.Outstanding?.Amount <= MaxOutstanding)
        && (BilledFrom is null || row.BillingDate >= BilledFrom) && (BilledThrough is null || row.BillingDate <= BilledThrough)
        && (PaidFrom is null || row.PaidOn >= PaidFrom) && (PaidThrough is null || row.PaidOn <= PaidThrough)
        && (string.IsNullOrWhiteSpace(Note) || row.Note?.Contains(Note.Trim(), StringComparison.OrdinalIgnoreCase) == true)
        && (Blank ?? []).All(f => Optional[f].Of(row) is null) && (Filled ?? []).All(f => Optional[f].Of(row) is not null)
        && (string.IsNullOrWhiteSpace(Search) || Contains(row.FacilityName) || Contains(row.GroupName) || Contains(row.Note));

    private bool Contains(string? text) => text?.Contains(Search!.Trim(), StringComparison.OrdinalIgnoreCase) == true;
}
