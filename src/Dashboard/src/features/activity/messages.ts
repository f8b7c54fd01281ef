import { defineMessages } from "@/i18n/messages";

export const messages = defineMessages({
  en: { title: "Activity", about: "Who did what, as it happens.", all: "Everything", billing: "Billing", directory: "Groups and facilities", imports: "Imports", settings: "Settings", kinds: "Kinds of activity", noneOfKind: "Nothing of this kind lately", today: "Today", yesterday: "Yesterday", more: "Show more", empty: "Nothing has happened yet", emptyHelp: "Every change by a person or a program shows up here, newest first.", import: "Import your spreadsheet" },
  de: { title: "Aktivität", about: "Wer was getan hat, während es geschieht.", all: "Alles", billing: "Abrechnung", directory: "Gruppen und Einrichtungen", imports: "Importe", settings: "Einstellungen", kinds: "Arten von Aktivität", noneOfKind: "Nichts dieser Art in letzter Zeit", today: "Heute", yesterday: "Gestern", more: "Mehr zeigen", empty: "Noch ist nichts geschehen", emptyHelp: "Jede Änderung durch Menschen oder Programme erscheint hier, die neueste zuerst.", import: "Tabelle importieren" },
});
