import { defineMessages } from "@/i18n/messages";

export const messages = defineMessages({
  en: {
    exportChosen: "Export {format}",
    exportFewer: "At most {most} rows go out by choice. Filter the list, and export all that match.",
  },
  de: {
    exportChosen: "{format} exportieren",
    exportFewer: "Ausgewählt gehen höchstens {most} Zeilen hinaus. Filtern Sie die Liste, und exportieren Sie alles, was passt.",
  },
});
