namespace Billing.EventStore;

/// <summary>Thrown by a <see cref="MessageHandler{TBody}"/>: trying again cannot help, so the message becomes a dead letter at once. Somebody may still ask for another try.</summary>
/// <param name="sentence">Why, for an operator; it is kept with the message, so nothing personal stands in it.</param>
public sealed class GivenUpException(string sentence) : Exception(sentence);
