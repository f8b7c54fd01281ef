namespace Billing.Host;

/// <summary>A setting is missing or makes no sense; the message says which and what to write.</summary>
internal sealed class SettingsException(string message) : Exception(message);
