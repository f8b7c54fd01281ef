namespace Billing.Web;

/// <summary>A setting is missing or makes no sense; the start ends with its sentence.</summary>
/// <param name="message">Which setting, and what to write.</param>
public sealed class SettingsException(string message) : Exception(message);
