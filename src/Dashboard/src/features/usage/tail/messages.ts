import { defineMessages } from "@/i18n/messages";

export const messages = defineMessages({
  en: {
    tail: "Live tail",
    help: "Usage events as they come in: the newest hundred of the last ten minutes.",
    meter: "Meter",
    all: "All meters",
    subject: "Client or subscription",
    pause: "Pause",
    goOn: "Go on",
    paused: "Paused",
    watching: "Watching",
    nothing: "Nothing has come in in the last ten minutes.",
    events: "Events",
    notCounted: "not counted",
    tookIn: "taken {when}",
  },
  de: {
    tail: "Mitlesen",
    help: "Ereignisse, wie sie hereinkommen: die neuesten hundert der letzten zehn Minuten.",
    meter: "Zähler",
    all: "Alle Zähler",
    subject: "Kunde oder Abonnement",
    pause: "Anhalten",
    goOn: "Weiter",
    paused: "Angehalten",
    watching: "Läuft",
    nothing: "In den letzten zehn Minuten kam nichts herein.",
    events: "Ereignisse",
    notCounted: "zählt nicht",
    tookIn: "aufgenommen {when}",
  },
});
