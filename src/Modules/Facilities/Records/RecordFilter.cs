using Billing.Web;
using Microsoft.AspNetCore.Mvc;

namespace Billing.Facilities;

/// <summary>Which rows of the grid are wanted.</summary>
/// <param name="From">With <paramref name="Through"/>: periods that begin in this window, cycles that nobody saved included.</param>
/// <param name="StatusId">Any of these; <c>none</c> for rows without a status.</param>
/// <param name="State">outstanding, overdue, paid or empty; or withdrawn, the only way to see records that were withdrawn.</param>
/// <param name="Search">Part of the facility's or the group's name, or of the note.</param>
/// <param name="MinAmount">Billed at least.</param>
/// <param name="MaxAmount">Billed at most.</param>
/// <param name="MinPaid">Paid at least.</param>
/// <param name="MaxPaid">Paid at most.</param>
/// <param name="MinOutstanding">Open at least.</param>
/// <param name="MaxOutstanding">Open at most.</param>
/// <param name="BilledFrom">Billed on this day or later.</param>
/// <param name="BilledThrough">Billed on this day or earlier.</param>
/// <param name="PaidFrom">Paid on this day or later.</param>
/// <param name="PaidThrough">Paid on this day or earlier.</param>
/// <param name="Note">Part of the note.</param>
/// <param name="Blank">Fields that hold nothing: billed, paid, paidOn, note.</param>
/// <param name="Filled">Fields that hold something.</param>
internal sealed record RecordFilter(
    [FromQuery] FacilityGroupId? GroupId, [FromQuery] FacilityId? FacilityId, [FromQuery] DateOnly? From, [FromQuery] DateOnly? Through,
    [FromQuery] string[]? StatusId, [FromQuery] string? State, [FromQuery] string? Search, [FromQuery] decimal? MinAmount, [FromQuery] decimal? MaxAmount,
    [FromQuery] decimal? MinPaid = null, [FromQuery] decimal? MaxPaid = null, [FromQuery] decimal? MinOutstanding = null, [FromQuery] decimal? MaxOutstanding = null,
    [FromQuery] DateOnly? BilledFrom = null, [FromQuery] DateOnly? BilledThrough = null, [FromQuery] DateOnly? PaidFrom = null, [FromQuery] DateOnly? PaidThrough = null,
    [FromQuery] string? Note = null, [FromQuery] string[]? Blank = null, [FromQuery] string[]? Filled = null)
{
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
