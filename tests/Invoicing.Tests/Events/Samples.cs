using System.Reflection;
using Billing.EventStore;

namespace Billing.Invoicing.Tests;

/// <summary>One of each event, by part of the module. A new event without a sample fails the tests that ask for it.</summary>
internal static class Samples
{
    /// <summary>What events of the module derive from, by name.</summary>
    public static readonly string[] Unions = ["BillingRunEvent", "ChargeEvent", "ClientAccountEvent", "ClientEvent", "ClientImportEvent", "ClientLinkEvent", "CreditNoteEvent", "ExchangeRatesEvent", "InvoiceEvent", "InvoiceRemindersEvent", "InvoicingSettingsEvent", "NumberSeriesEvent", "PaymentEvent", "PayOutEvent", "QuoteEvent", "RecurringInvoiceEvent", "ReminderPlanEvent", "SendingEvent", "WantedInvoiceEvent"];

    private static readonly Dictionary<Type, object> All = new[] { ClientSamples.All, ChargeSamples.All, SettingsSamples.All, InvoiceSamples.All, SendingSamples.All, RunSamples.All, QuoteSamples.All, RecurringSamples.All, ReminderSamples.All, WantedSamples.All }.SelectMany(part => part).ToDictionary(sample => sample.GetType());

    private static readonly (string Variant, object Sample)[] Shapes = [.. ClientSamples.Shapes, .. ChargeSamples.Shapes, .. InvoiceSamples.Shapes, .. SendingSamples.Shapes, .. RunSamples.Shapes, .. QuoteSamples.Shapes, .. RecurringSamples.Shapes, .. ReminderSamples.Shapes, .. WantedSamples.Shapes];

    /// <summary>Pinned file without extension → event: the alias, with the variant behind a dot where there are several.</summary>
    public static readonly IReadOnlyDictionary<string, object> Pinned = All.Values.Select(sample => (Variant: "", Sample: sample)).Concat(Shapes)
        .ToDictionary(one => one.Sample.GetType().GetCustomAttribute<EventAttribute>()!.Alias + (one.Variant.Length == 0 ? "" : "." + one.Variant), one => one.Sample);

    public static object Of(Type happened) => All.TryGetValue(happened, out var sample) ? sample : throw new InvalidOperationException($"There is no sample of {happened.Name}.");
}
