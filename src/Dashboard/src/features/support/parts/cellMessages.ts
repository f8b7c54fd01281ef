import { defineMessages } from "@/i18n/messages";

/** Words of the cells of a file that cannot be taken. */
export const messages = defineMessages({
  en: {
    badCells: "Lines that cannot be taken",
    badCellsHelp: "Put them right in your file and drop it again, or take the good ones now: what is taken already makes no doubles.",
    lineHead: "Line",
    column: "Column",
    cell: "Cell",
    why: "Why",
    saveRejected: "Save these lines",
    moreCells: { one: "and {count} more", other: "and {count} more" },
  },
  de: {
    badCells: "Zeilen, die nicht übernommen werden können",
    badCellsHelp: "Berichtigen Sie sie in Ihrer Datei und legen Sie sie noch einmal ab, oder übernehmen Sie jetzt die guten: Was schon übernommen ist, wird nicht doppelt.",
    lineHead: "Zeile",
    column: "Spalte",
    cell: "Zelle",
    why: "Warum",
    saveRejected: "Diese Zeilen sichern",
    moreCells: { one: "und {count} weitere", other: "und {count} weitere" },
  },
});
