namespace Billing.Web;

/// <summary>Marks a type of a module's own that is written as money is: an amount as text and a currency, finer than a cent.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class WrittenAsMoneyAttribute : Attribute;
