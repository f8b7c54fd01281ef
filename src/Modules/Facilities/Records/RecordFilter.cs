using Billing.Web;
using Microsoft.AspNetCore.Mvc;

namespace Billing.Facilities;

/// <summary>Which rows of the grid are wanted.</summary>
/// <param name="From">With <paramref name="Through"/>: periods that begin in this window, cycles that nobody saved included.</param>
/// <param name="StatusId">Any of these; <c>none</c> for rows without a status.</param>
/// <param name="State">outstanding, overdue, paid or empty.</param>
/// <param name="Search">Part of the facility's or the group's name, or of the note.</param>
/// <param name="MinAmount">Billed at least.</param>
/// <param name="MaxAmount">Billed at most.</param>
internal sealed record RecordFilter(
    [FromQuery] FacilityGroupId? GroupId, [FromQuery] FacilityId? FacilityId, [FromQuery] DateOnly? From, [FromQuery] DateOnly? Through,
    [FromQuery] string[]? StatusId, [FromQuery] string? State, [FromQuery] string? Search, [FromQuery] decimal? MinAmount, [FromQuery] decimal? MaxAmount)
{
    private static readonly string[] States = ["outstanding", "overdue", "paid", "empty"];

    /// <summary>The statuses wanted.</summary>
    public IReadOnlyList<Guid> Statuses => [.. (StatusId ?? []).Where(s => s != "none").Select(Guid.Parse)];

    /// <summary>Whether rows without a status are wanted, too.</summary>
    public bool WithoutStatus => StatusId?.Contains("none") ?? false;

    /// <summary>Whether rows are wanted that nobody saved.</summary>
    public bool WithComputed => (From is not null && Through is not null) || State == "empty";

    /// <summary>What is wrong with it, or null.</summary>
    public Problem? Check()
    {
        if (From is null != Through is null) return Problems.BadRequest(new Fault(From is null ? "?from" : "?through", "A window has both from and through."));
        if (From > Through) return Problems.BadRequest(new Fault("?through", "The window ends before it begins."));
        if (From is { } from && Through is { } through && through.DayNumber - from.DayNumber > 800) return Problems.BadRequest(new Fault("?through", "A window spans at most 800 days; leave it out to see all saved records."));
        if (State is not null && !States.Contains(State)) return Problems.BadRequest(new Fault("?state", "A state is outstanding, overdue, paid or empty."));
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
        && (string.IsNullOrWhiteSpace(Search) || Contains(row.FacilityName) || Contains(row.GroupName) || Contains(row.Note));

    private bool Contains(string? text) => text?.Contains(Search!.Trim(), StringComparison.OrdinalIgnoreCase) == true;
}
