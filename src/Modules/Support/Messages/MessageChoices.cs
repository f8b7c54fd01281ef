namespace Billing.Support;

/// <summary>What a person says of a message instead of the lists.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Take">Whether it is a request; left out: as the lists say.</param>
/// <param name="ClientId">Whose it is; left out: as of the file.</param>
/// <param name="Type">Left out: as the lists say; so are the others.</param>
internal sealed record MessageChoice(int Line, bool? Take = null, Guid? ClientId = null, string? Type = null, string? Category = null, Urgency? Urgency = null, Effort? Effort = null, Quantity? Hours = null);

/// <summary>What a person decided about a file of messages: the form field <c>options</c>.</summary>
/// <param name="ClientId">Whose requests they are; left out: as the address says.</param>
/// <param name="Choices">About single messages.</param>
/// <param name="OnlyClean">Takes nothing while one line is rejected.</param>
internal sealed record MessageImportChoices(Guid? ClientId = null, List<MessageChoice>? Choices = null, bool OnlyClean = false);
