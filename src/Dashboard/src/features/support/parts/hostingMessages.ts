import { defineMessages } from "@/i18n/messages";

/** Words about the sites of a month. */
export const messages = defineMessages({
  en: {
    activeFree: "{active} active, {free} free",
    toNext: { one: "{count} more site, and the next one is free", other: "{count} more sites, and the next one is free" },
    progress: "To the next free site",
    days: { one: "{count} day", other: "{count} days" },
    state_full: "the whole month",
    state_proratedStart: "began in this month",
    state_proratedEnd: "ended in this month",
    state_inactive: "not hosted",
    free: "Free",
    gross: "gross",
    credit: "credit",
    net: "net",
  },
  de: {
    activeFree: "{active} aktiv, {free} frei",
    toNext: { one: "noch {count} Website, dann ist die nächste frei", other: "noch {count} Websites, dann ist die nächste frei" },
    progress: "Bis zur nächsten freien Website",
    days: { one: "{count} Tag", other: "{count} Tage" },
    state_full: "der ganze Monat",
    state_proratedStart: "begann in diesem Monat",
    state_proratedEnd: "endete in diesem Monat",
    state_inactive: "nicht gehostet",
    free: "Frei",
    gross: "brutto",
    credit: "Gutschrift",
    net: "netto",
  },
});
