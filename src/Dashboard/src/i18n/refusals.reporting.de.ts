import type { RefusalTexts } from "./refusals";

/** Every code that the Reporting module can answer; a test reads them from the server's sources. */
export const refusals: RefusalTexts = {
  "past-not-told": "Die Vergangenheit dieses Berichts wird nicht erzählt: Etwas davon liegt nicht in Ereignissen. Sehen Sie ihn an, wie er jetzt steht.",
  "events-not-understood": "Dieser Bericht lässt sich nicht aus den Ereignissen machen. Sehen Sie ihn an, wie er jetzt steht, und sagen Sie es Ihrem Betreiber.",
  "report-unknown": "Diesen Bericht gibt es nicht, oder Sie dürfen ihn nicht lesen. Wählen Sie einen anderen.",
  "saved-report-name-wrong": "Schreiben Sie einen Namen von 1 bis 100 Zeichen.",
  "saved-report-name-taken": "Einen gesicherten Bericht dieses Namens gibt es schon. Wählen Sie einen anderen.",
  "saved-report-days-unclear": "Feste Tage haben einen ersten und einen letzten, in dieser Reihenfolge und höchstens zehn Jahre auseinander; andere haben keine.",
  "saved-report-dropped": "Dieser gesicherte Bericht wurde entfernt. Sichern Sie ihn neu.",
  "report-mail-day-wrong": "Ein Wochentag ist 1 für Montag bis 7, ein Tag des Monats 1 bis 31.",
  "report-mail-readers-unclear": "Nennen Sie 1 bis 50 Personen der Organisation, die diesen Bericht lesen dürfen.",
};
